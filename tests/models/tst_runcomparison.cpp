// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/compare/runcomparison.h"
#include "tests/support/runstory.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using namespace otpscope::models;
using namespace otpscope::testsupport;

namespace {

ComparedRun compared(const QString &lines, const Catalogue &catalogue)
{
    const std::vector<Observation> observations = storyObservations(lines);
    RunMachine machine(storyFlow(QStringLiteral("viber 300, sms 600")), catalogue);
    for (const Observation &observation : observations)
        machine.apply(observation);
    ComparedRun run{QStringLiteral("run"), machine.state(), machine.settledTransitions(), {}};
    for (const Transition &transition : run.transitions)
        run.bodies.push_back(
            reportedBody(observations.at(static_cast<size_t>(transition.observation.value) - 1)));
    return run;
}

QString seconds(const std::optional<std::chrono::milliseconds> &time)
{
    return time ? QString::number(std::chrono::duration<double>(*time).count())
                : QStringLiteral("-");
}

/// "2 Sent: 5 | 7 (+2) /status \"a\" \"b\"", a line each; ids and times are left out.
QString printed(const RunComparison &comparison)
{
    QStringList lines;
    for (const ComparedStatus &row : comparison.statuses) {
        QString line = QStringLiteral("%1 %2: %3 | %4")
                           .arg(row.subject == Subject::Flow ? QStringLiteral("flow")
                                                             : QString::number(row.order),
                                row.status, seconds(row.first), seconds(row.second));
        if (row.moved() && row.moved()->count() != 0)
            line += QStringLiteral(" (%1)").arg(seconds(row.moved()));
        for (const FieldDifference &field : row.fields) {
            if (!field.differsAlways)
                line += QStringLiteral(" %1 %2 %3").arg(field.pointer, field.first, field.second);
        }
        lines.append(line);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

class TestRunComparison final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void comparison_data();
    void comparison();
    void bodies_data();
    void bodies();

private:
    const Catalogue m_catalogue = platform::builtInCatalogue();
};

void TestRunComparison::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestRunComparison::comparison_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("expected");
    const auto expired = QStringLiteral("send 0 InProgress viber sms\n"
                                        "webhook 300 InProgress viber:EXPIRED price=0.01\n"
                                        "webhook 310 Succeeded viber:EXPIRED price=0.01 "
                                        "sms:Delivered@300");
    QTest::newRow("a run beside itself")
        << expired << expired
        << QStringLiteral("flow InProgress: 0 | 0\nflow Succeeded: 310 | 310\n"
                          "1 EXPIRED: 300 | 300\n2 Delivered: 310 | 310");
    QTest::newRow("sent at another time, told later, at another price")
        << expired
        << QStringLiteral("send 50 InProgress viber sms\n"
                          "webhook 352 InProgress viber:expired price=0.02\n"
                          "webhook 360 Succeeded viber:expired price=0.02 sms:Delivered@352")
        << QStringLiteral("flow InProgress: 0 | 0\n"
                          "flow Succeeded: 310 | 310 /steps/0/status \"EXPIRED\" \"expired\" "
                          "/steps/0/price 0.01 0.02\n"
                          "1 EXPIRED: 300 | 302 (2) /steps/0/status \"EXPIRED\" \"expired\" "
                          "/steps/0/price 0.01 0.02\n"
                          "2 Delivered: 310 | 310 /steps/0/status \"EXPIRED\" \"expired\" "
                          "/steps/0/price 0.01 0.02");
    QTest::newRow("what is missing, and what is new")
        << expired
        << QStringLiteral("send 0 InProgress viber sms\n"
                          "webhook 4 InProgress viber:DELIVERED\n"
                          "webhook 5 Succeeded viber:SEEN")
        << QStringLiteral("flow InProgress: 0 | 0\nflow Succeeded: 310 | 5 (-305) "
                          "/steps/0/status \"EXPIRED\" \"SEEN\" /steps/0/price 0.01  "
                          "/steps/1/role \"failover\"  /steps/1/channel \"sms\"  "
                          "/steps/1/status \"Delivered\" \n"
                          "1 DELIVERED: - | 4\n1 SEEN: - | 5\n1 EXPIRED: 300 | -\n"
                          "2 Delivered: 310 | -");
    QTest::newRow("a run nothing is known of") << QString() << expired
                                               << QStringLiteral("flow InProgress: - | 0\n"
                                                                 "flow Succeeded: - | 310\n"
                                                                 "1 EXPIRED: - | 300\n"
                                                                 "2 Delivered: - | 310");
}

void TestRunComparison::comparison()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, expected);

    QCOMPARE(printed(compareRuns(compared(first, m_catalogue), compared(second, m_catalogue))),
             expected);
}

void TestRunComparison::bodies_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *first, const char *second,
                        const QStringList &expected) {
        QTest::newRow(name) << QByteArray(first) << QByteArray(second) << expected;
    };
    row("the same in another order", R"({"a":1,"b":2})", R"({"b":2,"a":1})", {});
    row("a value", R"({"a":{"b":1}})", R"({"a":{"b":"1"}})", {QStringLiteral("/a/b 1 \"1\"")});
    row("a field that is missing", R"({"a":1,"b":null})", R"({"a":1})",
        {QStringLiteral("/b null ")});
    row("a field that is new", R"({"a":1})", R"({"a":1,"x/y":[]})", {QStringLiteral("/x~1y  []")});
    row("an object instead of a value", R"({"a":1})", R"({"a":{"b":1}})",
        {QStringLiteral("/a 1 "), QStringLiteral("/a/b  1")});
    row("no JSON", "hello", "{}", {});
    row("an id, which always differs", R"({"flowId":"a"})", R"({"flowId":"b"})",
        {QStringLiteral("/flowId \"a\" \"b\" always")});
}

void TestRunComparison::bodies()
{
    QFETCH(QByteArray, first);
    QFETCH(QByteArray, second);
    QFETCH(QStringList, expected);

    QStringList seen;
    for (const FieldDifference &field : compareBodies(first, second))
        seen.append(QStringLiteral("%1 %2 %3%4")
                        .arg(field.pointer, field.first, field.second,
                             field.differsAlways ? QStringLiteral(" always") : QString()));
    QCOMPARE(seen, expected);
}

QTEST_GUILESS_MAIN(TestRunComparison)
#include "tst_runcomparison.moc"
