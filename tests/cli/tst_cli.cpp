// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace otpscope;
using testsupport::Ended;
using testsupport::Program;

namespace {

const QString example1 = QStringLiteral("example-1-basic.json");

QString port(const QTcpServer &server)
{
    return QString::number(server.serverPort());
}

} // namespace

/// Every row of the table of exit codes that needs no service; what goes to which stream.
class TestCli final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void helpSaysWhatACommandDoesWithAnExample_data();
    void helpSaysWhatACommandDoesWithAnExample();
    void outputThatNobodyTakesIsSaid();
    void aNamedFileThatIsNoStoreIsLeftAlone_data();
    void aNamedFileThatIsNoStoreIsLeftAlone();
    void whatIsUsedWronglyExitsWith2_data();
    void whatIsUsedWronglyExitsWith2();
    void aFileOf200MegabytesIsRefusedUnread();
    void aPortInUseIsSaid_data();
    void aPortInUseIsSaid();
    void aGoodFlowValidates();
    void aBadFlowExitsWith1();
    void variablesAreCheckedAsTheyWouldBeSent();
    void validateReadsStandardInput();
    void validatePrintsTextWithoutColours();
    void scenariosAreListed();
    void replayRebuildsARunFromBareBodies();
    void replayMakesUpNoTimesForBareBodies_data();
    void replayMakesUpNoTimesForBareBodies();
    void replayTellsBrokenLinesAndUsesTheRest();
    void replayChecksExpectations();
    void replayReadsWhatReceivePrinted();
};

void TestCli::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestCli::helpSaysWhatACommandDoesWithAnExample_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command : {"validate", "simulate", "run", "receive", "replay", "import", "snippet"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestCli::helpSaysWhatACommandDoesWithAnExample()
{
    QFETCH(const QString, command);
    Program program;
    const Ended ended = program.run({command, QStringLiteral("--help")});
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.err, QString());
    QVERIFY(ended.out.contains("Example:\n  otpscope-cli " + command.toUtf8()));
}

void TestCli::outputThatNobodyTakesIsSaid()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("There is no /dev/full here.");
    Program program;
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    program.start(process, {QStringLiteral("validate"), Program::example(example1),
                            QStringLiteral("--format"), QStringLiteral("json")});
    const Ended ended = Program::waitForEnd(process);
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.startsWith(QLatin1String("Standard output could not be written: ")),
             qPrintable(ended.err));
}

void TestCli::aNamedFileThatIsNoStoreIsLeftAlone_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("runs, which only reads") << QStringList{QStringLiteral("runs")};
    QTest::newRow("run, which writes")
        << QStringList{QStringLiteral("run"), Program::example(example1)};
}

void TestCli::aNamedFileThatIsNoStoreIsLeftAlone()
{
    QFETCH(QStringList, arguments);
    Program program;
    const QByteArray text = Program::exampleText(example1);
    const QString path = program.file(QStringLiteral("slip.json"), text);
    const Ended ended = program.run(arguments + QStringList{QStringLiteral("--store"), path});
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.contains(QLatin1String("slip.json is not a store of OtpScope")),
             qPrintable(ended.err));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void TestCli::whatIsUsedWronglyExitsWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *arguments, const char *sentence) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' '))
                            << QString::fromLatin1(sentence);
    };
    row("no command", "--", "subcommand is required");
    row("an unknown command", "fly", "There is no command fly. Commands: validate, simulate,");
    row("an unknown option", "validate EXAMPLE --fast", "--fast");
    row("an unknown format", "validate EXAMPLE --format yaml", "--format");
    row("no file", "validate", "FLOW.json");
    row("a file that is not there", "validate nowhere.json", "nowhere.json cannot be read");
    row("a folder", "validate /tmp", "/tmp is a folder");
    row("not JSON, with line and column", "validate NOTJSON", "not.json:2:");
    row("not a flow", "validate NOFLOW", "noflow.json: ");
    row("run: a file that is not there", "run nowhere.json", "nowhere.json cannot be read");
    row("run: not JSON", "run NOTJSON", "not.json:2:");
    row("run: an environment by name", "run EXAMPLE --target staging", "the name of an environment");
    row("run: expectations that are not there", "run EXAMPLE --expect nowhere.json",
        "nowhere.json cannot be read");
    row("run: expectations with a slip", "run EXAMPLE --expect SLIP", "means nothing: /finalStaus");
    row("run: expectations that demand nothing", "run EXAMPLE --expect NOTHING", "demands nothing");
    row("run: a bundle in no folder", "run EXAMPLE --bundle /no/such/folder/b.json",
        "cannot be written");
    row("run: secrets of no bundle", "run EXAMPLE --with-secrets", "--with-secrets is for --bundle");
    row("run: an unknown scenario", "run EXAMPLE --scenario storm", "no file named storm");
    row("run: no credentials", "run EXAMPLE --target http://127.0.0.1:9/x",
        "set OTPSCOPE_CLIENT_ID");
    row("run: credentials in the address", "run EXAMPLE --target http://a:b@127.0.0.1:9/x",
        "do not belong in --target");
    row("run: a scenario for a real service",
        "run EXAMPLE --target http://127.0.0.1:9/x --scenario all-fail", "are for the simulator");
    row("run: a public callback for the simulator",
        "run EXAMPLE --webhook-url https://example.org/", "leave --webhook-url out");
    row("run: a negative time limit", "run EXAMPLE --timeout -1", "--timeout");
    row("run: a result file in no folder", "run EXAMPLE --out /no/such/folder/out.json",
        "cannot be written");
    row("run: a variable without a value", "run EXAMPLE --set pin", "needs NAME=VALUE");
    row("validate: a variable that cannot be one", "validate EXAMPLE --set 1x=2",
        "cannot name a variable \"1x\"");
    row("run: a store in a place without rights", "run EXAMPLE --store /proc/store.sqlite",
        "--store");
    row("simulate: an unknown scenario", "simulate --scenario storm", "no file named storm");
    row("simulate: a scenario that is none", "simulate --scenario NOTJSON", "is no scenario");
    row("simulate: a negative speed", "simulate --speed -1", "--speed");
    row("simulate: a host by name", "simulate --host example.org", "takes an IP address");
    row("receive: a port beyond ports", "receive --port 65536", "--port");
    row("receive: echo and store", "receive --echo --store x.sqlite", "--store");
    row("replay: a file that is not there", "replay nowhere.jsonl", "nowhere.jsonl cannot be read");
    row("replay: lines that are not JSON", "replay BROKEN", "broken.jsonl:2:11: ");
    row("replay: an archive", "replay ARCHIVE", "is an archive");
    row("replay: nothing in it", "replay EMPTY", "holds no observations");
}

void TestCli::whatIsUsedWronglyExitsWith2()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QString, sentence);
    Program program;
    arguments.removeAll(QStringLiteral("--"));
    arguments.replaceInStrings(QStringLiteral("EXAMPLE"), Program::example(example1));
    arguments.replaceInStrings(QStringLiteral("NOTJSON"),
                               program.file(QStringLiteral("not.json"), "{}\n{\"flow\": [}\n"));
    arguments.replaceInStrings(QStringLiteral("NOFLOW"),
                               program.file(QStringLiteral("noflow.json"), "{\"steps\": []}"));
    arguments.replaceInStrings(QStringLiteral("SLIP"),
                               program.file(QStringLiteral("slip.json"), R"({"finalStaus": "x"})"));
    arguments.replaceInStrings(QStringLiteral("NOTHING"),
                               program.file(QStringLiteral("nothing.json"), "{}"));
    arguments.replaceInStrings(
        QStringLiteral("BROKEN"),
        program.file(QStringLiteral("broken.jsonl"), "[1]\n{\"flow\": [}\n"));
    arguments.replaceInStrings(QStringLiteral("ARCHIVE"),
                               program.file(QStringLiteral("a.zip"), "PK\x03\x04 and so on"));
    arguments.replaceInStrings(QStringLiteral("EMPTY"),
                               program.file(QStringLiteral("empty.jsonl"), "\n\n"));

    const Ended ended = program.run(arguments);
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.out, QByteArray());
    QVERIFY2(ended.err.contains(sentence), qPrintable(ended.err));
}

void TestCli::aFileOf200MegabytesIsRefusedUnread()
{
    Program program;
    const QString path = program.file(QStringLiteral("large.json"), "{");
    QVERIFY(QFile::resize(path, 200LL * 1024 * 1024));
    for (const QString &command : {QStringLiteral("validate"), QStringLiteral("run")}) {
        const Ended ended = program.run({command, path});
        QCOMPARE(ended.exitCode, 2);
        QVERIFY2(ended.err.contains(QStringLiteral("large.json is 200 MB large")),
                 qPrintable(ended.err));
    }
}

void TestCli::aPortInUseIsSaid_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("simulate") << QStringLiteral("simulate");
    QTest::newRow("receive") << QStringLiteral("receive");
}

void TestCli::aPortInUseIsSaid()
{
    QFETCH(const QString, command);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Program program;
    const Ended ended = program.run({command, QStringLiteral("--port"), port(other)});
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.contains(QStringLiteral("Port %1 on 127.0.0.1 is in use").arg(port(other))),
             qPrintable(ended.err));
    QVERIFY(ended.err.contains(QStringLiteral("--port 0")));
}

void TestCli::aGoodFlowValidates()
{
    Program program;
    const Ended ended = program.run({QStringLiteral("validate"), Program::example(example1),
                                     QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.err, QString());
    const models::Json json = testsupport::jsonIn(ended.out);
    QCOMPARE(testsupport::keysOf(json), QStringLiteral("valid findings"));
    QCOMPARE(json["valid"].get<bool>(), true);
}

void TestCli::aBadFlowExitsWith1()
{
    Program program;
    QByteArray text = Program::exampleText(example1);
    text.replace("\"123456\"", "\"12\"");
    const Ended ended =
        program.run({QStringLiteral("validate"), program.file(QStringLiteral("bad.json"), text),
                     QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(ended.exitCode, 1);
    const models::Json json = testsupport::jsonIn(ended.out);
    QCOMPARE(json["valid"].get<bool>(), false);
    QCOMPARE(testsupport::keysOf(json["findings"].at(0)),
             QStringLiteral("severity rule pointer message"));
    QCOMPARE(json["findings"].at(0)["rule"].get<std::string>(), std::string("pin-length"));
    QCOMPARE(json["findings"].at(0)["pointer"].get<std::string>(), std::string("/flow/0/pin"));
    QVERIFY(!ended.out.contains("\"12\""));
}

void TestCli::variablesAreCheckedAsTheyWouldBeSent()
{
    Program program;
    QByteArray text = Program::exampleText(example1);
    text.replace("\"123456\"", "\"{{code}}\"").replace("is 123456", "is {{code}}");
    const QStringList validate{QStringLiteral("validate"), QStringLiteral("-"),
                               QStringLiteral("--format"), QStringLiteral("json")};
    const Ended unknown = program.run(validate, text);
    QCOMPARE(unknown.exitCode, 1);
    const models::Json findings = testsupport::jsonIn(unknown.out)["findings"];
    QCOMPARE(findings.at(0)["rule"].get<std::string>(), std::string("variable-unknown"));
    QCOMPARE(findings.at(0)["pointer"].get<std::string>(), std::string("/flow/0/pin"));

    const auto with = [&validate](const char *given) {
        return validate + QStringList{QStringLiteral("--set"), QString::fromLatin1(given)};
    };
    QCOMPARE(program.run(with("code=123456"), text).exitCode, 0);
    const Ended tooShort = program.run(with("code=12"), text);
    QCOMPARE(tooShort.exitCode, 1);
    QVERIFY(tooShort.out.contains("pin-length"));
    QCOMPARE(program.run(validate, text.replace("{{code}}", "{{pin}}")).exitCode, 0);
}

void TestCli::validateReadsStandardInput()
{
    Program program;
    QCOMPARE(
        program
            .run({QStringLiteral("validate"), QStringLiteral("-")}, Program::exampleText(example1))
            .exitCode,
        0);
    const Ended ended = program.run({QStringLiteral("validate"), QStringLiteral("-")}, "{\n  x");
    QCOMPARE(ended.exitCode, 2);
    QVERIFY2(ended.err.startsWith(QStringLiteral("standard input:2:3: ")), qPrintable(ended.err));
}

void TestCli::validatePrintsTextWithoutColours()
{
    Program program;
    const Ended ended =
        program.run({QStringLiteral("validate"), QStringLiteral("-")}, "{\"flow\": []}");
    QCOMPARE(ended.exitCode, 1);
    QVERIFY2(ended.out.contains("1 error, 0 warnings"), ended.out.constData());
    QVERIFY(!ended.out.contains('\x1b'));
}

void TestCli::scenariosAreListed()
{
    Program program;
    const Ended ended =
        program.run({QStringLiteral("simulate"), QStringLiteral("--list-scenarios")});
    QCOMPARE(ended.exitCode, 0);
    for (const char *name :
         {"all-fail", "sms-first-viber-second", "viber-delivered-seen", "viber-delivered-then-sms",
          "viber-expired-sms-delivered", "viber-unsent-sms-delivered"})
        QVERIFY2(ended.out.contains(QByteArray(name) + ' '), name);
}

void TestCli::replayReadsWhatReceivePrinted()
{
    Program program;
    const QByteArray log =
        "listening on http://127.0.0.1:8081\n"
        R"({"at":"2026-11-23T10:00:05.000Z","source":"webhook","path":"/a","body":"no json"})"
        "\n"
        R"({"at":"2026-11-23T10:00:06.000Z","source":"webhook","path":"/a","body":)"
        R"({"flowId":"f","status":"Succeeded","steps":[)"
        R"({"trackingId":"t","status":"SEEN","channel":"viber"}]}})"
        "\n";
    const Ended ended =
        program.run({QStringLiteral("replay"), program.file(QStringLiteral("log.jsonl"), log),
                     QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(ended.err, QString());
    QCOMPARE(ended.exitCode, 0);
    const models::Json json = testsupport::jsonIn(ended.out);
    QCOMPARE(json["flowId"].get<std::string>(), std::string("f"));
    QCOMPARE(json["observations"]["webhook"].get<int>(), 2);
    QCOMPARE(json["terminatingChannel"].get<std::string>(), std::string("viber"));
}

void TestCli::replayRebuildsARunFromBareBodies()
{
    Program program;
    const QByteArray step =
        R"({"tracking_id":"t1","channel":"viber","status":"%1","created_at":"2026-02-10T10:00:00Z"})";
    QByteArray log;
    for (const char *status : {"QUEUED", "DELIVERED", "SEEN"}) {
        log += R"({"flow_id":"f1","status":"InProgress","steps":[)" +
               QByteArray(step).replace("%1", status) + "]}\n";
    }
    const Ended ended = program.run({QStringLiteral("replay"), QStringLiteral("-"),
                                     QStringLiteral("--flow"), Program::example(example1),
                                     QStringLiteral("--format"), QStringLiteral("json")},
                                    log);
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.err));
    const models::Json json = testsupport::jsonIn(ended.out);
    QCOMPARE(json["concluded"].get<bool>(), true);
    QCOMPARE(json["terminatingChannel"].get<std::string>(), std::string("viber"));
    QCOMPARE(json["observations"]["webhook"].get<int>(), 3);
}

void TestCli::replayMakesUpNoTimesForBareBodies_data()
{
    QTest::addColumn<bool>("hasFlow");
    QTest::newRow("with the flow") << true;
    QTest::newRow("without") << false;
}

void TestCli::replayMakesUpNoTimesForBareBodies()
{
    QFETCH(const bool, hasFlow);
    const QByteArray viber = R"({"trackingId":"m1","channel":"viber","status":"%1",)"
                             R"("created_at":"2026-11-23T10:00:00Z"})";
    const QByteArray sms = R"({"trackingId":"m2","channel":"sms","status":"%1",)"
                           R"("created_at":"2026-11-23T10:05:00.300Z"})";
    const auto with = [](QByteArray step, const char *status) {
        return step.replace("%1", status);
    };
    const auto body = [](const char *status, const QByteArray &steps) {
        return R"({"flowId":"f1","status":")" + QByteArray(status) + R"(","steps":[)" + steps +
               "]}\n";
    };
    const QByteArray log =
        body("InProgress", with(viber, "QUEUED")) + body("InProgress", with(viber, "EXPIRED")) +
        body("InProgress", with(viber, "EXPIRED") + ',' + with(sms, "Queued")) +
        body("Succeeded", with(viber, "EXPIRED") + ',' + with(sms, "Delivered"));
    Program program;
    QStringList arguments{QStringLiteral("replay"), QStringLiteral("-")};
    if (hasFlow)
        arguments.append({QStringLiteral("--flow"),
                          Program::example(QStringLiteral("example-1-basic.json"))});
    const Ended text = program.run(arguments, log);
    QCOMPARE(text.exitCode, 0);
    QVERIFY2(text.out.contains("Viber expired; the SMS followed and was delivered."),
             text.out.constData());
    QVERIFY2(!text.out.contains("warning"), text.out.constData());

    arguments.append({QStringLiteral("--format"), QStringLiteral("json")});
    const models::Json report = testsupport::jsonIn(program.run(arguments, log).out);
    QVERIFY(report["steps"].at(0)["startedAt"].is_string());
    QVERIFY(report["steps"].at(0)["concludedAt"].is_null());
    QVERIFY(report["steps"].at(1)["concludedAt"].is_null());
}

void TestCli::replayTellsBrokenLinesAndUsesTheRest()
{
    Program program;
    const QByteArray log =
        "{\"flowId\":\"f\",\"status\":\"InProgress\",\"steps\":["
        "{\"trackingId\":\"t\",\"status\":\"DELIVERED\",\"channel\":\"viber\"}]}\n"
        "2026-11-23 10:00:05 webhook\n"
        "{\"at\":\"yesterday\",\"body\":{\"flowId\":\"f\"}}\n"
        "\n"
        "{\"source\":\"pigeon\",\"body\":{\"flowId\":\"f\"}}\n"
        "{\"flowId\":\"f\",\"status\":\"Succeeded\",\"steps\":["
        "{\"trackingId\":\"t\",\"status\":\"SEEN\",\"channel\":\"viber\"}]}";
    const Ended ended =
        program.run({QStringLiteral("replay"), program.file(QStringLiteral("log.jsonl"), log),
                     QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(ended.exitCode, 0);
    for (const char *sentence : {"log.jsonl:2:5: ", "log.jsonl:3: \"at\" is no ISO 8601 time.",
                                 "log.jsonl:5: \"source\" is send, poll or webhook"})
        QVERIFY2(ended.err.contains(QString::fromLatin1(sentence)), qPrintable(ended.err));
    const models::Json json = testsupport::jsonIn(ended.out);
    QCOMPARE(json["observations"]["webhook"].get<int>(), 2);
    QCOMPARE(json["terminatingChannel"].get<std::string>(), std::string("viber"));
}

void TestCli::replayChecksExpectations()
{
    Program program;
    const QString log = program.file(
        QStringLiteral("log.jsonl"),
        R"({"flowId":"f","status":"Succeeded","steps":[{"trackingId":"t","status":"SEEN","channel":"viber"}]})");
    const auto replay = [&](const char *expected) {
        return program.run({QStringLiteral("replay"), log, QStringLiteral("--format"),
                            QStringLiteral("json"), QStringLiteral("--expect"),
                            program.file(QStringLiteral("expect.json"), expected)});
    };
    const Ended met = replay(R"({"finalStatus": "succeeded", "terminatingChannel": "viber"})");
    QCOMPARE(met.exitCode, 0);
    const models::Json metJson = testsupport::jsonIn(met.out);
    QCOMPARE(metJson["expectations"].size(), size_t{2});
    QCOMPARE(metJson["expectations"][0]["verdict"].get<std::string>(), std::string("met"));

    const Ended failed = replay(R"({"terminatingChannel": "sms"})");
    QCOMPARE(failed.exitCode, 1);
    const models::Json json = testsupport::jsonIn(failed.out);
    QCOMPARE(json["expectations"][0]["verdict"].get<std::string>(), std::string("failed"));
    QCOMPARE(json["findings"].back()["rule"].get<std::string>(),
             std::string("expected-terminating-channel"));
    QCOMPARE(json["findings"].back()["message"].get<std::string>(),
             std::string("Expected: delivered by SMS. Seen: Viber."));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
