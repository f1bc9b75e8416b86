// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using testsupport::Ended;
using testsupport::Program;

namespace {

const QByteArray flow = R"({"flow": [ ], "n": 1.50})";

} // namespace

/// otpscope-cli import: what goes to which stream, and how it ends.
class TestCliImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theBodyAloneGoesToStandardOutput()
    {
        Program program;
        const QString path =
            program.file(QStringLiteral("paste.txt"), "curl https://example.org/x \\\n"
                                                      " -H 'Authorization: Bearer S3CRET' \\\n"
                                                      " --fly -d '" +
                                                          flow + "'");
        const Ended ended = program.run({QStringLiteral("import"), path});
        QCOMPARE(ended.err, QStringLiteral("%1:2: The header Authorization was left out. OtpScope "
                                           "gets a token of its own.\n"
                                           "%1:3: The option --fly was not understood and was left "
                                           "out.\n")
                                .arg(path));
        QCOMPARE(ended.out, flow + '\n');
        QCOMPARE(ended.exitCode, 0);
    }

    void standardInputIsReadAndTextIsLaidOut()
    {
        Program program;
        const Ended ended = program.run({QStringLiteral("import"), QStringLiteral("-"),
                                         QStringLiteral("--format"), QStringLiteral("text")},
                                        "curl u -d '" + flow + "'");
        QCOMPARE(ended.out, QByteArray("{\n  \"flow\": [],\n  \"n\": 1.5\n}\n"));
        QCOMPARE(ended.exitCode, 0);
    }

    void ofSeveralTheFirstFlowOrTheNthIsTaken_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QString>("said");
        QTest::addColumn<int>("exitCode");
        const QStringList select{QStringLiteral("--select")};
        QTest::newRow("the first flow")
            << QStringList() << QByteArray("{\"flow\":[]}\n") << QStringLiteral("* 2: POST b") << 0;
        QTest::newRow("the third")
            << (select + QStringList{QStringLiteral("3")}) << QByteArray("{\"flow\":[],\"c\":1}\n")
            << QStringLiteral("* 3: POST c") << 0;
        QTest::newRow("one that is no flow")
            << (select + QStringList{QStringLiteral("1")}) << QByteArray()
            << QStringLiteral("There is no flow in it.") << 2;
        QTest::newRow("one too many") << (select + QStringList{QStringLiteral("4")}) << QByteArray()
                                      << QStringLiteral("There is no request 4; 3 found") << 2;
        QTest::newRow("none") << (select + QStringList{QStringLiteral("0")}) << QByteArray()
                              << QStringLiteral("--select") << 2;
    }
    void ofSeveralTheFirstFlowOrTheNthIsTaken()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, out);
        QFETCH(const QString, said);
        QFETCH(const int, exitCode);
        Program program;
        const Ended ended = program.run(
            QStringList{QStringLiteral("import"), QStringLiteral("-")} + options,
            "curl a -d x=1\ncurl b -d '{\"flow\":[]}'\ncurl c -d '{\"flow\":[],\"c\":1}'");
        QCOMPARE(ended.out, out);
        QVERIFY2(ended.err.contains(said), qPrintable(ended.err));
        QCOMPARE(ended.exitCode, exitCode);
    }

    void whatHoldsNoFlowExitsWith2_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("broken JSON") << QByteArray("{\n \"flow\": [}")
                                     << QStringLiteral("standard input:2:11: This is not JSON");
        QTest::newRow("JSON of another kind")
            << QByteArray("{}")
            << QStringLiteral("standard input: This is JSON, but neither a flow");
        QTest::newRow("a sentence")
            << QByteArray("Hello") << QStringLiteral("No request was found");
        QTest::newRow("a mistake in the body")
            << QByteArray("curl u -d '{\"flow\":[,]}'")
            << QStringLiteral("standard input:1: The body is not JSON at its line 1, column 10");
        QTest::newRow("a body in a file")
            << QByteArray("curl u -d @x.json") << QStringLiteral("The body is in the file x.json");
    }
    void whatHoldsNoFlowExitsWith2()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, said);
        Program program;
        const Ended ended = program.run({QStringLiteral("import"), QStringLiteral("-")}, text);
        QVERIFY2(ended.err.contains(said), qPrintable(ended.err));
        QCOMPARE(ended.out, QByteArray());
        QCOMPARE(ended.exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestCliImport)
#include "tst_cliimport.moc"
