// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/simulatorfixtures.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <iterator>

using namespace otpscope;
using namespace otpscope::simulator;
using namespace std::chrono_literals;
using models::Json;

namespace {

/// "v60d s30": a ViberOtp step of 60 s with failoverOnDelivered, then an Sms step of 30 s.
Json flowOf(const QString &steps)
{
    Json flow = {{"flow", Json::array()}};
    const Json example = fixtures::example(1);
    for (const QString &text : steps.split(QLatin1Char(' '))) {
        Json step = example.at("flow").at(text.startsWith(QLatin1Char('v')) ? 0 : 1);
        const bool isOnDelivered = text.endsWith(QLatin1Char('d'));
        step["order"] = flow["flow"].size() + 1;
        step["ttl"] = text.mid(1, text.size() - (isOnDelivered ? 2 : 1)).toInt();
        if (isOnDelivered)
            step["failoverOnDelivered"] = true;
        flow["flow"].push_back(step);
    }
    return flow;
}

FlowEngine engineOf(const QString &steps, const QString &scenario)
{
    const models::Instant start{1'795'428'000s};
    return FlowEngine(models::readFlow(flowOf(steps)), fixtures::scenario(scenario),
                      fixtures::catalogue(), SeededSource(1), start);
}

/// "viber EXPIRED (TTL Expired) > sms Sent = InProgress": each step's last status, then the flow's.
QString outcomeOf(FlowEngine engine)
{
    (void)engine.advanceTo(engine.state().createdAt + 24h);
    QStringList steps;
    for (const StepTracking &step : engine.state().steps)
        steps.append(step.channel + QLatin1Char(' ') + step.status +
                     (step.detailedStatus.isEmpty()
                          ? QString()
                          : QStringLiteral(" (%1)").arg(step.detailedStatus)));
    return steps.join(QStringLiteral(" > ")) + QStringLiteral(" = ") +
           flowStatusName(engine.state().status);
}

/// A rule of the API document's sections 4.1 to 4.3, and the built-in scenario that shows it.
struct Rule
{
    const char *text;
    /// As for flowOf().
    const char *steps;
    const char *scenario;
    /// As from outcomeOf().
    const char *outcome;
};
const Rule rules[] = {
    {"4.3 Viber Expired triggers", "v60 s60", "viber-expired-sms-delivered",
     "viber EXPIRED (TTL Expired) > sms Delivered = Succeeded"},
    {"4.3 Viber Failed triggers", "v60 s60", "viber-failed-sms-delivered",
     "viber FAILED (Not Viber User) > sms Delivered = Succeeded"},
    {"4.3 Viber Undelivered triggers", "v60 s60", "viber-undelivered-sms-delivered",
     "viber UNDELIVERED (Unsupported Equipment) > sms Delivered = Succeeded"},
    {"4.3 Viber Unsent triggers", "v60 s60", "viber-unsent-sms-delivered",
     "viber UNSENT > sms Delivered = Succeeded"},
    {"4.3 Viber Queued triggers nothing", "v60 s60", "viber-queued-for-ever",
     "viber QUEUED = InProgress"},
    {"4.2 Viber Delivered triggers nothing by default", "v60 s60", "viber-delivered-then-sms",
     "viber DELIVERED = Succeeded"},
    {"4.2 Viber Delivered triggers with failoverOnDelivered", "v60d s60",
     "viber-delivered-then-sms", "viber DELIVERED > sms Delivered = Succeeded"},
    {"4.3 Viber Seen stops", "v60 s60", "viber-delivered-seen", "viber SEEN = Succeeded"},
    {"4.3 Viber Seen stops failoverOnDelivered", "v60d s60", "viber-delivered-seen",
     "viber SEEN = Succeeded"},
    {"4.3 Seen in the last second is in time", "v60d s60", "viber-seen-before-ttl",
     "viber SEEN = Succeeded"},
    {"4.3 Seen without Delivered stops", "v60d s60", "viber-seen-at-once",
     "viber SEEN = Succeeded"},
    {"4.3 Seen after the SMS went out stops the flow, not the SMS", "v60d s60",
     "viber-seen-after-sms", "viber SEEN > sms Delivered = Succeeded"},
    {"4.2 Seen after the ttl, nothing being due", "v60 s60", "viber-seen-after-ttl",
     "viber SEEN = Succeeded"},
    {"4.2 Read receipts off: the SMS goes out all the same", "v60d s60", "viber-read-receipts-off",
     "viber DELIVERED > sms Delivered = Succeeded"},
    {"4.3 Expired after Delivered triggers", "v60 s60", "viber-delivered-then-expired",
     "viber EXPIRED (TTL Expired) > sms Delivered = Succeeded"},
    {"4.3 SMS Undelivered triggers", "s60 v60", "sms-first-viber-second",
     "sms Undelivered (Carrier Violation) > viber SEEN = Succeeded"},
    {"4.3 SMS Undelivered for its ttl triggers", "s60 v60", "sms-expired-viber-seen",
     "sms Undelivered (Expired) > viber SEEN = Succeeded"},
    {"4.3 SMS Failed triggers", "s60 v60", "sms-failed-viber-delivered",
     "sms Failed (Failed) > viber DELIVERED = Succeeded"},
    {"4.3 SMS Unsent triggers", "s60 v60", "sms-unsent-viber-seen",
     "sms Unsent > viber SEEN = Succeeded"},
    {"4.3 SMS Delivered is final and triggers nothing", "s60 v60", "viber-expired-sms-delivered",
     "sms Delivered = Succeeded"},
    {"4.3 SMS Sent triggers nothing", "s60 v60", "sms-sent-for-ever", "sms Sent = InProgress"},
    {"4.3 SMS Queued triggers nothing", "s60 v60", "sms-queued-for-ever",
     "sms Queued = InProgress"},
    {"4.1 a single step has nothing to fail over to", "v60", "viber-expired-sms-delivered",
     "viber EXPIRED (TTL Expired) = Failed"},
    {"4.1 a single step that arrives", "s60", "viber-expired-sms-delivered",
     "sms Delivered = Succeeded"},
    {"4.1 three steps in order", "v60 s60 v60", "third-step-delivers",
     "viber EXPIRED (TTL Expired) > sms Undelivered (Call Barred) > viber SEEN = Succeeded"},
    {"4.1 three steps with two SMS", "s60 v60 s60", "third-step-delivers",
     "sms Undelivered (Call Barred) > viber EXPIRED (TTL Expired) > sms Delivered = Succeeded"},
    {"4.3 the last step's failure fails the flow", "v60 s60", "all-fail",
     "viber EXPIRED (TTL Expired) > sms Undelivered (Unknown Number) = Failed"},
    {"4.3 the last step Unsent fails the flow", "v60 s60", "nothing-can-be-sent",
     "viber UNSENT > sms Unsent = Failed"},
    {"4.3 everything in one instant", "v60 s60", "everything-at-once",
     "viber FAILED (System Failure) > sms Delivered = Succeeded"},
    {"4.3 SMS Undelivered can tell why", "s60 v60", "sms-undelivered-unknown-number",
     "sms Undelivered (Unknown Number) > viber EXPIRED (TTL Expired) = Failed"},
};

} // namespace

/// Every rule of the API document's sections 4.2 and 4.3, with the built-in scenario that shows it.
class TestFlowRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theDocumentsRules_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const char *steps, const char *scenario,
                            const char *outcome) {
            QTest::newRow(name) << QString::fromLatin1(steps) << QString::fromLatin1(scenario)
                                << QString::fromLatin1(outcome);
        };
        for (const Rule &rule : rules)
            row(rule.text, rule.steps, rule.scenario, rule.outcome);
    }

    void theDocumentsRules()
    {
        QFETCH(const QString, steps);
        QFETCH(const QString, scenario);
        QFETCH(const QString, outcome);
        QCOMPARE(outcomeOf(engineOf(steps, scenario)), outcome);
    }

    /// For people; the data above is the source.
    void theReadmeTellsWhichScenarioShowsWhichRule()
    {
        QFile file(QStringLiteral(OTPSCOPE_SCENARIO_README));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList inReadme;
        for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
            if (line.startsWith(QStringLiteral("| 4.")))
                inReadme.append(line);
        }
        QStringList known;
        for (const Rule &rule : rules)
            known.append(QStringLiteral("| %1 | %2 | `%3` | %4 |")
                             .arg(QLatin1String(rule.text), QLatin1String(rule.steps),
                                  QLatin1String(rule.scenario), QLatin1String(rule.outcome)));
        QCOMPARE(inReadme, known);
    }

    /// Every status of 4.3's table ends a step of some row.
    void noStatusIsWithoutARule()
    {
        QStringList missing;
        for (const models::ChannelRules &channel : fixtures::catalogue().channels()) {
            for (const models::StatusRule &status : channel.statuses) {
                const QString wanted = channel.name + QLatin1Char(' ') + status.name;
                const bool isShown =
                    std::any_of(std::begin(rules), std::end(rules), [&wanted](const Rule &rule) {
                        return QString::fromLatin1(rule.outcome)
                            .contains(QRegularExpression(wanted + QStringLiteral("\\b")));
                    });
                if (!isShown)
                    missing.append(wanted);
            }
        }
        QCOMPARE(missing, QStringList());
    }

    void aStatusByHand_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("status");
        QTest::addColumn<ReportOutcome>("told");
        QTest::addColumn<QString>("outcome");
        const QString untouched =
            QStringLiteral("viber EXPIRED (TTL Expired) > sms Delivered = Succeeded");
        QTest::newRow("seen stops the flow") << 0 << QStringLiteral("seen") << ReportOutcome::Done
                                             << QStringLiteral("viber SEEN = Succeeded");
        QTest::newRow("failed sends the next step now")
            << 0 << QStringLiteral("FAILED") << ReportOutcome::Done
            << QStringLiteral("viber FAILED > sms Delivered = Succeeded");
        QTest::newRow("delivered leaves the scenario's later reports")
            << 0 << QStringLiteral("DELIVERED") << ReportOutcome::Done << untouched;
        QTest::newRow("a step that was not sent")
            << 1 << QStringLiteral("Sent") << ReportOutcome::NoSuchStep << untouched;
        QTest::newRow("a status of the other channel")
            << 0 << QStringLiteral("Sent") << ReportOutcome::NoSuchStatus << untouched;
        QTest::newRow("the status it has")
            << 0 << QStringLiteral("QUEUED") << ReportOutcome::Backwards << untouched;
    }

    void aStatusByHand()
    {
        QFETCH(const int, step);
        QFETCH(const QString, status);
        QFETCH(const ReportOutcome, told);
        QFETCH(const QString, outcome);
        FlowEngine engine =
            engineOf(QStringLiteral("v60 s60"), QStringLiteral("viber-expired-sms-delivered"));
        const models::Instant at = engine.state().createdAt + 10s;
        (void)engine.advanceTo(at);
        Report report;
        report.status = status;
        std::vector<Change> changes;
        QCOMPARE(engine.report(static_cast<size_t>(step), report, at, changes), told);
        QCOMPARE(changes.empty(), told != ReportOutcome::Done);
        QCOMPARE(outcomeOf(engine), outcome);
    }

    void nothingFollowsAFinalStatusByHand()
    {
        FlowEngine engine = engineOf(QStringLiteral("v60 s60"), QStringLiteral("all-fail"));
        std::vector<Change> changes;
        Report seen;
        seen.status = QStringLiteral("SEEN");
        QCOMPARE(engine.report(0, seen, engine.state().createdAt, changes), ReportOutcome::Done);
        QVERIFY(!engine.nextEventAt());
        Report failed;
        failed.status = QStringLiteral("FAILED");
        QCOMPARE(engine.report(0, failed, engine.state().createdAt, changes),
                 ReportOutcome::AlreadyFinal);
    }

    void theNextFailoverIsForeseen_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<int>("seconds");
        QTest::newRow("at the end of the ttl")
            << QStringLiteral("v60 s60") << QStringLiteral("viber-expired-sms-delivered") << 60;
        QTest::newRow("ttl after Delivered")
            << QStringLiteral("v60d s60") << QStringLiteral("viber-delivered-then-sms") << 63;
        QTest::newRow("never without failoverOnDelivered")
            << QStringLiteral("v60 s60") << QStringLiteral("viber-delivered-then-sms") << -1;
        QTest::newRow("never with a single step")
            << QStringLiteral("v60") << QStringLiteral("viber-expired-sms-delivered") << -1;
        QTest::newRow("never after SEEN in time")
            << QStringLiteral("v60d s60") << QStringLiteral("viber-seen-before-ttl") << -1;
    }

    void theNextFailoverIsForeseen()
    {
        QFETCH(const QString, steps);
        QFETCH(const QString, scenario);
        QFETCH(const int, seconds);
        const FlowEngine engine = engineOf(steps, scenario);
        const auto expected =
            seconds < 0 ? std::nullopt
                        : std::optional(engine.state().createdAt + std::chrono::seconds{seconds});
        QCOMPARE(engine.nextFailoverAt(), expected);
    }
};

QTEST_GUILESS_MAIN(TestFlowRules)
#include "tst_flowrules.moc"
