// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/json.h"
#include "tests/cli/program.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using testsupport::Ended;
using testsupport::Program;

namespace {

QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '));
}

} // namespace

/// The commands that look back: runs, show and export, over a store one run was kept in.
class TestCliHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void runsListsAndSearches();
    void showPrintsWhatRunPrinted();
    void exportWritesEveryFormatMasked_data();
    void exportWritesEveryFormatMasked();
    void aBundleIsReplayedAndImported();
    void whatIsNotThereExitsWith2_data();
    void whatIsNotThereExitsWith2();

private:
    Program m_program;
    QString m_store;
    QString m_run;
    models::Json m_printed;
};

void TestCliHistory::initTestCase()
{
    m_store = m_program.path(QStringLiteral("runs.sqlite"));
    QStringList arguments = words(QStringLiteral("run FLOW --speed 600 --timeout 40 --format json "
                                                 "--scenario viber-expired-sms-delivered --store"));
    arguments[1] = Program::example(QStringLiteral("example-1-basic.json"));
    const Ended kept = m_program.run(arguments + QStringList{m_store});
    QVERIFY2(kept.exitCode == 0, qPrintable(kept.err));
    m_printed = testsupport::jsonIn(kept.out);
    const Ended listed = m_program.run({QStringLiteral("runs"), QStringLiteral("--store"), m_store,
                                        QStringLiteral("--format"), QStringLiteral("json")});
    QVERIFY2(listed.exitCode == 0, qPrintable(listed.err));
    const models::Json runs = testsupport::jsonIn(listed.out);
    QCOMPARE(runs.size(), size_t{1});
    m_run = models::toQString(runs[0]["id"].get<std::string>());
    QCOMPARE(testsupport::keysOf(runs[0]),
             QStringLiteral("id createdAt title environment flowId status concluded headline"));
    QCOMPARE(runs[0]["flowId"].get<std::string>(), m_printed["flowId"].get<std::string>());
    QCOMPARE(runs[0]["title"].get<std::string>(), std::string("example-1-basic"));
}

void TestCliHistory::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestCliHistory::runsListsAndSearches()
{
    const auto search = [this](const char *text) {
        return m_program.run({QStringLiteral("runs"), QStringLiteral("--store"), m_store,
                              QStringLiteral("--search"), QString::fromLatin1(text)});
    };
    const Ended found = search("EXPIRED AFTER");
    QCOMPARE(found.exitCode, 0);
    QVERIFY2(found.out.startsWith(m_run.toUtf8()), found.out.constData());
    QCOMPARE(found.out.count('\n'), 1);
    QCOMPARE(search("nothing like it").out, QByteArray());
}

void TestCliHistory::showPrintsWhatRunPrinted()
{
    // The beginning of the id will do.
    const Ended shown =
        m_program.run({QStringLiteral("show"), m_run.left(8), QStringLiteral("--store"), m_store,
                       QStringLiteral("--format"), QStringLiteral("json")});
    QVERIFY2(shown.exitCode == 0, qPrintable(shown.err));
    QCOMPARE(QString::fromStdString(testsupport::jsonIn(shown.out).dump(1)),
             QString::fromStdString(m_printed.dump(1)));

    const Ended text =
        m_program.run({QStringLiteral("show"), m_run, QStringLiteral("--store"), m_store});
    QVERIFY2(text.out.contains("failover"), text.out.constData());
    QVERIFY(text.out.contains("observations: send 1, poll "));
}

void TestCliHistory::exportWritesEveryFormatMasked_data()
{
    QTest::addColumn<QString>("part");
    QTest::newRow("json") << QStringLiteral("\"terminatingChannel\": \"sms\"");
    QTest::newRow("junit") << QStringLiteral("<testcase classname=\"otpscope.step\"");
    QTest::newRow("csv") << QStringLiteral("at,arrivedAt,source,httpStatus,");
    QTest::newRow("bundle") << QStringLiteral("\"otpscopeBundle\": 1");
    QTest::newRow("html") << QStringLiteral("as the document demands.</td><td>API document 4.3: ");
}

void TestCliHistory::exportWritesEveryFormatMasked()
{
    QFETCH(const QString, part);
    const Ended ended =
        m_program.run({QStringLiteral("export"), m_run, QStringLiteral("--store"), m_store,
                       QStringLiteral("--format"), QString::fromLatin1(QTest::currentDataTag())});
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.err));
    QVERIFY2(ended.out.contains(part.toUtf8()), ended.out.constData());
    QVERIFY(!ended.out.contains("306971234567"));
    QVERIFY(!ended.out.contains("123456\""));

    const QString path = m_program.path(QStringLiteral("report"));
    const Ended written =
        m_program.run({QStringLiteral("export"), m_run, QStringLiteral("--store"), m_store,
                       QStringLiteral("--format"), QString::fromLatin1(QTest::currentDataTag()),
                       QStringLiteral("--out"), path});
    QCOMPARE(written.exitCode, 0);
    QCOMPARE(written.out, QByteArray());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), ended.out);
}

void TestCliHistory::aBundleIsReplayedAndImported()
{
    const QString path = m_program.path(QStringLiteral("bundle.json"));
    const QString expect = m_program.path(QStringLiteral("expect.json"));
    QFile demands(expect);
    QVERIFY(demands.open(QIODevice::WriteOnly));
    demands.write(R"({"terminatingChannel": "viber"})");
    demands.close();
    QStringList arguments = words(QStringLiteral("run FLOW --speed 600 --timeout 40 --format json "
                                                 "--scenario viber-unsent-sms-delivered"));
    arguments[1] = Program::example(QStringLiteral("example-1-basic.json"));
    const Ended sent = m_program.run(
        arguments + QStringList{QStringLiteral("--bundle"), path, QStringLiteral("--expect"), expect,
                                QStringLiteral("--store"),
                                m_program.path(QStringLiteral("bundled.sqlite"))});
    QVERIFY2(sent.exitCode == 1, qPrintable(sent.err));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bundle = file.readAll();
    QVERIFY(!bundle.contains("306971234567"));
    QVERIFY(!bundle.contains("123456\""));

    // The same findings, and the same verdict on what was demanded.
    const Ended played = m_program.run(
        {QStringLiteral("replay"), path, QStringLiteral("--format"), QStringLiteral("json")});
    QVERIFY2(played.exitCode == 1, qPrintable(played.err));
    QCOMPARE(QString::fromStdString(testsupport::jsonIn(played.out).dump(1)),
             QString::fromStdString(testsupport::jsonIn(sent.out).dump(1)));

    const Ended imported = m_program.run({QStringLiteral("import"), path});
    QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
    QVERIFY(imported.out.contains("ViberOtp"));

    QVERIFY(file.isOpen());
    QFile broken(path);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(bundle.left(bundle.size() / 2));
    broken.close();
    const Ended refused = m_program.run({QStringLiteral("replay"), path});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.err.contains(QLatin1String("The bundle is damaged")),
             qPrintable(refused.err));
}

void TestCliHistory::whatIsNotThereExitsWith2_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a store") << QStringLiteral("runs --store NOWHERE")
                             << QStringLiteral("There is no store at");
    QTest::newRow("a run to show")
        << QStringLiteral("show nobody --store STORE") << QStringLiteral("There is no run nobody.");
    QTest::newRow("a run to export") << QStringLiteral("export nobody --store STORE")
                                     << QStringLiteral("There is no run nobody.");
    QTest::newRow("secrets of a report") << QStringLiteral("export RUN --store STORE --with-secrets")
                                         << QStringLiteral("--with-secrets is for");
    QTest::newRow("a format") << QStringLiteral("export RUN --store STORE --format yaml")
                              << QStringLiteral("--format");
    QTest::newRow("a folder to write to")
        << QStringLiteral("export RUN --store STORE --out /no/such/folder/x")
        << QStringLiteral("could not be written");
}

void TestCliHistory::whatIsNotThereExitsWith2()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, sentence);
    const QString nowhere = m_program.path(QStringLiteral("nowhere.sqlite"));
    QStringList list = words(arguments);
    list.replaceInStrings(QStringLiteral("NOWHERE"), nowhere);
    list.replaceInStrings(QStringLiteral("STORE"), m_store);
    list.replaceInStrings(QStringLiteral("RUN"), m_run);
    const Ended ended = m_program.run(list);
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.out, QByteArray());
    QVERIFY2(ended.err.contains(sentence), qPrintable(ended.err));
    QVERIFY(!QFile::exists(nowhere));
}

QTEST_GUILESS_MAIN(TestCliHistory)
#include "tst_clihistory.moc"
