// SPDX-License-Identifier: GPL-3.0-or-later

// bench_flows HOST PORT FLOWS CONNECTIONS [BEARER]
// Sends so many flows over so many kept connections, takes their callbacks, and prints flows a
// second from the first byte sent to the last callback received. Each flow's callbacks come to a
// path of its own; the body's "n" or its steps' statuses tell their order. Used by
// simulator_vs_wiremock.py.

#include "app/http/httpserver.h"
#include "app/platform/systemclock.h"

#include <QCoreApplication>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

using namespace otpscope;

namespace {

constexpr int callbacksPerFlow = 3;

/// 0, 1, 2 for the three callbacks of a flow, whoever sends them; -1 for none of them.
int positionOf(const QByteArray &body)
{
    if (body.contains("\"n\""))
        return body.mid(body.indexOf("\"n\"") + 4).trimmed().left(1).toInt();
    if (body.contains("Delivered"))
        return 2;
    return body.contains("Queued") ? 1 : body.contains("FAILED") ? 0 : -1;
}

class Callbacks final : public http::RequestHandler
{
public:
    explicit Callbacks(int flows)
        : m_seen(static_cast<size_t>(flows))
        , m_expected(flows * callbacksPerFlow)
    {}

    void handle(http::Request request, http::Responder respond) override
    {
        const auto flow = static_cast<size_t>(request.target.mid(6).toULongLong());
        respond(http::Response());
        const std::lock_guard lock(m_mutex);
        if (flow < m_seen.size() && m_seen.at(flow)++ != positionOf(request.body))
            ++m_disorderly;
        if (++m_count == m_expected)
            m_done.notify_one();
    }

    /// False where they do not come for ten seconds.
    bool waitForAll()
    {
        std::unique_lock lock(m_mutex);
        int before = -1;
        while (m_count < m_expected) {
            if (m_count == before)
                return false;
            before = m_count;
            m_done.wait_for(lock, std::chrono::seconds{10});
        }
        return true;
    }

    int count()
    {
        const std::lock_guard lock(m_mutex);
        return m_count;
    }
    int disorderly()
    {
        const std::lock_guard lock(m_mutex);
        return m_disorderly;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_done;
    std::vector<int> m_seen;
    int m_count = 0;
    int m_disorderly = 0;
    const int m_expected;
};

std::string requestOf(int flow, int callbackPort, const std::string &bearer)
{
    const std::string body =
        R"({"flow":[{"type":"ViberOtp","to":["+306971234567"],"order":1,"ttl":300,)"
        R"("senderInfoTrackingId":"0094d198-4dd2-4fb5-b451-d46aca191b27",)"
        R"("templateId":"0aac888f-2ee2-4112-9659-1755a951966a","pin":"123456"},)"
        R"({"type":"Sms","to":"306971234567","order":2,"ttl":600,"from":"YourBrand",)"
        R"("message":{"body":"Your code is 123456."}}],"callback":{"url":"http://127.0.0.1:)" +
        std::to_string(callbackPort) + "/hook/" + std::to_string(flow) + "\"}}";
    return "POST /failover-otp/otp/send-failover HTTP/1.1\r\nHost: 127.0.0.1\r\n"
           "Content-Type: application/json\r\nAuthorization: Bearer " +
           bearer + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// Reads one answer whose end is told by Content-Length or by the last chunk.
bool readAnswer(int descriptor, std::string &buffer)
{
    char piece[16 * 1024];
    for (;;) {
        const size_t head = buffer.find("\r\n\r\n");
        if (head != std::string::npos) {
            const size_t length = buffer.find("Content-Length: ");
            const bool hasLength = length != std::string::npos && length < head;
            const size_t end = hasLength ? head + 4 + std::stoul(buffer.substr(length + 16))
                                         : buffer.find("\r\n0\r\n\r\n", head) + 7;
            if (end >= 7 && end != 6 && buffer.size() >= end &&
                (hasLength || buffer.find("\r\n0\r\n\r\n", head) != std::string::npos)) {
                const bool isGood = buffer.compare(9, 3, "200") == 0;
                buffer.erase(0, end);
                return isGood;
            }
        }
        const ssize_t got = ::recv(descriptor, piece, sizeof piece, 0);
        if (got <= 0)
            return false;
        buffer.append(piece, static_cast<size_t>(got));
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QByteArray host = arguments.value(1).toLatin1();
    const int port = arguments.value(2).toInt();
    const int flows = arguments.value(3).toInt();
    const int connections = arguments.value(4).toInt();
    const std::string bearer = arguments.value(5).toStdString();

    const platform::SystemClock clock;
    Callbacks callbacks(flows);
    http::HttpServer server(callbacks, clock, http::Limits{});
    const http::ListenResult listening = server.listen(QHostAddress::LocalHost, 0);
    std::atomic_int next = 0;
    std::atomic_int refused = 0;
    const models::MonotonicInstant start = clock.monotonicNow();
    std::vector<std::thread> senders;
    for (int i = 0; i < connections; ++i) {
        senders.emplace_back([&] {
            const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
            sockaddr_in address{};
            address.sin_family = AF_INET;
            address.sin_port = htons(static_cast<uint16_t>(port));
            ::inet_pton(AF_INET, host.constData(), &address.sin_addr);
            const int on = 1;
            ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            std::string buffer;
            bool isOpen =
                ::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
            for (int flow = next++; flow < flows; flow = next++) {
                const std::string request = requestOf(flow, listening.port, bearer);
                isOpen = isOpen &&
                         ::send(descriptor, request.data(), request.size(), MSG_NOSIGNAL) > 0 &&
                         readAnswer(descriptor, buffer);
                refused += isOpen ? 0 : 1;
            }
            ::close(descriptor);
        });
    }
    for (std::thread &sender : senders)
        sender.join();
    const bool isComplete = callbacks.waitForAll();
    const double seconds = std::chrono::duration<double>(clock.monotonicNow() - start).count();
    std::printf("%.0f flows/s, %d callbacks of %d, %d out of order, %d sends not answered 200\n",
                isComplete ? flows / seconds : 0.0, callbacks.count(), flows * callbacksPerFlow,
                callbacks.disorderly(), refused.load());
    return isComplete ? 0 : 1;
}
