// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpserver.h"
#include "tests/support/fakeclock.h"

#include <functional>
#include <mutex>
#include <vector>

namespace otpscope::httptest {

/// Answers as the test says and keeps what it got.
class RecordingHandler final : public http::RequestHandler
{
public:
    using Answerer = std::function<void(const http::Request &, http::Responder)>;

    RecordingHandler() = default;
    explicit RecordingHandler(Answerer answerer)
        : m_answerer(std::move(answerer))
    {}

    void handle(http::Request request, http::Responder respond) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_requests.push_back(request);
        }
        if (m_answerer)
            m_answerer(request, std::move(respond));
        else
            respond(echo(request));
    }

    void requestRefused(int status) override
    {
        const std::lock_guard lock(m_mutex);
        m_refusals.push_back(status);
    }

    static http::Response echo(const http::Request &request)
    {
        http::Response response;
        response.body = request.method + ' ' + request.target + ' ' + request.body;
        return response;
    }

    std::vector<http::Request> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    std::vector<int> refusals() const
    {
        const std::lock_guard lock(m_mutex);
        return m_refusals;
    }

private:
    const Answerer m_answerer;
    mutable std::mutex m_mutex;
    std::vector<http::Request> m_requests;
    std::vector<int> m_refusals;
};

/// A server on a free loopback port.
struct Fixture
{
    explicit Fixture(RecordingHandler::Answerer answerer = {}, http::Limits limits = {})
        : handler(std::move(answerer))
        , server(handler, clock, std::move(limits))
    {
        result = server.listen(QHostAddress::LocalHost, 0);
    }

    quint16 port() const { return result.port; }

    testsupport::FakeClock clock;
    RecordingHandler handler;
    http::HttpServer server;
    http::ListenResult result;
};

inline QByteArray post(const QByteArray &target, const QByteArray &body,
                       const QByteArray &more = {})
{
    return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline int statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

inline QByteArray bodyOf(const QByteArray &answer)
{
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

/// Answers that stand one after the other, cut apart by their Content-Length.
inline QByteArrayList answersOf(const QByteArray &bytes)
{
    QByteArrayList result;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf("\r\n\r\n", at) + 4;
        if (end < 4)
            return result << bytes.mid(at);
        const QByteArray head = bytes.mid(at, end - at);
        const qsizetype length = head.indexOf("Content-Length: ");
        const qsizetype body =
            length < 0
                ? 0
                : head.mid(length + 16, head.indexOf('\r', length) - length - 16).toLongLong();
        result << bytes.mid(at, end - at + body);
        at = end + body;
    }
    return result;
}

inline QList<int> statusesOf(const QByteArray &bytes)
{
    QList<int> result;
    for (const QByteArray &answer : answersOf(bytes))
        result << statusOf(answer);
    return result;
}

inline QByteArrayList bodiesOf(const QByteArray &bytes)
{
    QByteArrayList result;
    for (const QByteArray &answer : answersOf(bytes))
        result << bodyOf(answer);
    return result;
}

} // namespace otpscope::httptest
