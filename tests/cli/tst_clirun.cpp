// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>
#include <QXmlStreamReader>

#include <csignal>

using namespace otpscope;
using testsupport::Ended;
using testsupport::Program;

namespace {

const QString example1 = QStringLiteral("example-1-basic.json");

QStringList runOf(const QString &flow, const QString &more)
{
    return QStringList{QStringLiteral("run"), flow} + more.split(QLatin1Char(' '));
}

/// "1>2 EXPIRED", one for each failover.
QString failoversOf(const models::Json &report)
{
    QStringList list;
    for (const auto &failover : report["failovers"]) {
        list.append(QStringLiteral("%1>%2 %3")
                        .arg(failover["fromOrder"].get<int>())
                        .arg(failover["toOrder"].get<int>())
                        .arg(QString::fromStdString(failover["trigger"].get<std::string>()))
                        .toUpper());
    }
    return list.join(QStringLiteral(", "));
}

} // namespace

/// otpscope-cli run, the real program against the real simulator in it.
class TestCliRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyScenarioFailsOverAsTheDocumentDemands_data();
    void everyScenarioFailsOverAsTheDocumentDemands();
    void theJsonHasTheKeysOfTheContract();
    void textTellsWhatHappensAsItHappens();
    void whereEveryWebhookIsLostItSaysSo_data();
    void whereEveryWebhookIsLostItSaysSo();
    void junitGoesToAFile();
    void theTimeLimitExitsWith4();
    void errorsInTheDocumentSendNothing();
    void anErroneousFlowIsSentAsIsAndRefused();
    void theStoredRunKeepsWhatTheVariablesBecame();
    void nobodyListeningExitsWith3();
    void refusedCredentialsExitWith3();
    void beyondThisMachineItAsksForYes();
    void aSimulatorOfItsOwnIsATarget();
    void ctrlCLeavesAStoreThatOpens_data();
    void ctrlCLeavesAStoreThatOpens();
};

void TestCliRun::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestCliRun::everyScenarioFailsOverAsTheDocumentDemands_data()
{
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("failovers");
    QTest::addColumn<QString>("terminatingChannel");
    const auto row = [](const char *scenario, const char *failovers, const char *channel) {
        QTest::newRow(scenario) << QString::fromLatin1(scenario) << QString::fromLatin1(failovers)
                                << QString::fromLatin1(channel);
    };
    row("viber-delivered-seen", "", "\"viber\"");
    row("viber-expired-sms-delivered", "1>2 EXPIRED", "\"sms\"");
    row("viber-unsent-sms-delivered", "1>2 UNSENT", "\"sms\"");
    row("all-fail", "1>2 EXPIRED", "null");
    // failoverOnDelivered is false in the examples, so Delivered brings no SMS.
    row("viber-delivered-then-sms", "", "\"viber\"");
    // The scenario scripts channels, the flow their order; here Viber comes first and is read.
    row("sms-first-viber-second", "", "\"viber\"");
}

void TestCliRun::everyScenarioFailsOverAsTheDocumentDemands()
{
    QFETCH(const QString, scenario);
    QFETCH(const QString, failovers);
    QFETCH(const QString, terminatingChannel);
    Program program;
    for (const char *example :
         {"example-1-basic.json", "example-2-with-business-and-validity-hours.json",
          "example-3-with-type-and-validity.json"}) {
        const Ended ended =
            program.run(runOf(Program::example(QString::fromLatin1(example)),
                              QStringLiteral("--speed 600 --timeout 40 --format json --scenario ")
                                  + scenario));
        QVERIFY2(ended.exitCode == 0, qPrintable(ended.err + QString::fromUtf8(ended.out)));
        const models::Json report = testsupport::jsonIn(ended.out);
        QCOMPARE(report["concluded"].get<bool>(), true);
        QCOMPARE(failoversOf(report), failovers);
        QCOMPARE(QString::fromStdString(report["terminatingChannel"].dump()), terminatingChannel);
        QCOMPARE(report["observations"]["send"].get<int>(), 1);
    }
}

void TestCliRun::theJsonHasTheKeysOfTheContract()
{
    Program program;
    const Ended ended = program.run(
        runOf(Program::example(example1), QStringLiteral("--speed 600 --format json")));
    QCOMPARE(ended.exitCode, 0);
    const models::Json report = testsupport::jsonIn(ended.out);
    QCOMPARE(testsupport::keysOf(report),
             QStringLiteral("flowId status concluded terminatingChannel steps transitions failovers "
                            "observations findings"));
    QCOMPARE(testsupport::keysOf(report["steps"].at(0)),
             QStringLiteral("order channel trackingId status price startedAt concludedAt"));
    QCOMPARE(testsupport::keysOf(report["transitions"].at(0)),
             QStringLiteral("at subject order from to source"));
    QCOMPARE(testsupport::keysOf(report["failovers"].at(0)),
             QStringLiteral("fromOrder toOrder trigger dueAt firedAt"));
    QCOMPARE(testsupport::keysOf(report["observations"]), QStringLiteral("send poll webhook"));
    QVERIFY(report["observations"]["webhook"].get<int>() > 0);
    QVERIFY(!ended.out.contains("306971234567"));
    QVERIFY(!ended.out.contains("123456\""));
}

void TestCliRun::textTellsWhatHappensAsItHappens()
{
    Program program;
    const Ended ended = program.run(runOf(Program::example(example1), QStringLiteral("--speed 600")));
    QCOMPARE(ended.exitCode, 0);
    QVERIFY2(ended.out.contains("failover"), ended.out.constData());
    QVERIFY(ended.out.contains("observations: send 1, poll "));
    QVERIFY(!ended.out.contains('\x1b'));
}

void TestCliRun::whereEveryWebhookIsLostItSaysSo_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("they come") << QString() << 0;
    QTest::newRow("they are dropped") << QStringLiteral(" --fault-webhook-dropped 1") << 1;
    QTest::newRow("they go astray") << QStringLiteral(" --fault-webhook-wrong-path 1") << 1;
    QTest::newRow("the scenario") << QStringLiteral(" --scenario webhooks-lost") << 1;
    QTest::newRow("they are dropped, and it is over at once")
        << QStringLiteral(" --fault-webhook-dropped 1 --scenario viber-seen-at-once") << 1;
    QTest::newRow("they go to somebody else")
        << QStringLiteral(" --fault-webhook-dropped 1 --keep-callback") << 0;
}

void TestCliRun::whereEveryWebhookIsLostItSaysSo()
{
    QFETCH(const QString, options);
    QFETCH(const int, exitCode);
    Program program;
    const QString demands = program.file(QStringLiteral("expected.json"),
                                         R"({"noFindings": ["webhook-missing"]})");
    const QString store = program.path(QStringLiteral("runs.db"));
    const Ended ended = program.run(runOf(
        Program::example(example1), QStringLiteral("--speed 600 --timeout 40 --format json") +
                                        options + QStringLiteral(" --expect ") + demands +
                                        QStringLiteral(" --store ") + store));
    QVERIFY2(ended.exitCode == exitCode, qPrintable(ended.err + QString::fromUtf8(ended.out)));
    const bool isMissed = ended.out.contains("\"webhook-missing\"");
    QCOMPARE(isMissed, exitCode == 1);

    // The stored run is judged as the one that was followed.
    const models::Json runs = testsupport::jsonIn(
        program
            .run({QStringLiteral("runs"), QStringLiteral("--format"), QStringLiteral("json"),
                  QStringLiteral("--store"), store})
            .out);
    const QString id =
        QString::fromStdString((runs.is_array() ? runs : runs["runs"]).at(0)["id"].get<std::string>());
    const Ended shown = program.run({QStringLiteral("show"), id, QStringLiteral("--format"),
                                     QStringLiteral("json"), QStringLiteral("--store"), store});
    const auto missing = [](const QByteArray &report) {
        models::Json findings = models::Json::array();
        const models::Json read = testsupport::jsonIn(report);
        for (const auto &finding : read.at("findings")) {
            if (finding["rule"] == "webhook-missing")
                findings.push_back(finding);
        }
        return QByteArray::fromStdString(findings.dump());
    };
    QCOMPARE(missing(shown.out), missing(ended.out));
}

void TestCliRun::junitGoesToAFile()
{
    Program program;
    const QString path = program.path(QStringLiteral("report.xml"));
    const Ended ended =
        program.run(runOf(Program::example(example1),
                          QStringLiteral("--speed 600 --format junit --out ") + path));
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.out, QByteArray());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    int cases = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement
            && xml.name() == QLatin1String("testcase"))
            ++cases;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(cases, 3);
}

void TestCliRun::theTimeLimitExitsWith4()
{
    Program program;
    const Ended ended =
        program.run(runOf(Program::example(example1),
                          QStringLiteral("--speed 0 --timeout 1 --format json")));
    QCOMPARE(ended.exitCode, 4);
    QCOMPARE(testsupport::jsonIn(ended.out)["concluded"].get<bool>(), false);
    QVERIFY2(ended.err.contains(QStringLiteral("time limit")), qPrintable(ended.err));
}

void TestCliRun::errorsInTheDocumentSendNothing()
{
    Program program;
    const Ended ended = program.run(runOf(QStringLiteral("-"), QStringLiteral("--format json")),
                                    "{\"flow\": []}");
    QCOMPARE(ended.exitCode, 1);
    const models::Json report = testsupport::jsonIn(ended.out);
    QCOMPARE(report["observations"]["send"].get<int>(), 0);
    QVERIFY(!report["findings"].empty());
    QVERIFY2(ended.err.contains(QStringLiteral("Nothing was sent")), qPrintable(ended.err));
}

void TestCliRun::anErroneousFlowIsSentAsIsAndRefused()
{
    Program program;
    const Ended ended =
        program.run(runOf(QStringLiteral("-"), QStringLiteral("--send-as-is --format json")),
                    "{\"flow\": []}");
    QCOMPARE(ended.exitCode, 3);
    QCOMPARE(testsupport::jsonIn(ended.out)["observations"]["send"].get<int>(), 1);
}

void TestCliRun::theStoredRunKeepsWhatTheVariablesBecame()
{
    Program program;
    QByteArray text = Program::exampleText(example1);
    text.replace("\"123456\"", "\"{{pin}}\"").replace("is 123456", "is {{pin}}");
    text.replace("YourBrand", "{{brand}}");
    const QString store = program.path(QStringLiteral("runs.sqlite"));
    const Ended ended = program.run(
        runOf(QStringLiteral("-"), QStringLiteral("--speed 600 --format json --set brand=Tulip "
                                                  "--store ") + store),
        text);
    QCOMPARE(ended.exitCode, 0);
    QFile file(store);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString stored = QString::fromLatin1(file.readAll());
    const QRegularExpression sent(
        QStringLiteral("\"pin\": ?\"([0-9]{6})\".*\"from\": ?\"Tulip\""
                       ".*\"body\": ?\"Your code is \\1\\. Valid"),
        QRegularExpression::DotMatchesEverythingOption);
    QVERIFY(sent.match(stored).hasMatch());
    QVERIFY(!stored.contains(QStringLiteral("{{")));
}

void TestCliRun::nobodyListeningExitsWith3()
{
    // A port that was free a moment ago.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString address =
        QStringLiteral("http://127.0.0.1:%1/failover-otp").arg(server.serverPort());
    server.close();

    Program program;
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_ID"), QStringLiteral("demo"));
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_SECRET"), QStringLiteral("hushhush"));
    const Ended ended =
        program.run(runOf(Program::example(example1), QStringLiteral("--target ") + address));
    QVERIFY2(ended.exitCode == 3, qPrintable(ended.err + QString::fromUtf8(ended.out)));
    QVERIFY(!ended.err.isEmpty());
    QVERIFY(!ended.err.contains(QStringLiteral("hushhush")));
}

void TestCliRun::refusedCredentialsExitWith3()
{
    Program program;
    QProcess simulator;
    program.start(simulator, {QStringLiteral("simulate")});
    const QString address = Program::listeningAddress(simulator);
    QVERIFY(!address.isEmpty());
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_ID"), QStringLiteral("demo"));
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_SECRET"), QStringLiteral("hushhush"));
    const Ended ended =
        program.run(runOf(Program::example(example1),
                          QStringLiteral("--target %1/failover-otp").arg(address)));
    QVERIFY2(ended.exitCode == 3, qPrintable(ended.err + QString::fromUtf8(ended.out)));
    QVERIFY2(ended.err.contains(QStringLiteral("refused the request")), qPrintable(ended.err));
    QVERIFY(!ended.err.contains(QStringLiteral("hushhush")));
    QCOMPARE(Program::end(simulator, SIGTERM).exitCode, 0);
}

void TestCliRun::beyondThisMachineItAsksForYes()
{
    Program program;
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_ID"), QStringLiteral("demo"));
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_SECRET"), QStringLiteral("demo"));
    const Ended ended =
        program.run(runOf(Program::example(example1),
                          QStringLiteral("--target https://otp.invalid/failover-otp")));
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.contains(QStringLiteral("costs money")), qPrintable(ended.err));
    QVERIFY(ended.err.contains(QStringLiteral("--yes")));
}

void TestCliRun::aSimulatorOfItsOwnIsATarget()
{
    Program program;
    QProcess simulator;
    program.start(simulator,
                  {QStringLiteral("simulate"), QStringLiteral("--speed"), QStringLiteral("600"),
                   QStringLiteral("--client-secret"), QStringLiteral("other")});
    const QString address = Program::listeningAddress(simulator);
    QVERIFY(!address.isEmpty());
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_ID"), QStringLiteral("demo"));
    program.setVariable(QStringLiteral("OTPSCOPE_CLIENT_SECRET"), QStringLiteral("other"));
    models::Json flow = testsupport::jsonIn(Program::exampleText(example1));
    flow.erase("callback");
    const Ended ended = program.run(
        runOf(QStringLiteral("-"),
              QStringLiteral("--format json --timeout 40 --target %1/failover-otp").arg(address)),
        models::prettyJson(flow));
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.err + QString::fromUtf8(ended.out)));
    const models::Json report = testsupport::jsonIn(ended.out);
    QCOMPARE(failoversOf(report), QStringLiteral("1>2 EXPIRED"));
    // On loopback, without a callback of its own, the run's receiver takes the webhooks.
    QVERIFY(report["observations"]["webhook"].get<int>() > 0);
    QCOMPARE(Program::end(simulator, SIGINT).exitCode, 0);
}

void TestCliRun::ctrlCLeavesAStoreThatOpens_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("Ctrl+C") << SIGINT << 130;
    QTest::newRow("SIGTERM") << SIGTERM << 143;
}

void TestCliRun::ctrlCLeavesAStoreThatOpens()
{
    QFETCH(const int, signal);
    QFETCH(const int, exitCode);
    Program program;
    const QString store = program.path(QStringLiteral("runs.sqlite"));
    QProcess running;
    program.start(running, runOf(Program::example(example1), QStringLiteral("--store ") + store));
    QVERIFY(running.waitForReadyRead(30'000));
    const Ended ended = Program::end(running, signal);
    QCOMPARE(ended.exitCode, exitCode);
    QVERIFY2(ended.err.contains(QStringLiteral("What was sent stays sent")), qPrintable(ended.err));

    const Ended again =
        program.run(runOf(Program::example(example1),
                          QStringLiteral("--speed 600 --store ") + store));
    QVERIFY2(again.exitCode == 0, qPrintable(again.err));
    QCOMPARE(again.err, QString());
}

QTEST_GUILESS_MAIN(TestCliRun)
#include "tst_clirun.moc"
