// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/simulatorpeers.h"

#include <QSignalSpy>
#include <QSslSocket>
#include <QtTest>

using namespace otpscope;
using namespace otpscope::simulator;
using namespace std::chrono_literals;
using fixtures::Answer;
using fixtures::flowWithCallback;
using fixtures::Receiver;
using fixtures::TestClient;
using models::Json;

namespace {

const std::string controlRoot = "/__otpscope";

Faults faultsOf(const QByteArray &json)
{
    const auto read = readFaults(models::parseJson(json).value());
    return read ? read.value() : Faults();
}

/// What a body looks like in the journal.
Json journalContent(const QByteArray &body)
{
    const auto parsed = models::parseJson(body);
    return parsed ? parsed.value() : Json(body.toStdString());
}

/// A simulator on a clock that stands, with a receiver and a client.
struct Scene
{
    explicit Scene(const Faults &faults, quint64 seed = 1)
        : receiver(wallClock)
        , simulator(fixtures::catalogue(), wallClock, platform::builtInScenarios())
        , client(simulator)
    {
        SimulatorOptions options;
        options.speed = 0;
        options.seed = seed;
        options.faults = faults;
        options.serviceStart = models::Instant{1'795'428'000s};
        isStarted = simulator.start(options).isListening;
    }
    Q_DISABLE_COPY_MOVE(Scene)

    [[nodiscard]] Json webhooksInJournal()
    {
        return client.control("GET", controlRoot + "/journal?kind=webhook").json().at("entries");
    }

    /// Until each webhook was answered, or not.
    [[nodiscard]] bool isSettled()
    {
        return QTest::qWaitFor([this] {
            const Json entries = webhooksInJournal();
            return std::none_of(entries.begin(), entries.end(), [](const Json &entry) {
                return entry.at("state").get<std::string>() == "under way";
            });
        });
    }

    platform::SystemClock wallClock;
    Receiver receiver;
    Simulator simulator;
    TestClient client;
    bool isStarted = false;
};

} // namespace

/// All over loopback; the service clock stands and is made to jump.
class TestSimulatorFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theJournalIsWhatAReceiverReallyGot_data()
    {
        QTest::addColumn<QByteArray>("faults");
        QTest::addColumn<QString>("story");
        QTest::newRow("nothing wrong")
            << QByteArray("{}") << QStringLiteral("EXPIRED Queued Sent Delivered");
        QTest::newRow("dropped") << QByteArray(R"({"webhookDropped": 1})") << QString();
        QTest::newRow("late") << QByteArray(R"({"webhookDelaySeconds": 40})")
                              << QStringLiteral("EXPIRED Queued Sent Delivered");
        QTest::newRow("doubled")
            << QByteArray(R"({"webhookDoubled": 1})")
            << QStringLiteral("EXPIRED EXPIRED Queued Queued Sent Sent Delivered Delivered");
        QTest::newRow("reordered") << QByteArray(R"({"webhookReordered": 1})")
                                   << QStringLiteral("Queued EXPIRED Delivered Sent");
        QTest::newRow("with another flow's id")
            << QByteArray(R"({"webhookForeignId": 1})")
            << QStringLiteral("foreign foreign foreign foreign");
        QTest::newRow("cut short")
            << QByteArray(R"({"webhookCut": 1})") << QStringLiteral("broken broken broken broken");
        QTest::newRow("not JSON") << QByteArray(R"({"webhookNotJson": 1})")
                                  << QStringLiteral("broken broken broken broken");
        QTest::newRow("slow") << QByteArray(R"({"webhookSlowSeconds": 0.2})")
                              << QStringLiteral("EXPIRED Queued Sent Delivered");
        QTest::newRow("to a wrong path")
            << QByteArray(R"({"webhookWrongPath": 1})")
            << QStringLiteral("EXPIRED@/wrong-path Queued@/wrong-path Sent@/wrong-path "
                              "Delivered@/wrong-path");
        QTest::newRow("all of it, now and then")
            << QByteArray(
                   R"({"webhookDropped": 0.2, "webhookDelaySeconds": 2, "webhookDoubled": 0.4,
                              "webhookReordered": 0.4, "webhookForeignId": 0.3, "webhookCut": 0.2,
                              "webhookNotJson": 0.2, "webhookSlowSeconds": 0.05,
                              "webhookWrongPath": 0.3})")
            << QStringLiteral("?");
    }

    void theJournalIsWhatAReceiverReallyGot()
    {
        QFETCH(const QByteArray, faults);
        QFETCH(const QString, story);
        Scene scene(faultsOf(faults));
        QVERIFY(scene.isStarted);
        const Json sent = scene.client.send(flowWithCallback(scene.receiver.url("/hook"))).json();
        QVERIFY(scene.simulator.advance(Simulator::Until::Concluded));
        QVERIFY(scene.isSettled());

        QStringList inJournal;
        for (const Json &entry : scene.webhooksInJournal()) {
            const bool isDropped = entry.at("state").get<std::string>() == "dropped";
            const Json expected = isDropped ? Json(nullptr) : Json(200);
            QCOMPARE(entry.at("status"), expected);
            if (isDropped)
                continue;
            const QUrl url(models::toQString(entry.at("url").get<std::string>()));
            inJournal.append(url.path() + QLatin1Char(' ') +
                             QString::fromUtf8(models::compactJson(entry.at("body"))));
        }
        QStringList received;
        QStringList words;
        for (const http::Request &request : scene.receiver.everything()) {
            const Json body = journalContent(request.body);
            received.append(QString::fromUtf8(request.target) + QLatin1Char(' ') +
                            QString::fromUtf8(models::compactJson(body)));
            if (!body.is_object())
                words.append(QStringLiteral("broken"));
            else if (body.at("flowId") != sent.at("flowId"))
                words.append(QStringLiteral("foreign"));
            else
                words.append(
                    models::toQString(body.at("steps").back().at("status").get<std::string>()));
            if (request.target != "/hook")
                words.back() += QLatin1Char('@') + QString::fromUtf8(request.target);
        }
        QCOMPARE(received, inJournal);
        if (story != QLatin1String("?"))
            QCOMPARE(words.join(QLatin1Char(' ')), story);
        else
            QVERIFY(words.size() > 1);
    }

    void theSameSeedMisbehavesAlike()
    {
        const auto story = [](quint64 seed) {
            Scene scene(
                faultsOf(R"({"webhookDropped": 0.3, "webhookDoubled": 0.3, "webhookCut": 0.3,
                                     "webhookReordered": 0.3, "answer503": 0.3})"),
                seed);
            QByteArrayList bytes;
            for (int flow = 0; flow < 10; ++flow) {
                Answer answer = scene.client.send(flowWithCallback("http://127.0.0.1:1/hook"));
                bytes.append(QByteArray::number(answer.status) + answer.serviceClock + answer.date +
                             answer.body);
            }
            scene.simulator.advance(Simulator::Until::Concluded);
            for (const Json &entry : scene.webhooksInJournal())
                bytes.append(models::compactJson(entry.at("at")) +
                             models::compactJson(entry.at("faults")) +
                             models::compactJson(entry.at("body")));
            return bytes.join('\n');
        };
        QCOMPARE(story(7), story(7));
        QVERIFY(story(7) != story(8));
    }

    void answersGoWrong_data()
    {
        QTest::addColumn<QByteArray>("faults");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isCarriedOut");
        QTest::addColumn<QByteArray>("header");
        const auto row = [](const char *name, int status, bool isCarriedOut, const char *header) {
            QTest::newRow(name) << QByteArray("{\"") + name + "\": 1}" << status << isCarriedOut
                                << QByteArray(header);
        };
        row("answer401", 401, false, "");
        row("answer403", 403, false, "");
        row("answer404", 404, false, "");
        row("answer422", 422, false, "");
        row("answer429", 429, false, "Retry-After");
        row("answer500", 500, false, "");
        row("answer502", 502, false, "");
        row("answer503", 503, false, "Retry-After");
        row("answerRedirect", 307, false, "Location");
        row("answerEndless", 200, true, "");
        row("answerCutInHead", 0, true, "");
        row("answerCutInBody", 200, true, "");
    }

    void answersGoWrong()
    {
        QFETCH(const QByteArray, faults);
        QFETCH(const int, status);
        QFETCH(const bool, isCarriedOut);
        QFETCH(const QByteArray, header);
        Scene scene(faultsOf(faults));
        Json flow = fixtures::example(1);
        flow.erase("callback");
        const Answer answer = scene.client.send(flow);
        QCOMPARE(answer.status, status);
        QCOMPARE(scene.simulator.view().flows.size(), isCarriedOut ? 1U : 0U);
        QVERIFY(header.isEmpty() || answer.hasHeader(header));
        QCOMPARE(answer.isComplete, !isCarriedOut);
        if (status == 502)
            QVERIFY(answer.body.startsWith("<html>"));
    }

    void aTokenEndpointThatIsDown()
    {
        Scene scene(faultsOf(R"({"tokenDown": 1})"));
        QCOMPARE(scene.client.token().status, 503);
        scene.simulator.setFaults({});
        QCOMPARE(scene.client.token().status, 200);
    }

    void a401InMidRunIsCuredByANewToken()
    {
        Scene scene({});
        const Json first = scene.client.token().json();
        scene.simulator.setFaults(faultsOf(R"({"answer401": 1})"));
        QCOMPARE(scene.client.fetch("/otp/templates").status, 401);
        scene.simulator.setFaults({});
        QCOMPARE(scene.client.fetch("/otp/templates").status, 401);
        QVERIFY(scene.client.token().json().at("access_token") != first.at("access_token"));
        scene.client.forgetToken();
        QCOMPARE(scene.client.fetch("/otp/templates").status, 200);
    }

    void pollsLagBehind()
    {
        Scene scene(faultsOf(R"({"pollLagSeconds": 10})"));
        Json flow = fixtures::example(1);
        flow.erase("callback");
        const Json sent = scene.client.send(flow).json();
        const auto steps = [&] {
            return scene.client.track(sent.at("flowId")).json().at("steps").size();
        };
        QVERIFY(scene.simulator.advance(Simulator::Until::NextFailover));
        QCOMPARE(steps(), 1U);
        QCOMPARE(scene.simulator.view().flows.front().state.steps.size(), 2U);
        QCOMPARE(scene.client.control("POST", controlRoot + "/clock/advance", R"({"seconds": 10})")
                     .status,
                 200);
        QCOMPARE(steps(), 2U);
    }

    void theListLagsAsTrackingDoes()
    {
        Scene scene({});
        Json flow = fixtures::example(1);
        flow.erase("callback");
        // Sent before anything was to lag.
        (void)scene.client.send(flow);
        scene.simulator.setFaults(faultsOf(R"({"pollLagSeconds": 10})"));
        const auto stepsAndTotal = [&](const std::string &query) {
            const Json list = scene.client.fetch("/otp/failover" + query).json();
            const Json &results = list.at("results");
            return QStringLiteral("%1 of %2")
                .arg(results.empty() ? size_t{0} : results.front().at("steps").size())
                .arg(list.at("total").get<int>());
        };
        QVERIFY(scene.simulator.advance(Simulator::Until::Concluded));
        QCOMPARE(stepsAndTotal({}), QStringLiteral("1 of 1"));
        // The filter sees what is shown, not what is.
        QCOMPARE(stepsAndTotal("?status=Succeeded"), QStringLiteral("0 of 0"));
        QCOMPARE(scene.client.control("POST", controlRoot + "/clock/advance", R"({"seconds": 10})")
                     .status,
                 200);
        QCOMPARE(stepsAndTotal("?status=Succeeded"), QStringLiteral("2 of 1"));
    }

    void theListGoesWrongAsOtherAnswersDo()
    {
        Scene scene(faultsOf(R"({"answer502": 1})"));
        QCOMPARE(scene.client.fetch("/otp/failover").status, 502);
    }

    void aScenarioBringsItsOwnFaults()
    {
        Scene scene({});
        QVERIFY(scene.simulator
                    .loadScenario(R"({"name": "lost", "title": "Lost", "description": "Lost.",
                        "recipientEndsWith": "4567", "channels": {"viber": [], "sms": []},
                        "faults": {"answer500": 1}})")
                    .hasValue());
        Json flow = fixtures::example(1);
        QCOMPARE(scene.client.send(flow).status, 500);
        flow["flow"][0]["to"] = "+306970000000";
        flow["flow"][1]["to"] = "+306970000000";
        QCOMPARE(scene.client.send(flow).status, 200);
    }

    void strangeCallbacksLeaveNoFlowStuck_data()
    {
        QTest::addColumn<QByteArray>("callback");
        QTest::addColumn<QString>("states");
        const QString answered = QStringLiteral("answered answered answered answered");
        QTest::newRow("nobody there")
            << QByteArray("http://127.0.0.1:1/")
            << QStringLiteral("not connected not connected not connected not connected");
        QTest::newRow("the simulator itself") << QByteArray("SIMULATOR") << answered;
        QTest::newRow("a name that does not exist")
            << QByteArray("http://nobody.invalid/hook")
            << QStringLiteral("not connected not connected not connected not connected");
        QTest::newRow("answers that never end") << QByteArray("ENDLESS") << answered;
        QTest::newRow("half a head")
            << QByteArray("HALFHEAD") << QStringLiteral("broken broken broken broken");
    }

    void strangeCallbacksLeaveNoFlowStuck()
    {
        QFETCH(const QByteArray, callback);
        QFETCH(const QString, states);
        Scene scene({});
        std::string url = callback.toStdString();
        http::Response answer;
        if (callback == "ENDLESS" || callback == "HALFHEAD") {
            answer.fault.kind = callback == "ENDLESS" ? http::Response::Fault::Kind::Endless
                                                      : http::Response::Fault::Kind::HalfHead;
            scene.receiver.setAnswer(answer);
            url = scene.receiver.url("/hook");
        } else if (callback == "SIMULATOR") {
            url = models::toUtf8String(scene.simulator.serviceAddress().toString()) +
                  "/otp/send-failover";
        }
        QCOMPARE(scene.client.send(flowWithCallback(url)).status, 200);
        QVERIFY(scene.simulator.advance(Simulator::Until::Concluded));
        QVERIFY(scene.isSettled());
        QCOMPARE(scene.simulator.view().flows.front().state.status, FlowStatus::Succeeded);
        QStringList found;
        for (const Json &entry : scene.webhooksInJournal())
            found.append(models::toQString(entry.at("state").get<std::string>()));
        QCOMPARE(found.join(QLatin1Char(' ')), states);
    }

    void aCertificateThatDoesNotFitIsRefusedByWhoeverLooks()
    {
        if (!QSslSocket::supportsSsl())
            QSKIP("This Qt has no TLS.");
        const platform::SystemClock clock;
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        SimulatorOptions options;
        options.wrongCertificate = platform::builtInWrongCertificate();
        QVERIFY(simulator.start(options).isListening);
        QCOMPARE(simulator.wrongCertificateAddress(), QUrl());
        simulator.setFaults(faultsOf(R"({"certificateWrong": 1})"));
        QUrl url = simulator.wrongCertificateAddress();
        QCOMPARE(url.scheme(), QStringLiteral("https"));
        TestClient client(simulator);
        const auto told = [&client] {
            return client.control("GET", controlRoot + "/certificate").json().at("address");
        };
        QCOMPARE(told(), Json(models::toUtf8String(url.toString())));
        url.setPath(QStringLiteral("/failover-otp/health"));
        QNetworkAccessManager network;
        const auto ask = [&](bool isCareless) {
            const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
            if (isCareless)
                reply->ignoreSslErrors();
            QSignalSpy finished(reply.get(), &QNetworkReply::finished);
            (void)finished.wait();
            return reply->error() == QNetworkReply::NoError ? reply->readAll()
                                                            : QByteArray("refused");
        };
        QCOMPARE(ask(false), QByteArray("refused"));
        QCOMPARE(ask(true), QByteArray(R"({"status":"ok"})"));
        simulator.setFaults({});
        QCOMPARE(told(), Json(nullptr));
        QCOMPARE(ask(true), QByteArray("refused"));
    }

    void aFaultFromTheStartIsThereAtOnce()
    {
        const platform::SystemClock clock;
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        SimulatorOptions options;
        options.wrongCertificate = platform::builtInWrongCertificate();
        options.faults.certificateWrong = 1;
        QVERIFY(simulator.start(options).isListening);
        QVERIFY(!simulator.wrongCertificateAddress().isEmpty());
    }

    void controlCanBeLeftOut()
    {
        const testsupport::FakeClock clock;
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        SimulatorOptions options;
        options.hasControl = false;
        QVERIFY(simulator.start(options).isListening);
        TestClient client(simulator);
        QCOMPARE(client.control("GET", controlRoot + "/clock").status, 404);
    }

    void theOtherDialectWritesOtherErrors()
    {
        const testsupport::FakeClock clock;
        Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
        SimulatorOptions options;
        options.dialect = Dialect::Routee;
        QVERIFY(simulator.start(options).isListening);
        TestClient client(simulator);
        const Json lost = client.fetch("/otp/failover/none").json();
        QCOMPARE(lost.at("code").get<std::string>(), std::string("404000000"));
        Json flow = fixtures::example(1);
        flow["flow"][0].erase("ttl");
        const Json refused = client.send(flow).json();
        QVERIFY2(refused.at("properties").contains("flow[0].ttl"),
                 models::compactJson(refused).constData());
    }

    void theOtherDialectWritesOtherListsAndTemplates()
    {
        const testsupport::FakeClock clock;
        const auto shapes = [&clock](Dialect dialect) {
            Simulator simulator(fixtures::catalogue(), clock, platform::builtInScenarios());
            SimulatorOptions options;
            options.dialect = dialect;
            if (!simulator.start(options).isListening)
                return QString();
            TestClient client(simulator);
            Json flow = fixtures::example(1);
            flow.erase("callback");
            (void)client.send(flow);
            const auto keysOf = [](const Json &object) {
                QStringList keys;
                for (const auto &[key, value] : object.items())
                    keys.append(models::toQString(key));
                return keys.join(QLatin1Char(' '));
            };
            const Json templates = client.fetch("/otp/templates").json();
            const Json &list = templates.is_array() ? templates : templates.at("templates");
            return keysOf(client.fetch("/otp/failover").json().at("results").front()) +
                   QStringLiteral(" / ") +
                   (templates.is_array() ? QStringLiteral("bare ") : QString()) +
                   keysOf(list.front());
        };
        QCOMPARE(shapes(Dialect::FastApi),
                 QStringLiteral("flowId status statusCode total_cost steps / "
                                "templateId templateType parameters text"));
        QCOMPARE(shapes(Dialect::Routee),
                 QStringLiteral("flowId status statusCode total_cost phone_number label channel "
                                "created_at / bare id type params body"));
    }

    void callbacksThatAreNoWebAddress_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<int>("status");
        QTest::newRow("no URL") << QByteArray("not a url") << 422;
        QTest::newRow("nothing") << QByteArray() << 422;
        QTest::newRow("a scheme and nothing else") << QByteArray("http://") << 422;
        QTest::newRow("a file") << QByteArray("file:///etc/hostname") << 422;
        QTest::newRow("a script") << QByteArray("javascript:alert(1)") << 422;
        QTest::newRow("a port that is none") << QByteArray("http://localhost:99999/hook") << 422;
        QTest::newRow("control characters") << QByteArray("http://a\r\nX: y/") << 422;
    }

    void callbacksThatAreNoWebAddress()
    {
        QFETCH(const QByteArray, url);
        QFETCH(const int, status);
        Scene scene({});
        const Answer answer = scene.client.send(flowWithCallback(url.toStdString()));
        QCOMPARE(answer.status, status);
        if (status == 200)
            QVERIFY(scene.simulator.advance(Simulator::Until::Concluded));
        QCOMPARE(scene.webhooksInJournal().size(), 0U);
    }
};

QTEST_GUILESS_MAIN(TestSimulatorFaults)
#include "tst_simulatorfaults.moc"
