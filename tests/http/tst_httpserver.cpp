// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/httpserver.h"
#include "tests/support/fakeclock.h"
#include "tests/support/rawpeer.h"

#include <QTcpServer>
#include <QTest>

#include <mutex>
#include <thread>

using namespace otpscope;
using testsupport::FakeClock;
using testsupport::RawPeer;

namespace {

/// Answers as the test says and keeps what it got.
class RecordingHandler final : public http::RequestHandler
{
public:
    using Answerer = std::function<void(const http::Request &, http::Responder)>;

    RecordingHandler() = default;
    explicit RecordingHandler(Answerer answerer) : m_answerer(std::move(answerer)) {}

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
        : handler(std::move(answerer)), server(handler, clock, std::move(limits))
    {
        result = server.listen(QHostAddress::LocalHost, 0);
    }

    quint16 port() const { return result.port; }

    FakeClock clock;
    RecordingHandler handler;
    http::HttpServer server;
    http::ListenResult result;
};

QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &more = {})
{
    return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

int statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

QByteArray bodyOf(const QByteArray &answer)
{
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

QList<int> statusesOf(const QByteArray &answers)
{
    QList<int> result;
    for (qsizetype at = answers.indexOf("HTTP/1.1 "); at >= 0;
         at = answers.indexOf("HTTP/1.1 ", at + 1))
        result.append(answers.mid(at + 9, 3).toInt());
    return result;
}

} // namespace

class TestHttpServer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aRequestIsAnsweredOnAFreePort();
    void aConnectionServesRequestAfterRequest();
    void aHundredRequestsInOneWriteAreAnsweredInOrder();
};

void TestHttpServer::aRequestIsAnsweredOnAFreePort()
{
    Fixture f;
    QVERIFY(f.result.isListening);
    QCOMPARE(f.result.address, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(f.port() != 0);

    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/a?b=c", "hello")));
    QCOMPARE(peer.readAnswers(1),
             "HTTP/1.1 200 OK\r\nDate: Mon, 23 Nov 2026 10:00:00 GMT\r\nContent-Length: 17\r\n\r\n"
             "POST /a?b=c hello");
    QCOMPARE(f.handler.requests().size(), 1U);
    QCOMPARE(f.handler.requests().front().peerAddress, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(f.handler.requests().front().peerPort != 0);
}

void TestHttpServer::aConnectionServesRequestAfterRequest()
{
    Fixture f;
    RawPeer peer(f.port());
    for (int i = 0; i < 5; ++i) {
        QVERIFY(peer.write(post("/", QByteArray::number(i))));
        QCOMPARE(bodyOf(peer.readAnswers(1)), "POST / " + QByteArray::number(i));
    }
    QCOMPARE(f.server.connectionCount(), 1);
}

void TestHttpServer::aHundredRequestsInOneWriteAreAnsweredInOrder()
{
    Fixture f;
    RawPeer peer(f.port());
    QByteArray all;
    QByteArrayList expected;
    for (int i = 0; i < 100; ++i) {
        all += post("/" + QByteArray::number(i), QByteArray(i, 'x'));
        expected += "POST /" + QByteArray::number(i) + ' ' + QByteArray(i, 'x');
    }
    QVERIFY(peer.write(all));
    QByteArrayList bodies;
    for (const QByteArray &line : peer.readAnswers(100).split('\n')) {
        if (line.startsWith("POST "))
            bodies += line.left(line.indexOf("HTTP/1.1"));
    }
    QCOMPARE(bodies, expected);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
