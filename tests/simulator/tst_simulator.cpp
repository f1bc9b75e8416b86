// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/simulator.h"
#include "app/simulator/webhooksender.h"
#include "models/run/observation.h"
#include "tests/simulator/simulatorpeers.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtTest>

using namespace otpscope;
using namespace otpscope::simulator;
using namespace std::chrono_literals;
using fixtures::flowWithCallback;
using fixtures::Receiver;
using fixtures::TestClient;
using fixtures::Answer;
using models::Json;

namespace {

const QStringList expiredStory{
    QStringLiteral("viber EXPIRED, InProgress"), QStringLiteral("sms Queued, InProgress"),
    QStringLiteral("sms Sent, InProgress"), QStringLiteral("sms Delivered, Succeeded")};

} // namespace

/// Tier 1: the simulator as an object; 2: over loopback with a clock of the test's;
/// 3: over loopback in real time.
class TestSimulator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    // Tier 1

    void listsItsScenarios()
    {
        const testsupport::FakeClock clock;
        const Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        QCOMPARE(simulator.scenarios().size(), platform::builtInScenarios().size());
        QCOMPARE(simulator.scenarios().front().name, QStringLiteral("all-fail"));
        QVERIFY(!simulator.scenarios().front().description.isEmpty());
    }

    void aScenarioFromAFileReplacesItsNamesake()
    {
        const testsupport::FakeClock clock;
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        const auto loaded = simulator.loadScenario(
            R"({"name": "all-fail", "title": "Mine", "description": "Mine.",
                "channels": {"viber": [], "sms": []}})");
        QVERIFY(loaded.hasValue());
        QCOMPARE(simulator.scenarios().size(), platform::builtInScenarios().size());
        QCOMPARE(simulator.scenarios().front().title, QStringLiteral("Mine"));
        const auto refused = simulator.loadScenario("{}");
        QVERIFY(!refused.hasValue());
        QCOMPARE(refused.error(), QStringLiteral("line 1, column 1: /name: expected a text that is not empty."));
    }

    void doesNotStartWithAnUnknownScenario()
    {
        const testsupport::FakeClock clock;
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        SimulatorOptions options;
        options.scenario = QStringLiteral("none");
        const http::ListenResult result = simulator.start(options);
        QVERIFY(!result.isListening);
        QCOMPARE(result.detail, QStringLiteral("There is no scenario named \"none\"."));
    }

    void saysWhenThePortIsTaken()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const testsupport::FakeClock clock;
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        SimulatorOptions options;
        options.port = other.serverPort();
        QCOMPARE(simulator.start(options).problem, http::ListenResult::Problem::PortInUse);
    }

    void changesBeforeTheStartDoNothing()
    {
        const testsupport::FakeClock clock;
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        simulator.setSpeed(3.0);
        QVERIFY(!simulator.setScenario(QStringLiteral("all-fail")));
    }

    // Tier 2

    void pollsFollowAClockThatTheTestMoves()
    {
        testsupport::FakeClock clock;
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        QVERIFY(simulator.start({}).isListening);
        TestClient client(simulator);
        const Json sent = client.send(flowWithCallback("http://127.0.0.1:1/")).json();
        clock.advance(299'999ms);
        QCOMPARE(client.track(sent.at("flowId")).json().at("steps").size(), 1U);
        clock.advance(1ms);
        QCOMPARE(client.track(sent.at("flowId")).json().at("steps").size(), 2U);
    }

    void aFrozenClockStandsStillUntilItRunsAgain()
    {
        testsupport::FakeClock clock;
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        SimulatorOptions options;
        options.speed = 0.0;
        QVERIFY(simulator.start(options).isListening);
        TestClient client(simulator);
        const Json sent = client.send(flowWithCallback("http://127.0.0.1:1/")).json();
        const QByteArray before = client.track(sent.at("flowId")).body;
        clock.advance(24h);
        QCOMPARE(client.track(sent.at("flowId")).body, before);

        simulator.setSpeed(60.0);
        clock.advance(1s);
        const Answer later = client.track(sent.at("flowId"));
        QVERIFY(later.serviceClock.endsWith("; speed=60"));
        QCOMPARE(later.json().at("steps").size(), 1U);
        simulator.setSpeed(300.0);
        clock.advance(1s);
        QCOMPARE(client.track(sent.at("flowId")).json().at("steps").size(), 2U);
    }

    void twoRunsWithTheSameSeedGiveTheSameBytes()
    {
        const auto story = [](quint64 seed) {
            testsupport::FakeClock clock;
            Receiver receiver(clock);
            Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
            SimulatorOptions options;
            options.speed = 0.0;
            options.seed = seed;
            options.serviceStart = models::Instant{1'800'000'000s};
            (void)simulator.start(options);
            TestClient client(simulator);
            QByteArrayList bytes{client.token().body};
            const Json flow = fixtures::example(1);
            const Answer sent = client.send(flow);
            bytes.append(sent.body + sent.serviceClock);
            const Answer tracked = client.track(sent.json().at("flowId"));
            bytes.append(tracked.body + tracked.serviceClock);
            return bytes.join('\n');
        };
        QCOMPARE(story(3), story(3));
        QVERIFY(story(3) != story(4));
    }

    void webhooksCarryTheStateOfTheirChange()
    {
        testsupport::FakeClock clock;
        Receiver receiver(clock);
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        QVERIFY(simulator.start({}).isListening);
        TestClient client(simulator);
        const models::Instant start = clock.wallNow();
        const Json sent = client.send(flowWithCallback(receiver.url("/hook"))).json();
        QCOMPARE(receiver.count("/hook"), 0);
        // One jump over everything: the webhooks still tell it step by step.
        clock.advance(1h);
        const Answer final = client.track(sent.at("flowId"));
        QTRY_COMPARE(receiver.count("/hook"), 4);
        QCOMPARE(receiver.story("/hook"), expiredStory);

        const std::vector<http::Request> webhooks = receiver.requests("/hook");
        QCOMPARE(webhooks.back().body, final.body);
        QStringList clocks;
        for (const http::Request &webhook : webhooks) {
            QCOMPARE(webhook.method, QByteArray("POST"));
            QCOMPARE(*http::findHeader(webhook.headers, "Content-Type"),
                     QByteArray("application/json"));
            const auto reading = models::readServiceClock(webhook.rawHead);
            QVERIFY(reading.has_value());
            clocks.append(fixtures::seconds(reading->at, start));
        }
        QCOMPARE(clocks, (QStringList{QStringLiteral("300"), QStringLiteral("300"),
                                      QStringLiteral("301"), QStringLiteral("304")}));
    }

    void twoFlowsAtOnceKeepTheirOwnStories()
    {
        testsupport::FakeClock clock;
        Receiver receiver(clock);
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        QVERIFY(simulator.start({}).isListening);
        TestClient client(simulator);
        (void)client.send(flowWithCallback(receiver.url("/one")));
        QVERIFY(simulator.setScenario(QStringLiteral("viber-delivered-seen")));
        const Json two = client.send(flowWithCallback(receiver.url("/two"), 2)).json();
        clock.advance(1h);
        QCOMPARE(client.track(two.at("flowId")).json().at("status").get<std::string>(),
                 std::string("Succeeded"));
        QTRY_COMPARE(receiver.count("/one"), 4);
        QTRY_COMPARE(receiver.count("/two"), 2);
        QCOMPARE(receiver.story("/one"), expiredStory);
        QCOMPARE(receiver.story("/two"),
                 (QStringList{QStringLiteral("viber DELIVERED, Succeeded"),
                              QStringLiteral("viber SEEN, Succeeded")}));
    }

    void aRedirectIsNotFollowed()
    {
        testsupport::FakeClock clock;
        Receiver receiver(clock);
        http::Response redirect;
        redirect.status = 307;
        redirect.headers = {{"Location", "/elsewhere"}};
        receiver.setAnswer(redirect);
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        QVERIFY(simulator.start({}).isListening);
        TestClient client(simulator);
        const Json sent = client.send(flowWithCallback(receiver.url("/hook"))).json();
        clock.advance(1h);
        (void)client.track(sent.at("flowId"));
        QTRY_COMPARE(receiver.count("/hook"), 4);
        QCOMPARE(receiver.count("/elsewhere"), 0);
    }

    void aWebhookIsPostedOnceThoughThePeerHangsUp()
    {
        // A raw peer: counts the heads and closes without an answer.
        QTcpServer peer;
        QVERIFY(peer.listen(QHostAddress::LocalHost));
        QByteArrayList received;
        connect(&peer, &QTcpServer::newConnection, &peer, [&] {
            QTcpSocket *socket = peer.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &received] {
                const QByteArray bytes = socket->readAll();
                if (bytes.contains("POST "))
                    received.append(bytes);
                socket->abort();
            });
        });
        const platform::SystemClock clock;
        WebhookSender sender(clock);
        const QUrl url(QStringLiteral("http://127.0.0.1:%1/hook").arg(peer.serverPort()));
        const models::FlowId flow(QStringLiteral("flow"));
        sender.send({flow, url, "{\"n\":1}", "clock"});
        sender.send({flow, url, "{\"n\":2}", "clock"});
        QTRY_COMPARE(received.size(), 2);
        // Whatever would be repeated goes out before a third one that was asked for later.
        sender.send({flow, url, "{\"n\":3}", "clock"});
        QTRY_VERIFY(received.size() >= 3);
        QCOMPARE(received.size(), 3);
    }

    void aConnectionIsKeptWhereTheAnswersEndIsPlain_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &answer, const char *expected) {
            QTest::newRow(name) << answer << QString::fromLatin1(expected);
        };
        row("a length", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
            "200 200 200 over 1 connection");
        row("a length in other letters", "http/1.1 201 Created\r\ncontent-LENGTH:0\r\n\r\n",
            "201 201 201 over 1 connection");
        row("204 has no body", "HTTP/1.1 204 No Content\r\n\r\n",
            "204 204 204 over 1 connection");
        row("100 comes before the answer",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n",
            "202 202 202 over 1 connection");
        row("the receiver wants to close",
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: Close\r\n\r\n",
            "200 200 200 over 3 connections");
        row("HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
            "200 200 200 over 3 connections");
        row("no length", "HTTP/1.1 200 OK\r\n\r\n", "200 200 200 over 3 connections");
        row("a length that is none", "HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\n",
            "200 200 200 over 3 connections");
        row("chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "200 200 200 over 3 connections");
        row("more than the answer", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nmore",
            "200 200 200 over 3 connections");
        row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n", "0 0 0 over 3 connections");
        row("no number", "HTTP/1.1 OK\r\n\r\n", "0 0 0 over 3 connections");
    }

    void aConnectionIsKeptWhereTheAnswersEndIsPlain()
    {
        QFETCH(const QByteArray, answer);
        QTcpServer peer;
        QVERIFY(peer.listen(QHostAddress::LocalHost));
        int connections = 0;
        connect(&peer, &QTcpServer::newConnection, &peer, [&] {
            QTcpSocket *socket = peer.nextPendingConnection();
            ++connections;
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &answer] {
                if (socket->readAll().endsWith("{}"))
                    socket->write(answer);
            });
        });
        const platform::SystemClock clock;
        WebhookSender sender(clock);
        QStringList statuses;
        sender.setOutcomeListener([&statuses](quint64, const PostOutcome &outcome) {
            statuses.append(QString::number(outcome.status));
        });
        const QUrl url(QStringLiteral("http://127.0.0.1:%1/hook").arg(peer.serverPort()));
        for (int i = 0; i < 3; ++i)
            sender.send({models::FlowId(QStringLiteral("flow")), url, "{}", "clock"});
        QTRY_COMPARE(statuses.size(), 3);
        const QString found = QStringLiteral("%1 over %2 connection%3")
                                  .arg(statuses.join(QLatin1Char(' ')), QString::number(connections),
                                       QLatin1String(connections == 1 ? "" : "s"));
        QTEST(found, "expected");
    }

    // Tier 3

    void aReceiverThatNeverAnswersHoldsItsFlowForTwoSecondsOnly()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const platform::SystemClock clock;
        Receiver receiver(clock);
        WebhookSender sender(clock);
        const QUrl silentUrl(QStringLiteral("http://127.0.0.1:%1/").arg(silent.serverPort()));
        const QUrl sameFlow(models::toQString(receiver.url("/same")));
        const QUrl otherFlow(models::toQString(receiver.url("/other")));
        QElapsedTimer elapsed;
        elapsed.start();
        sender.send({models::FlowId(QStringLiteral("a")), silentUrl, "{}", "clock"});
        sender.send({models::FlowId(QStringLiteral("a")), sameFlow, "{}", "clock"});
        sender.send({models::FlowId(QStringLiteral("b")), otherFlow, "{}", "clock"});
        QTRY_COMPARE(receiver.count("/other"), 1);
        QCOMPARE(receiver.count("/same"), 0);
        QTRY_COMPARE(receiver.count("/same"), 1);
        QVERIFY(elapsed.elapsed() >= WebhookSender::PostLimit.count() - 50);
    }

    void manyFlowsKeepTheirOrderAtTheHighestSpeed()
    {
        const platform::SystemClock clock;
        Receiver receiver(clock);
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        SimulatorOptions options;
        options.speed = HighestSpeed;
        QVERIFY(simulator.start(options).isListening);
        TestClient client(simulator);
        QByteArrayList paths;
        for (int flow = 0; flow < 20; ++flow) {
            paths.append("/hook/" + QByteArray::number(flow));
            QCOMPARE(client.send(flowWithCallback(receiver.url(paths.back().constData()))).status,
                     200);
        }
        for (const QByteArray &path : paths)
            QTRY_COMPARE(receiver.count(path), 4);
        for (const QByteArray &path : paths)
            QCOMPARE(receiver.story(path), expiredStory);
    }

    void speedAndScenarioChangeInMidRun()
    {
        const platform::SystemClock clock;
        Receiver receiver(clock);
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        SimulatorOptions options;
        options.speed = 0.0;
        QVERIFY(simulator.start(options).isListening);
        TestClient client(simulator);
        (void)client.send(flowWithCallback(receiver.url("/one")));
        QVERIFY(simulator.setScenario(QStringLiteral("all-fail")));
        QVERIFY(!simulator.setScenario(QStringLiteral("none")));
        (void)client.send(flowWithCallback(receiver.url("/two")));
        simulator.setSpeed(1.0);
        QCOMPARE(receiver.count("/one"), 0);
        simulator.setSpeed(HighestSpeed);
        QTRY_COMPARE(receiver.story("/one"), expiredStory);
        QTRY_COMPARE(receiver.count("/two"), 4);
        QCOMPARE(receiver.story("/two").back(), QStringLiteral("sms Undelivered, Failed"));
    }

    void canBeDestroyedInMidRun()
    {
        const platform::SystemClock clock;
        Receiver receiver(clock);
        for (int round = 0; round < 10; ++round) {
            Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
            SimulatorOptions options;
            options.speed = HighestSpeed;
            QVERIFY(simulator.start(options).isListening);
            TestClient client(simulator);
            (void)client.send(flowWithCallback(receiver.url("/hook")));
        }
    }

private:
    static constexpr double HighestSpeed = 3600.0;
};

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
