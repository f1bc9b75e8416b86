// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/anypathhandler.h"
#include "app/webhook/echohandler.h"
#include "app/webhook/maskedhead.h"
#include "app/webhook/receiveropening.h"
#include "app/webhook/runpaths.h"
#include "app/webhook/webhookreceiver.h"
#include "tests/http/httpfixture.h"
#include "tests/support/rawpeer.h"
#include "tests/support/testauthority.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <deque>

using namespace otpscope;
using models::Observation;
using models::ObservationId;
using testsupport::FakeClock;
using testsupport::RawPeer;
using namespace otpscope::httptest;
using namespace std::chrono_literals;

namespace {

using StoreResult = models::Result<ObservationId, store::StoreProblem>;

/// A store whose commits wait until the test lets them through, or fail.
class HeldStore final
{
public:
    webhook::Append append()
    {
        return [this](Observation observation, store::ObservationStore::Completion done) {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back({std::move(observation), std::move(done)});
        };
    }

    size_t waiting() const
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting.size();
    }
    Observation observation(size_t i) const
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting.at(i).observation;
    }

    void commitAll()
    {
        for (const Entry &entry : takeAll())
            entry.done(ObservationId{++m_lastId});
    }
    void failAll(store::StoreProblem::Kind kind)
    {
        for (const Entry &entry : takeAll())
            entry.done(store::StoreProblem{kind, QStringLiteral("/there"), {}});
    }

private:
    struct Entry
    {
        Observation observation;
        store::ObservationStore::Completion done;
    };

    std::deque<Entry> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_waiting, {});
    }

    mutable std::mutex m_mutex;
    std::deque<Entry> m_waiting;
    qint64 m_lastId = 0;
};

struct ReceiverFixture
{
    ReceiverFixture() { listening = receiver.listen(); }

    QByteArray pathOf(const QString &run)
    {
        return receiver.openPath(models::RunId(run)).path().toLatin1();
    }

    FakeClock clock;
    HeldStore store;
    webhook::WebhookReceiver receiver{store.append(), clock};
    http::ListenResult listening;
};

webhook::WebhookRecorder recorderOn(HeldStore &store, const models::Clock &clock)
{
    return {store.append(), clock, [](const webhook::WebhookRecorder::Outcome &) {}};
}

} // namespace

class TestWebhookReceiver final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    // Addresses
    void eachRunHasAnUnguessablePathOfItsOwn();
    void aClosedPathIsAnswered404AndNotStored();
    void aSelfTestComesInAndIsStoredNowhere();
    void theAnswerCanBeAnother_data();
    void theAnswerCanBeAnother();
    void whatIsNotAWebhookIsRefused_data();
    void whatIsNotAWebhookIsRefused();
    void aTunnelsNameIsAnsweredWhenAllowed();
    void whoIsNotAllowedIsAnswered403AndCounted();
    void behindAProxyTheSourceIsWhatItSays();
    void anotherAddressIsListenedOn();
    void withACertificateTheAnswerStillWaitsForTheCommit();
    void aCertificateThatDoesNotServeIsSaid();

    // Commit, then 200
    void theAnswerWaitsForTheCommit();
    void manyWaitingWebhooksAreAnsweredByOneCommit();
    void aStoreThatFailsIsAnswered503AndTheNextOneCanSucceed();
    void aPeerGoneBeforeTheCommitIsStoredOnce();
    void aHalfClosedPeerStillGetsItsAnswer();
    void halfABodyIsNotStored();
    void theReceiverMayGoBeforeTheStoreCompletes();

    // What is stored
    void whateverTheBodyIsItIsStoredByteForByte_data();
    void whateverTheBodyIsItIsStoredByteForByte();
    void theHeadIsStoredAsItCameButForSecrets();
    void authorizationIsMasked_data();
    void authorizationIsMasked();
    void theSignalCarriesTheStoredObservation();
    void theRealStoreHoldsWhatWasAnswered200();

    // The command line's receivers
    void anyPathTakesAPostForNoRun();
    void theEchoAnswersTheBodyItGot();
};

void TestWebhookReceiver::eachRunHasAnUnguessablePathOfItsOwn()
{
    ReceiverFixture f;
    QVERIFY(f.listening.isListening);
    QCOMPARE(f.listening.address, QHostAddress(QHostAddress::LocalHost));
    const QUrl one = f.receiver.openPath(models::RunId(QStringLiteral("one")));
    const QUrl two = f.receiver.openPath(models::RunId(QStringLiteral("two")));
    const QRegularExpression shape(
        QStringLiteral("^http://127\\.0\\.0\\.1:%1/hook/[0-9a-f]{32}$").arg(f.listening.port));
    QVERIFY2(shape.match(one.toString()).hasMatch(), qPrintable(one.toString()));
    QVERIFY(one != two);
    QCOMPARE(f.receiver.openPath(models::RunId(QStringLiteral("one"))), one);
}

void TestWebhookReceiver::aClosedPathIsAnswered404AndNotStored()
{
    ReceiverFixture f;
    const QByteArray path = f.pathOf(QStringLiteral("run"));
    f.receiver.closePath(models::RunId(QStringLiteral("run")));
    RawPeer peer(f.listening.port);
    QVERIFY(peer.write(post(path, "{}")));
    QCOMPARE(statusOf(peer.readAnswers(1)), 404);
    QCOMPARE(f.store.waiting(), 0U);
    QCOMPARE(f.receiver.status().refused, 1);
    QVERIFY(f.pathOf(QStringLiteral("run")) != path);
}

void TestWebhookReceiver::aSelfTestComesInAndIsStoredNowhere()
{
    ReceiverFixture f;
    QByteArrayList arrived;
    connect(
        &f.receiver, &webhook::WebhookReceiver::selfTestArrived, this,
        [&](const webhook::SelfTestArrival &arrival) {
            arrived.append(arrival.nonce + " by " + arrival.way.join(QStringLiteral("; ")).toUtf8());
        },
        Qt::QueuedConnection);
    const QByteArray path = f.receiver.selfTestAddress().path().toLatin1();
    QVERIFY(path != f.pathOf(QStringLiteral("run")));
    RawPeer peer(f.listening.port);
    QVERIFY(peer.write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 192.0.2.7\r\n"
                       "Via: 1.1 proxy\r\nContent-Length: 4\r\n\r\nn-01"));
    QCOMPARE(statusOf(peer.readAnswers(1)), 200);
    QTRY_COMPARE(arrived, (QByteArrayList{"n-01 by 127.0.0.1; Via: 1.1 proxy; X-Forwarded-For: "
                                          "192.0.2.7"}));
    QCOMPARE(f.store.waiting(), 0U);
    QCOMPARE(f.receiver.status().refused, 0);
}

void TestWebhookReceiver::theAnswerCanBeAnother_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isHangUp");
    QTest::newRow("500") << 500 << false;
    QTest::newRow("204") << 204 << false;
    QTest::newRow("nothing at all") << 200 << true;
}

void TestWebhookReceiver::theAnswerCanBeAnother()
{
    QFETCH(int, status);
    QFETCH(bool, isHangUp);
    ReceiverFixture f;
    http::Response answer;
    answer.status = status;
    if (isHangUp)
        answer.fault.kind = http::Response::Fault::Kind::HangUp;
    f.receiver.setAnswer(answer);
    RawPeer peer(f.listening.port);
    QVERIFY(peer.write(post(f.pathOf(QStringLiteral("run")), "{}")));
    QTRY_COMPARE(f.store.waiting(), 1U);
    // What is stored says what was answered.
    QCOMPARE(f.store.observation(0).exchange.answerStatus, isHangUp ? 0 : status);
    f.store.commitAll();
    if (isHangUp) {
        QCOMPARE(peer.readAll(), QByteArray());
        return;
    }
    QCOMPARE(statusOf(peer.readAnswers(1)), status);
}

void TestWebhookReceiver::whatIsNotAWebhookIsRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("a wrong path")
        << QByteArray("POST /hook/00000000000000000000000000000000 HTTP/1.1\r\nHost: localhost\r\n"
                      "Content-Length: 2\r\n\r\n{}")
        << 404;
    QTest::newRow("a path with more behind it")
        << QByteArray("POST %PATH%/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
        << 404;
    for (const char *method :
         {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"})
        QTest::addRow("the method %s", method)
            << QByteArray(method) + " %PATH% HTTP/1.1\r\nHost: localhost\r\n\r\n"
            << 405;
    QTest::newRow("a method nobody knows")
        << QByteArray("BREW %PATH% HTTP/1.1\r\nHost: localhost\r\n\r\n") << 501;
    QTest::newRow("a host that is not ours, as in DNS rebinding")
        << QByteArray("POST %PATH% HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n")
        << 421;
    QTest::newRow("an absolute address of another host")
        << QByteArray("POST http://evil.example%PATH% HTTP/1.1\r\nHost: localhost\r\n"
                      "Content-Length: 0\r\n\r\n")
        << 421;
    QTest::newRow("a body over 4 MiB, declared")
        << QByteArray("POST %PATH% HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4194305\r\n\r\n")
        << 413;
    QTest::newRow("a gigabyte, declared")
        << QByteArray(
               "POST %PATH% HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1073741824\r\n\r\n")
        << 413;
}

void TestWebhookReceiver::whatIsNotAWebhookIsRefused()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    ReceiverFixture f;
    request.replace("%PATH%", f.pathOf(QStringLiteral("run")));
    RawPeer peer(f.listening.port);
    QVERIFY(peer.write(request));
    const QByteArray answer = peer.readAll();
    QCOMPARE(statusOf(answer), status);
    QVERIFY(answer.contains("\r\nConnection: close\r\n"));
    QCOMPARE(answer.contains("\r\nAllow: POST\r\n"), status == 405);
    QCOMPARE(bodyOf(answer).isEmpty(), request.startsWith("HEAD"));
    QCOMPARE(f.store.waiting(), 0U);
    QCOMPARE(f.receiver.status().refused, 1);
    QCOMPARE(f.receiver.status().stored, 0);
}

void TestWebhookReceiver::aTunnelsNameIsAnsweredWhenAllowed()
{
    FakeClock clock;
    HeldStore store;
    webhook::WebhookReceiver receiver(store.append(), clock);
    receiver.allowHost(QStringLiteral("tunnel.example"));
    const http::ListenResult listening = receiver.listen();
    const QByteArray path =
        receiver.openPath(models::RunId(QStringLiteral("run"))).path().toLatin1();
    RawPeer peer(listening.port);
    QVERIFY(peer.write("POST " + path +
                       " HTTP/1.1\r\nHost: Tunnel.Example:443\r\nContent-Length: 0\r\n\r\n"));
    QTRY_COMPARE(store.waiting(), 1U);
    store.commitAll();
    QCOMPARE(statusOf(peer.readAnswers(1)), 200);
}

void TestWebhookReceiver::theAnswerWaitsForTheCommit()
{
    ReceiverFixture f;
    RawPeer peer(f.listening.port);
    QVERIFY(peer.write(post(f.pathOf(QStringLiteral("run")), "{}")));
    QTRY_COMPARE(f.store.waiting(), 1U);
    QCOMPARE(peer.readWhatComes(100ms), QByteArray());
    QCOMPARE(f.receiver.status().stored, 0);
    f.store.commitAll();
    const QByteArray answer = peer.readAnswers(1);
    QCOMPARE(statusOf(answer), 200);
    QVERIFY(answer.contains("\r\nContent-Length: 0\r\n"));
    QCOMPARE(f.receiver.status().stored, 1);
}

void TestWebhookReceiver::manyWaitingWebhooksAreAnsweredByOneCommit()
{
    ReceiverFixture f;
    const QByteArray path = f.pathOf(QStringLiteral("run"));
    std::vector<std::unique_ptr<RawPeer>> peers;
    for (int i = 0; i < 32; ++i) {
        peers.push_back(std::make_unique<RawPeer>(f.listening.port));
        QVERIFY(peers.back()->write(post(path, QByteArray::number(i))));
    }
    QTRY_COMPARE(f.store.waiting(), 32U);
    f.store.commitAll();
    for (const auto &peer : peers)
        QCOMPARE(statusOf(peer->readAnswers(1)), 200);
    QCOMPARE(f.receiver.status().stored, 32);
}

void TestWebhookReceiver::aStoreThatFailsIsAnswered503AndTheNextOneCanSucceed()
{
    ReceiverFixture f;
    const QByteArray path = f.pathOf(QStringLiteral("run"));
    RawPeer peer(f.listening.port);
    QVERIFY(peer.write(post(path, "{}")));
    QTRY_COMPARE(f.store.waiting(), 1U);
    f.store.failAll(store::StoreProblem::Kind::DiskFull);
    const QByteArray answer = peer.readAll();
    QCOMPARE(statusOf(answer), 503);
    QVERIFY(answer.contains("\r\nRetry-After: 5\r\n"));
    QCOMPARE(f.receiver.status().notStored, 1);
    QCOMPARE(f.receiver.status().stored, 0);

    RawPeer again(f.listening.port);
    QVERIFY(again.write(post(path, "{}")));
    QTRY_COMPARE(f.store.waiting(), 1U);
    f.store.commitAll();
    QCOMPARE(statusOf(again.readAnswers(1)), 200);
}

void TestWebhookReceiver::aPeerGoneBeforeTheCommitIsStoredOnce()
{
    ReceiverFixture f;
    const QByteArray path = f.pathOf(QStringLiteral("run"));
    {
        RawPeer peer(f.listening.port);
        QVERIFY(peer.write(post(path, "{}")));
        QTRY_COMPARE(f.store.waiting(), 1U);
        peer.reset();
    }
    f.store.commitAll();
    QCOMPARE(f.receiver.status().stored, 1);
    RawPeer other(f.listening.port);
    QVERIFY(other.write(post(path, "{}")));
    QTRY_COMPARE(f.store.waiting(), 1U);
    f.store.commitAll();
    QCOMPARE(statusOf(other.readAnswers(1)), 200);
}

void TestWebhookReceiver::aHalfClosedPeerStillGetsItsAnswer()
{
    ReceiverFixture f;
    RawPeer peer(f.listening.port);
    QVERIFY(peer.write(post(f.pathOf(QStringLiteral("run")), "{}")));
    peer.shutDownWriting();
    QTRY_COMPARE(f.store.waiting(), 1U);
    QCOMPARE(peer.readWhatComes(50ms), QByteArray());
    f.store.commitAll();
    QCOMPARE(statusOf(peer.readAll()), 200);
}

void TestWebhookReceiver::halfABodyIsNotStored()
{
    ReceiverFixture f;
    const QByteArray path = f.pathOf(QStringLiteral("run"));
    RawPeer peer(f.listening.port);
    QVERIFY(peer.write("POST " + path +
                       " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n12345"));
    peer.shutDownWriting();
    QCOMPARE(peer.readAll(), QByteArray());
    QCOMPARE(f.store.waiting(), 0U);
}

void TestWebhookReceiver::theReceiverMayGoBeforeTheStoreCompletes()
{
    FakeClock clock;
    HeldStore store;
    auto receiver = std::make_unique<webhook::WebhookReceiver>(store.append(), clock);
    const http::ListenResult listening = receiver->listen();
    const QByteArray path =
        receiver->openPath(models::RunId(QStringLiteral("run"))).path().toLatin1();
    RawPeer peer(listening.port);
    QVERIFY(peer.write(post(path, "{}")));
    QTRY_COMPARE(store.waiting(), 1U);
    receiver.reset();
    QCOMPARE(peer.readAll(), QByteArray());
    store.commitAll();
}

void TestWebhookReceiver::whateverTheBodyIsItIsStoredByteForByte_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QByteArray everyByte;
    for (int i = 0; i < 256; ++i)
        everyByte += static_cast<char>(i);
    QTest::newRow("JSON") << QByteArray("application/json") << QByteArray(R"({"flowId": "x"})");
    QTest::newRow("JSON cut short") << QByteArray("application/json") << QByteArray(R"({"flowId)");
    QTest::newRow("no JSON") << QByteArray("application/json") << QByteArray("hello");
    QTest::newRow("JSON of a strange shape")
        << QByteArray("application/json") << QByteArray("[[1]]");
    QTest::newRow("a form under text/plain") << QByteArray("text/plain") << QByteArray("a=b");
    QTest::newRow("empty") << QByteArray("application/json") << QByteArray();
    QTest::newRow("every byte there is") << QByteArray("application/octet-stream") << everyByte;
    QTest::newRow("UTF-16") << QByteArray("application/json; charset=utf-16")
                            << QByteArray("\xff\xfe{\0}\0", 6);
    QTest::newRow("gzip") << QByteArray("application/json") << QByteArray("\x1f\x8b\x08\0\0\0", 6);
    QTest::newRow("4 MiB exactly")
        << QByteArray("application/json") << QByteArray(4 * 1024 * 1024, 'x');
}

void TestWebhookReceiver::whateverTheBodyIsItIsStoredByteForByte()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    ReceiverFixture f;
    RawPeer peer(f.listening.port);
    QVERIFY(
        peer.write(post(f.pathOf(QStringLiteral("run")), body, "Content-Type: " + type + "\r\n")));
    QTRY_COMPARE(f.store.waiting(), 1U);
    const Observation observation = f.store.observation(0);
    QCOMPARE(QCryptographicHash::hash(observation.exchange.requestBody, QCryptographicHash::Sha256),
             QCryptographicHash::hash(body, QCryptographicHash::Sha256));
    QCOMPARE(observation.run, models::RunId(QStringLiteral("run")));
    QCOMPARE(observation.source, models::ObservationSource::Webhook);
    QCOMPARE(observation.arrivedAt, f.clock.wallNow());
    QCOMPARE(observation.startedAt, observation.arrivedAt);
    f.store.commitAll();
    QCOMPARE(statusOf(peer.readAnswers(1)), 200);
}

void TestWebhookReceiver::theHeadIsStoredAsItCameButForSecrets()
{
    ReceiverFixture f;
    const QByteArray path = f.pathOf(QStringLiteral("run"));
    RawPeer peer(f.listening.port);
    QVERIFY(peer.write("POST " + path +
                       "?a=b HTTP/1.1\r\nhOST:localhost\r\nX-A:  1 \r\nX-A: 2\r\n"
                       "authorization: Bearer secret\r\nContent-Length: 2\r\n\r\n{}"));
    QTRY_COMPARE(f.store.waiting(), 1U);
    QCOMPARE(f.store.observation(0).exchange.requestHead,
             "POST " + path +
                 "?a=b HTTP/1.1\r\nhOST:localhost\r\nX-A:  1 \r\nX-A: 2\r\n"
                 "authorization: ***\r\nContent-Length: 2\r\n\r\n");
    f.store.commitAll();
}

void TestWebhookReceiver::authorizationIsMasked_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("masked");
    QTest::newRow("nothing to mask") << QByteArray("POST / HTTP/1.1\r\nHost: a\r\n\r\n")
                                     << QByteArray("POST / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("in the middle")
        << QByteArray("POST / HTTP/1.1\r\nAuthorization: Basic eHg=\r\nHost: a\r\n\r\n")
        << QByteArray("POST / HTTP/1.1\r\nAuthorization: ***\r\nHost: a\r\n\r\n");
    QTest::newRow("last, twice, in any case, without a space")
        << QByteArray(
               "POST / HTTP/1.1\r\nHost: a\r\nAUTHORIZATION:x\r\nproxy-authorization:\ty\r\n\r\n")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nAUTHORIZATION: ***\r\nproxy-authorization: "
                      "***\r\n\r\n");
    QTest::newRow("the word elsewhere is left alone")
        << QByteArray(
               "POST /Authorization: HTTP/1.1\r\nX: Authorization: a\r\nX-Authorization: b\r\n\r\n")
        << QByteArray("POST /Authorization: HTTP/1.1\r\nX: Authorization: a\r\nX-Authorization: "
                      "b\r\n\r\n");
}

void TestWebhookReceiver::authorizationIsMasked()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, masked);
    QCOMPARE(webhook::withMaskedAuthorization(head), masked);
}

void TestWebhookReceiver::theSignalCarriesTheStoredObservation()
{
    ReceiverFixture f;
    std::vector<Observation> seen;
    connect(&f.receiver, &webhook::WebhookReceiver::webhookStored, this,
            [&](const Observation &observation) {
                QVERIFY(QThread::currentThread() == f.receiver.thread());
                seen.push_back(observation);
            });
    RawPeer peer(f.listening.port);
    QVERIFY(peer.write(post(f.pathOf(QStringLiteral("run")), "{}")));
    QTRY_COMPARE(f.store.waiting(), 1U);
    Observation expected = f.store.observation(0);
    f.store.commitAll();
    QCOMPARE(statusOf(peer.readAnswers(1)), 200);
    expected.id = ObservationId{1};
    QTRY_COMPARE(seen, std::vector<Observation>{expected});
}

void TestWebhookReceiver::theRealStoreHoldsWhatWasAnswered200()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("store.sqlite"));
    FakeClock clock;
    {
        auto opened = store::ObservationStore::open(file);
        QVERIFY(opened.hasValue());
        webhook::WebhookReceiver receiver(opened.value(), clock);
        const http::ListenResult listening = receiver.listen();
        const models::RunId run(QStringLiteral("run"));
        const QByteArray path = receiver.openPath(run).path().toLatin1();
        RawPeer peer(listening.port);
        QByteArray requests;
        for (int i = 0; i < 20; ++i)
            requests += post(path, QByteArray::number(i));
        QVERIFY(peer.write(requests));
        QCOMPARE(statusesOf(peer.readAnswers(20)), QList<int>(20, 200));
    }
    auto reopened = store::ObservationStore::open(file);
    QVERIFY(reopened.hasValue());
    QByteArrayList bodies;
    for (const Observation &observation :
         reopened.value()->observations(models::RunId(QStringLiteral("run")), {}, 100))
        bodies += observation.exchange.requestBody;
    QByteArrayList expected;
    for (int i = 0; i < 20; ++i)
        expected += QByteArray::number(i);
    QCOMPARE(bodies, expected);
}

void TestWebhookReceiver::anyPathTakesAPostForNoRun()
{
    FakeClock clock;
    HeldStore store;
    webhook::AnyPathHandler handler(recorderOn(store, clock));
    http::HttpServer server(handler, clock, webhook::AnyPathHandler::limits());
    const http::ListenResult listening = server.listen(QHostAddress::LocalHost, 0);
    RawPeer peer(listening.port);
    QVERIFY(peer.write(
        "POST /what/ever?x HTTP/1.1\r\nHost: any.example\r\nContent-Length: 2\r\n\r\n{}"));
    QTRY_COMPARE(store.waiting(), 1U);
    QVERIFY(store.observation(0).run.isEmpty());
    store.commitAll();
    QCOMPARE(statusOf(peer.readAnswers(1)), 200);
    QVERIFY(peer.write("GET / HTTP/1.1\r\nHost: any.example\r\n\r\n"));
    QCOMPARE(statusOf(peer.readAll()), 405);
}

void TestWebhookReceiver::theEchoAnswersTheBodyItGot()
{
    FakeClock clock;
    webhook::EchoHandler handler;
    http::HttpServer server(handler, clock, webhook::EchoHandler::limits());
    const http::ListenResult listening = server.listen(QHostAddress::LocalHost, 0);
    RawPeer peer(listening.port);
    QVERIFY(peer.write("PUT /x HTTP/1.1\r\nHost: any.example\r\nContent-Type: text/x\r\n"
                       "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"));
    const QByteArray answer = peer.readAnswers(1);
    QCOMPARE(statusOf(answer), 200);
    QVERIFY(answer.contains("\r\nContent-Type: text/x\r\n"));
    QCOMPARE(bodyOf(answer), "abcde");
    QVERIFY(peer.write("TRACE /x HTTP/1.1\r\nHost: any.example\r\n\r\n"));
    QCOMPARE(statusOf(peer.readAnswers(1)), 200);
}

namespace {

models::ReceiverAccess accessFrom(const QStringList &sources, const QStringList &proxies = {})
{
    models::ReceiverAccess access;
    access.sources = sources;
    access.proxies = proxies;
    return access;
}

/// A receiver that is open as `access` says.
struct AccessFixture
{
    explicit AccessFixture(const models::ReceiverAccess &access, models::Instant now = {})
        : opened(webhook::openReceiver(receiver, access, 0, now))
    {}

    QByteArray pathOf(const QString &run)
    {
        return receiver.openPath(models::RunId(run)).path().toLatin1();
    }
    int statusOfPost(const QByteArray &path, const QByteArray &more = {})
    {
        RawPeer peer(opened.value().port);
        peer.write(post(path, "{}", more));
        return statusOf(peer.readAnswers(1));
    }

    FakeClock clock;
    HeldStore store;
    webhook::WebhookReceiver receiver{store.append(), clock};
    models::Result<http::ListenResult, http::CertificateProblem> opened;
};

} // namespace

void TestWebhookReceiver::whoIsNotAllowedIsAnswered403AndCounted()
{
    AccessFixture fixture(accessFrom({QStringLiteral("192.0.2.0/24")}));
    QVERIFY(fixture.opened && fixture.opened.value().isListening);
    QCOMPARE(fixture.statusOfPost(fixture.pathOf(QStringLiteral("r1"))), 403);
    // Nobody learns which paths there are, and nobody's header is believed.
    QCOMPARE(fixture.statusOfPost("/nobody"), 403);
    QCOMPARE(fixture.statusOfPost(fixture.pathOf(QStringLiteral("r1")),
                                  "X-Forwarded-For: 192.0.2.7\r\n"),
             403);
    const webhook::ReceiverStatus status = fixture.receiver.status();
    QCOMPARE(status.notAllowed, 3);
    QCOMPARE(status.refused, 0);
    QCOMPARE(status.lastNotAllowed->address->toText(), QStringLiteral("127.0.0.1"));
    QCOMPARE(fixture.store.waiting(), size_t(0));

    QString seen;
    connect(&fixture.receiver, &webhook::WebhookReceiver::selfTestArrived, this,
            [&](const webhook::SelfTestArrival &arrival) {
                seen = arrival.origin.address->toText() +
                       QLatin1String(arrival.isAllowed ? " allowed" : " not allowed");
            });
    QCOMPARE(fixture.statusOfPost(fixture.receiver.selfTestAddress().path().toLatin1()), 200);
    QTRY_COMPARE(seen, QStringLiteral("127.0.0.1 not allowed"));
    QCOMPARE(fixture.receiver.status().notAllowed, 3);
}

void TestWebhookReceiver::behindAProxyTheSourceIsWhatItSays()
{
    AccessFixture fixture(
        accessFrom({QStringLiteral("192.0.2.0/24")}, {QStringLiteral("127.0.0.1")}));
    const QByteArray path = fixture.pathOf(QStringLiteral("r1"));
    QCOMPARE(fixture.statusOfPost(path, "X-Forwarded-For: 192.0.2.7, 198.51.100.1\r\n"), 403);
    QCOMPARE(fixture.statusOfPost(path, "X-Forwarded-For: 192.0.2.7\r\n"
                                        "X-Forwarded-For: 198.51.100.1\r\n"),
             403);
    QCOMPARE(fixture.receiver.status().lastNotAllowed->address->toText(),
             QStringLiteral("198.51.100.1"));
    QCOMPARE(fixture.store.waiting(), size_t(0));
    RawPeer peer(fixture.opened.value().port);
    peer.write(post(path, "{}", "Forwarded: for=192.0.2.7;proto=https\r\n"));
    QTRY_COMPARE(fixture.store.waiting(), size_t(1));
    fixture.store.commitAll();
    QCOMPARE(statusOf(peer.readAnswers(1)), 200);
    QVERIFY(fixture.receiver.status().stored == 1);
}

void TestWebhookReceiver::anotherAddressIsListenedOn()
{
    models::ReceiverAccess access;
    access.listenAddress = QStringLiteral("127.0.0.2");
    AccessFixture fixture(access);
    QVERIFY(fixture.opened && fixture.opened.value().isListening);
    QCOMPARE(fixture.receiver.openPath(models::RunId(QStringLiteral("r1"))).host(),
             QStringLiteral("127.0.0.2"));
    // Nothing listens at the usual one.
    QVERIFY(!RawPeer(fixture.opened.value().port).isConnected());
    QTcpSocket peer;
    peer.connectToHost(QStringLiteral("127.0.0.2"), fixture.opened.value().port);
    QVERIFY(peer.waitForConnected());
    peer.write(post("/nobody", "{}"));
    QVERIFY(peer.waitForReadyRead());
    QCOMPARE(statusOf(peer.readAll()), 404);

    // 192.0.2.0/24 is nobody's (RFC 5737).
    access.listenAddress = QStringLiteral("192.0.2.1");
    const AccessFixture nowhere(access);
    QVERIFY(nowhere.opened && !nowhere.opened.value().isListening);
    QVERIFY(nowhere.opened.value().problem == http::ListenResult::Problem::AddressNotAvailable);
}

void TestWebhookReceiver::withACertificateTheAnswerStillWaitsForTheCommit()
{
    const testsupport::TestAuthority authority;
    QVERIFY(authority.isMade() && authority.sign("server", "DNS:localhost"));
    models::ReceiverAccess access;
    access.certificateFile = authority.path("server.pem");
    access.keyFile = authority.path("server.key");
    const QDateTime begin =
        QSslCertificate::fromPath(access.certificateFile, QSsl::Pem,
                                  QSslCertificate::PatternSyntax::FixedString)
            .first()
            .effectiveDate();
    const models::Instant now{std::chrono::milliseconds{begin.toMSecsSinceEpoch()} + 1h};
    AccessFixture fixture(access, now);
    QVERIFY(fixture.opened && fixture.opened.value().isListening);
    QCOMPARE(fixture.receiver.selfTestAddress().scheme(), QStringLiteral("https"));

    QSslSocket peer;
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(QSslCertificate::fromPath(
        authority.certificatePath(), QSsl::Pem, QSslCertificate::PatternSyntax::FixedString));
    peer.setSslConfiguration(trusting);
    peer.connectToHostEncrypted(QStringLiteral("127.0.0.1"), fixture.opened.value().port,
                                QStringLiteral("localhost"));
    QVERIFY2(peer.waitForEncrypted(), qPrintable(peer.errorString()));
    peer.write(post(fixture.pathOf(QStringLiteral("r1")), "{\"a\":1}"));
    QTRY_COMPARE(fixture.store.waiting(), size_t(1));
    QCOMPARE(fixture.store.observation(0).exchange.requestBody, QByteArray("{\"a\":1}"));
    QVERIFY(!peer.waitForReadyRead(50));
    fixture.store.commitAll();
    QVERIFY(peer.bytesAvailable() > 0 || peer.waitForReadyRead());
    QCOMPARE(statusOf(peer.readAll()), 200);
}

void TestWebhookReceiver::aCertificateThatDoesNotServeIsSaid()
{
    models::ReceiverAccess access;
    access.certificateFile = QStringLiteral("/nonexistent/server.pem");
    access.keyFile = QStringLiteral("/nonexistent/server.key");
    const AccessFixture fixture(access);
    QVERIFY(!fixture.opened);
    QCOMPARE(fixture.opened.error().place, access.certificateFile);
}

QTEST_GUILESS_MAIN(TestWebhookReceiver)
#include "tst_webhookreceiver.moc"
