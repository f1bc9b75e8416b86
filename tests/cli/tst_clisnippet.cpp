// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using testsupport::Ended;
using testsupport::Program;

/// otpscope-cli snippet: what is printed; tests/snippet runs it.
class TestCliSnippet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void secretsAreVariablesUnlessAsked_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"curl", "httpie", "python", "javascript"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void secretsAreVariablesUnlessAsked()
    {
        QFETCH(const QString, language);
        Program program;
        program.setVariable(QStringLiteral("TOKEN"), QStringLiteral("T0KEN"));
        const QStringList arguments{QStringLiteral("snippet"),
                                    Program::example(QStringLiteral("example-1-basic.json")),
                                    QStringLiteral("--as"), language};
        const Ended hidden = program.run(arguments);
        QCOMPARE(hidden.exitCode, 0);
        QCOMPARE(hidden.err, QString());
        QVERIFY(hidden.out.contains("https://connect.routee.net/failover-otp/otp/send-failover"));
        QVERIFY(!hidden.out.contains("\"pin\": \"123456\""));
        QVERIFY(!hidden.out.contains("code is 123456"));
        QVERIFY(!hidden.out.contains("T0KEN"));
        const Ended written =
            program.run(arguments + QStringList{QStringLiteral("--with-secrets")});
        QCOMPARE(written.exitCode, 0);
        QVERIFY(written.out.contains("\"pin\": \"123456\""));
        QVERIFY(written.out.contains("T0KEN"));
    }

    void aTokenThatIsNotSetStaysAVariableAndIsSaid()
    {
        Program program;
        const Ended ended =
            program.run({QStringLiteral("snippet"), QStringLiteral("-"), QStringLiteral("--as"),
                         QStringLiteral("curl"), QStringLiteral("--with-secrets"),
                         QStringLiteral("--target"), QStringLiteral("http://127.0.0.1:9/x/")},
                        "{\"flow\":[]}");
        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.err, QStringLiteral("TOKEN is not set, so the token stays a variable.\n"));
        QVERIFY(ended.out.contains("'http://127.0.0.1:9/x/otp/send-failover'"));
        QVERIFY(ended.out.contains("${TOKEN:?"));
    }

    void variablesArePutIn()
    {
        Program program;
        const Ended ended =
            program.run({QStringLiteral("snippet"), QStringLiteral("-"), QStringLiteral("--as"),
                         QStringLiteral("curl"), QStringLiteral("--set"),
                         QStringLiteral("brand=Tulip")},
                        R"({"flow":[{"type":"ViberOtp","pin":"{{pin}}"},)"
                        R"({"type":"Sms","from":"{{brand}}","message":{"body":"{{pin}} {{x}}"}}]})");
        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(ended.err, QStringLiteral("{{x}} is not known and stays as it is. Give its value "
                                           "with --set x=VALUE.\n"));
        QVERIFY2(ended.out.contains("\"from\":\"Tulip\""), ended.out.constData());
        QVERIFY2(!ended.out.contains("{{pin}}"), ended.out.constData());
        // The pin drawn is a secret like any other.
        QVERIFY2(ended.out.contains("\"pin\":\"'\"${PIN:?"), ended.out.constData());
    }

    void whatIsUsedWronglyExitsWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *arguments, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ')
                                << QString::fromLatin1(said);
        };
        row("no language", "snippet -", "--as");
        row("an unknown language", "snippet - --as cobol", "--as");
        row("no such file", "snippet nowhere.json --as curl", "nowhere.json cannot be read");
        row("the simulator", "snippet - --as curl --target simulator", "only while it runs");
        row("a --set without a value", "snippet - --as curl --set brand", "NAME=VALUE");
        row("credentials in the address", "snippet - --as curl --target http://a:b@x/",
            "Credentials");
    }
    void whatIsUsedWronglyExitsWith2()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, said);
        Program program;
        const Ended ended = program.run(arguments, "{\"flow\":[]}");
        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.out, QByteArray());
        QVERIFY2(ended.err.contains(said), qPrintable(ended.err));
    }
};

QTEST_GUILESS_MAIN(TestCliSnippet)
#include "tst_clisnippet.moc"
