// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/httpfixture.h"
#include "tests/http/requestcorpus.h"
#include "tests/support/rawpeer.h"

#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>

#include <thread>

using namespace otpscope;
using testsupport::RawPeer;
using namespace otpscope::httptest;
using namespace std::chrono_literals;

namespace {

/// Keeps responders until the test answers.
class HeldAnswers final
{
public:
    RecordingHandler::Answerer answerer()
    {
        return [this](const http::Request &, http::Responder respond) {
            const std::lock_guard lock(m_mutex);
            m_responders.push_back(std::move(respond));
        };
    }
    size_t waiting() const
    {
        const std::lock_guard lock(m_mutex);
        return m_responders.size();
    }
    http::Responder take()
    {
        const std::lock_guard lock(m_mutex);
        http::Responder first = std::move(m_responders.front());
        m_responders.erase(m_responders.begin());
        return first;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<http::Responder> m_responders;
};

RecordingHandler::Answerer always(const http::Response &response)
{
    return [response](const http::Request &, const http::Responder &respond) { respond(response); };
}

http::Response withBody(const QByteArray &body)
{
    http::Response response;
    response.body = body;
    return response;
}

/// All descriptors this process may have, but for `left`; the old state comes back at the end.
class FewDescriptors final
{
public:
    explicit FewDescriptors(int left)
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        const rlimit few{128, m_before.rlim_max};
        setrlimit(RLIMIT_NOFILE, &few);
        for (int fd = open("/dev/null", O_RDONLY); fd >= 0; fd = open("/dev/null", O_RDONLY))
            m_taken.push_back(fd);
        for (int i = 0; i < left; ++i) {
            ::close(m_taken.back());
            m_taken.pop_back();
        }
    }
    ~FewDescriptors()
    {
        for (const int fd : m_taken)
            ::close(fd);
        setrlimit(RLIMIT_NOFILE, &m_before);
    }
    Q_DISABLE_COPY_MOVE(FewDescriptors)

private:
    rlimit m_before{};
    std::vector<int> m_taken;
};

/// What CorpusEntry::expected means at a socket whose handler echoes.
QList<int> expectedStatuses(const CorpusEntry &entry)
{
    QList<int> result;
    for (const QByteArray &word : entry.expected) {
        if (word.contains(' '))
            result << 200;
        else if (word != "...")
            result << word.toInt();
    }
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

    // Where it listens
    void aPortInUseIsSaid();
    void anAddressThatIsNotHereIsSaid();

    // The corpus at a socket
    void theCorpusIsAnsweredAtASocket();
    void theCorpusByteByByteIsAnsweredTheSame();
    void theCorpusCutAtEveryOffsetIsAnsweredTheSame();

    // Answers
    void headIsAnsweredWithoutABody();
    void theGoAheadComesBeforeTheBody();
    void aBodyTooLargeIsRefusedWithoutAGoAhead();
    void nothingBehindConnectionCloseIsHandled();
    void http10IsToldThatTheConnectionStays();
    void aHeaderThatBreaksTheFramingBecomesA500_data();
    void aHeaderThatBreaksTheFramingBecomesA500();
    void anAnswerTooLargeForTheSocketArrivesWhole();
    void theNextRequestWaitsForTheAnswer();
    void answersMayComeFromAnyThread();
    void aResponderThatIsDroppedAnswers500();
    void onlyTheFirstAnswerCounts();

    // Faults asked for
    void aDelayPassesBeforeTheFirstByte();
    void aHangUpSendsNothing();
    void halfABodyIsHalfABody();

    // Deadlines, by a clock that the test moves
    void aSlowHeadEndsAfterTenSeconds();
    void aSlowBodyEndsAfterThirtySeconds();
    void anIdleConnectionIsClosedAfterFifteenSeconds();
    void aPeerThatDoesNotReadIsDropped();

    // Peers that leave, and too many of them
    void aHalfClosedPeerGetsItsAnswer();
    void aPeerGoneInMidBodyIsForgotten();
    void aPeerGoneBeforeTheAnswerHarmsNobody();
    void overTheLimitIs503AndRoomComesBack();
    void acceptingGoesOnWhenDescriptorsAreFreeAgain();
    void closingLetsAnAnswerUnderWayFinish();
    void closingDoesNotWaitForEver();
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
    QCOMPARE(bodiesOf(peer.readAnswers(100)), expected);
}

void TestHttpServer::aPortInUseIsSaid()
{
    Fixture f;
    RecordingHandler handler;
    http::HttpServer second(handler, f.clock, {});
    const http::ListenResult result = second.listen(QHostAddress::LocalHost, f.port());
    QVERIFY(!result.isListening);
    QCOMPARE(result.problem, http::ListenResult::Problem::PortInUse);
    QVERIFY(!result.detail.isEmpty());
}

void TestHttpServer::anAddressThatIsNotHereIsSaid()
{
    RecordingHandler handler;
    const testsupport::FakeClock clock;
    http::HttpServer server(handler, clock, {});
    // 192.0.2.0/24 is for documentation (RFC 5737) and on no machine.
    const http::ListenResult result = server.listen(QHostAddress(QStringLiteral("192.0.2.1")), 0);
    QVERIFY(!result.isListening);
    QCOMPARE(result.problem, http::ListenResult::Problem::AddressNotAvailable);
}

void TestHttpServer::theCorpusIsAnsweredAtASocket()
{
    Fixture f;
    for (const CorpusEntry &entry : requestCorpus()) {
        RawPeer peer(f.port());
        peer.write(entry.bytes);
        peer.shutDownWriting();
        const QByteArray answers = peer.readAll();
        QVERIFY2(statusesOf(answers) == expectedStatuses(entry), entry.name);
    }
    for (const http::Request &request : f.handler.requests())
        QVERIFY2(request.path() != "/hidden", request.rawHead.constData());
}

void TestHttpServer::theCorpusByteByByteIsAnsweredTheSame()
{
    Fixture f;
    for (const CorpusEntry &entry : requestCorpus()) {
        RawPeer peer(f.port());
        for (qsizetype i = 0; i < entry.bytes.size(); ++i) {
            if (!peer.write(entry.bytes.mid(i, 1)))
                break;
        }
        peer.shutDownWriting();
        const QByteArray answers = peer.readAll();
        QVERIFY2(statusesOf(answers) == expectedStatuses(entry), entry.name);
    }
}

void TestHttpServer::theCorpusCutAtEveryOffsetIsAnsweredTheSame()
{
    Fixture f;
    // An answer on this connection says that the server has read what others wrote before it: both
    // halves of a request arrive in reads of their own.
    RawPeer fence(f.port());
    int cuts = 0;
    for (const CorpusEntry &entry : requestCorpus()) {
        const QList<int> expected = expectedStatuses(entry);
        for (qsizetype offset = 1; offset < entry.bytes.size(); ++offset) {
            RawPeer peer(f.port());
            peer.write(entry.bytes.first(offset));
            fence.write("GET /fence HTTP/1.1\r\nHost: localhost\r\n\r\n");
            QCOMPARE(statusesOf(fence.readAnswers(1)), QList<int>{200});
            peer.write(entry.bytes.sliced(offset));
            peer.shutDownWriting();
            const QList<int> statuses = statusesOf(peer.readAll());
            QVERIFY2(statuses == expected,
                     qPrintable(QStringLiteral("%1, cut at %2")
                                    .arg(QLatin1String(entry.name))
                                    .arg(offset)));
            ++cuts;
        }
    }
    qInfo("%d cuts", cuts);
}

void TestHttpServer::headIsAnsweredWithoutABody()
{
    Fixture f(always(withBody("0123456789")));
    RawPeer peer(f.port());
    QVERIFY(peer.write("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n"
                       "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
    const QByteArray date = "Date: Mon, 23 Nov 2026 10:00:00 GMT\r\n";
    QCOMPARE(peer.readAll(), "HTTP/1.1 200 OK\r\n" + date + "Content-Length: 10\r\n\r\n" +
                                 "HTTP/1.1 200 OK\r\n" + date +
                                 "Content-Length: 10\r\nConnection: close\r\n\r\n0123456789");
}

void TestHttpServer::theGoAheadComesBeforeTheBody()
{
    Fixture f;
    RawPeer peer(f.port());
    QVERIFY(peer.write(withFields("Expect: 100-continue\r\nContent-Length: 2\r\n")));
    QByteArray interim;
    QTRY_VERIFY((interim += peer.readWhatComes(10ms)).endsWith("\r\n\r\n"));
    QCOMPARE(interim, "HTTP/1.1 100 Continue\r\n\r\n");
    QVERIFY(f.handler.requests().empty());
    QVERIFY(peer.write("ab"));
    QCOMPARE(bodyOf(peer.readAnswers(1)), "POST /hook ab");
}

void TestHttpServer::aBodyTooLargeIsRefusedWithoutAGoAhead()
{
    Fixture f;
    RawPeer peer(f.port());
    QVERIFY(peer.write(withFields("Expect: 100-continue\r\nContent-Length: 1073741824\r\n")));
    QCOMPARE(statusesOf(peer.readAll()), QList<int>{413});
    QCOMPARE(f.handler.refusals(), std::vector<int>{413});
}

void TestHttpServer::nothingBehindConnectionCloseIsHandled()
{
    Fixture f;
    RawPeer peer(f.port());
    QVERIFY(
        peer.write(post("/1", "a") + post("/2", "b", "Connection: close\r\n") + post("/3", "c")));
    QCOMPARE(bodiesOf(peer.readAll()), (QByteArrayList{"POST /1 a", "POST /2 b"}));
    QCOMPARE(f.handler.requests().size(), 2U);
}

void TestHttpServer::http10IsToldThatTheConnectionStays()
{
    Fixture f;
    RawPeer peer(f.port());
    QVERIFY(peer.write("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
    QVERIFY(peer.readAnswers(1).contains("\r\nConnection: keep-alive\r\n"));
    QVERIFY(peer.write("GET / HTTP/1.0\r\n\r\n"));
    QVERIFY(peer.readAll().contains("\r\nConnection: close\r\n"));
}

void TestHttpServer::aHeaderThatBreaksTheFramingBecomesA500_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    QTest::newRow("plain") << QByteArray("X") << QByteArray("a b") << 200;
    QTest::newRow("CR and LF in a value") << QByteArray("X") << QByteArray("a\r\nEvil: 1") << 500;
    QTest::newRow("LF in a value") << QByteArray("X") << QByteArray("a\nEvil: 1") << 500;
    QTest::newRow("NUL in a value") << QByteArray("X") << QByteArray("a\0b", 3) << 500;
    QTest::newRow("a line end in a name") << QByteArray("X\r\nEvil") << QByteArray("1") << 500;
    QTest::newRow("a colon in a name") << QByteArray("X:Y") << QByteArray("1") << 500;
    QTest::newRow("an empty name") << QByteArray() << QByteArray("1") << 500;
}

void TestHttpServer::aHeaderThatBreaksTheFramingBecomesA500()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(int, status);
    http::Response response;
    response.headers.emplace_back(name, value);
    Fixture f(always(response));
    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/", "", "Connection: close\r\n")));
    const QByteArray answer = peer.readAll();
    QCOMPARE(statusesOf(answer), QList<int>{status});
    QVERIFY(!answer.contains("Evil"));
}

void TestHttpServer::anAnswerTooLargeForTheSocketArrivesWhole()
{
    const QByteArray body(8 * 1024 * 1024, 'y');
    Fixture f(always(withBody(body)));
    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/", "") + post("/", "")));
    const QByteArrayList bodies = bodiesOf(peer.readAnswers(2));
    QCOMPARE(bodies.size(), 2);
    QVERIFY(bodies.at(0) == body && bodies.at(1) == body);
}

void TestHttpServer::theNextRequestWaitsForTheAnswer()
{
    HeldAnswers held;
    Fixture f(held.answerer());
    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/1", "") + post("/2", "")));
    QTRY_COMPARE(held.waiting(), 1U);
    QCOMPARE(peer.readWhatComes(50ms), QByteArray());
    QCOMPARE(f.handler.requests().size(), 1U);
    held.take()(withBody("one"));
    QTRY_COMPARE(held.waiting(), 1U);
    held.take()(withBody("two"));
    QCOMPARE(bodiesOf(peer.readAnswers(2)), (QByteArrayList{"one", "two"}));
}

void TestHttpServer::answersMayComeFromAnyThread()
{
    HeldAnswers held;
    Fixture f(held.answerer());
    std::vector<std::unique_ptr<RawPeer>> peers;
    for (int i = 0; i < 8; ++i) {
        peers.push_back(std::make_unique<RawPeer>(f.port()));
        QVERIFY(peers.back()->write(post("/", "")));
    }
    QTRY_COMPARE(held.waiting(), 8U);
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([respond = held.take()] { respond(withBody("from a thread")); });
    for (std::thread &thread : threads)
        thread.join();
    for (const auto &peer : peers)
        QCOMPARE(bodyOf(peer->readAnswers(1)), "from a thread");
}

void TestHttpServer::aResponderThatIsDroppedAnswers500()
{
    Fixture f([](const http::Request &, const http::Responder &) {});
    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/", "")));
    QCOMPARE(statusesOf(peer.readAll()), QList<int>{500});
}

void TestHttpServer::onlyTheFirstAnswerCounts()
{
    Fixture f([](const http::Request &request, const http::Responder &respond) {
        respond(withBody("first " + request.target));
        respond(withBody("second " + request.target));
    });
    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/1", "") + post("/2", "")));
    QCOMPARE(bodiesOf(peer.readAnswers(2)), (QByteArrayList{"first /1", "first /2"}));
}

void TestHttpServer::aDelayPassesBeforeTheFirstByte()
{
    http::Response response = withBody("late");
    response.delay = 5s;
    Fixture f(always(response));
    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/", "")));
    QTRY_COMPARE(f.handler.requests().size(), 1U);
    QCOMPARE(peer.readWhatComes(50ms), QByteArray());
    // Once more than enough, should the answer reach its connection only after the first step.
    QByteArray answer;
    for (int i = 0; i < 2 && answer.isEmpty(); ++i) {
        f.clock.advance(5s);
        answer = peer.readWhatComes(500ms);
    }
    QCOMPARE(bodyOf(answer), "late");
}

void TestHttpServer::aHangUpSendsNothing()
{
    http::Response response = withBody("never");
    response.fault.kind = http::Response::Fault::Kind::HangUp;
    Fixture f(always(response));
    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/", "")));
    QCOMPARE(peer.readAll(), QByteArray());
    QVERIFY(peer.isClosedByOther());
}

void TestHttpServer::halfABodyIsHalfABody()
{
    http::Response response = withBody("0123456789");
    response.fault.kind = http::Response::Fault::Kind::HalfBody;
    Fixture f(always(response));
    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/", "")));
    const QByteArray answer = peer.readAll();
    QVERIFY(answer.contains("\r\nContent-Length: 10\r\n"));
    QCOMPARE(bodyOf(answer), "01234");
}

void TestHttpServer::aSlowHeadEndsAfterTenSeconds()
{
    Fixture f;
    RawPeer peer(f.port());
    QVERIFY(peer.write("POST / HTTP/1.1\r\nX: "));
    QByteArray answer;
    std::chrono::seconds passed = 0s;
    for (; passed < 20s && answer.isEmpty(); passed += 2s) {
        f.clock.advance(2s);
        // Bytes that trickle in do not prolong it.
        peer.write("x");
        answer = peer.readWhatComes(250ms);
    }
    QCOMPARE(statusOf(answer), 408);
    QVERIFY(passed >= 10s);
    QVERIFY(peer.isClosedByOther());
}

void TestHttpServer::aSlowBodyEndsAfterThirtySeconds()
{
    Fixture f;
    RawPeer peer(f.port());
    QVERIFY(peer.write(withFields("Content-Length: 1000\r\n")));
    QByteArray answer;
    std::chrono::seconds passed = 0s;
    for (; passed < 60s && answer.isEmpty(); passed += 5s) {
        f.clock.advance(5s);
        peer.write("x");
        answer = peer.readWhatComes(250ms);
    }
    QCOMPARE(statusOf(answer), 408);
    QVERIFY(passed >= 30s);
    QVERIFY(f.handler.requests().empty());
}

void TestHttpServer::anIdleConnectionIsClosedAfterFifteenSeconds()
{
    Fixture f;
    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/", "")));
    QCOMPARE(statusOf(peer.readAnswers(1)), 200);
    f.clock.advance(14s);
    QCOMPARE(peer.readWhatComes(300ms), QByteArray());
    QCOMPARE(f.server.connectionCount(), 1);
    // More than once, for the server may have looked at its clock only after it was first moved.
    for (int second = 0; second < 15 && f.server.connectionCount() > 0; ++second) {
        f.clock.advance(1s);
        QCOMPARE(peer.readWhatComes(250ms), QByteArray());
    }
    QVERIFY(peer.isClosedByOther());
    QTRY_COMPARE(f.server.connectionCount(), 0);
}

void TestHttpServer::aPeerThatDoesNotReadIsDropped()
{
    Fixture f(always(withBody(QByteArray(32 * 1024 * 1024, 'y'))));
    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/", "")));
    QTRY_COMPARE(f.handler.requests().size(), 1U);
    const auto isGoneAfterAnotherSecond = [&f] {
        f.clock.advance(1s);
        return f.server.connectionCount() == 0;
    };
    QTRY_VERIFY(isGoneAfterAnotherSecond());
}

void TestHttpServer::aHalfClosedPeerGetsItsAnswer()
{
    HeldAnswers held;
    Fixture f(held.answerer());
    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/", "")));
    peer.shutDownWriting();
    QTRY_COMPARE(held.waiting(), 1U);
    QCOMPARE(peer.readWhatComes(50ms), QByteArray());
    held.take()(withBody("still here"));
    QCOMPARE(bodyOf(peer.readAll()), "still here");
    QTRY_COMPARE(f.server.connectionCount(), 0);
}

void TestHttpServer::aPeerGoneInMidBodyIsForgotten()
{
    Fixture f;
    {
        RawPeer peer(f.port());
        QVERIFY(peer.write(withFields("Content-Length: 100\r\n", "half")));
        QTRY_COMPARE(f.server.connectionCount(), 1);
        peer.reset();
    }
    QTRY_COMPARE(f.server.connectionCount(), 0);
    QVERIFY(f.handler.requests().empty());
}

void TestHttpServer::aPeerGoneBeforeTheAnswerHarmsNobody()
{
    HeldAnswers held;
    Fixture f(held.answerer());
    {
        RawPeer peer(f.port());
        QVERIFY(peer.write(post("/", "")));
        QTRY_COMPARE(held.waiting(), 1U);
        peer.reset();
    }
    held.take()(withBody("for nobody"));
    QTRY_COMPARE(f.server.connectionCount(), 0);
    RawPeer other(f.port());
    QVERIFY(other.write(post("/", "")));
    QTRY_COMPARE(held.waiting(), 1U);
    held.take()(withBody("for somebody"));
    QCOMPARE(bodyOf(other.readAnswers(1)), "for somebody");
}

void TestHttpServer::overTheLimitIs503AndRoomComesBack()
{
    http::Limits limits;
    limits.connections = 2;
    Fixture f({}, limits);
    RawPeer first(f.port());
    RawPeer second(f.port());
    QVERIFY(first.write(post("/", "1")));
    QVERIFY(second.write(post("/", "2")));
    QCOMPARE(statusOf(first.readAnswers(1)), 200);
    QCOMPARE(statusOf(second.readAnswers(1)), 200);

    RawPeer third(f.port());
    third.write(post("/", "3"));
    QCOMPARE(statusesOf(third.readAll()), QList<int>{503});
    QCOMPARE(f.handler.requests().size(), 2U);

    third.close();
    first.close();
    QTRY_COMPARE(f.server.connectionCount(), 1);
    RawPeer fourth(f.port());
    QVERIFY(fourth.write(post("/", "4")));
    QCOMPARE(statusOf(fourth.readAnswers(1)), 200);
}

void TestHttpServer::acceptingGoesOnWhenDescriptorsAreFreeAgain()
{
    Fixture f;
    std::unique_ptr<RawPeer> peer;
    {
        const FewDescriptors few(1);
        peer = std::make_unique<RawPeer>(f.port());
        QVERIFY(peer->isConnected());
        QVERIFY(peer->write(post("/", "")));
        QCOMPARE(peer->readWhatComes(300ms), QByteArray());
    }
    QCOMPARE(statusOf(peer->readAnswers(1)), 200);
}

void TestHttpServer::closingLetsAnAnswerUnderWayFinish()
{
    HeldAnswers held;
    Fixture f(held.answerer());
    RawPeer idle(f.port());
    RawPeer busy(f.port());
    QVERIFY(busy.write(post("/", "")));
    QTRY_COMPARE(held.waiting(), 1U);
    std::thread answerer([&held, &idle] {
        // The idle connection goes first, so closing has begun when this is over.
        idle.readAll();
        held.take()(withBody("the last one"));
    });
    std::thread closer([&f] { f.server.close(); });
    const QByteArray answer = busy.readAll();
    busy.close();
    answerer.join();
    closer.join();
    QCOMPARE(bodyOf(answer), "the last one");
    QVERIFY(answer.contains("\r\nConnection: close\r\n"));
}

void TestHttpServer::closingDoesNotWaitForEver()
{
    HeldAnswers held;
    Fixture f(held.answerer());
    RawPeer peer(f.port());
    QVERIFY(peer.write(post("/", "")));
    QTRY_COMPARE(held.waiting(), 1U);
    f.server.close();
    QCOMPARE(peer.readAll(), QByteArray());
    held.take()(withBody("too late"));
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
