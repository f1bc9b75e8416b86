// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/checks/flowrules.h"
#include "models/expect/demand.h"
#include "models/expect/expectations.h"
#include "models/text/expectationsentences.h"
#include "models/text/runsentences.h"
#include "models/text/sentences.h"
#include "tests/support/runstory.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using namespace otpscope::models;
using namespace otpscope::testsupport;

namespace {

const auto twoSteps = QStringLiteral("viber 300, sms 600");
const auto expiredThenSms = QStringLiteral(R"(
    send 0 InProgress viber sms
    webhook 300 InProgress viber:EXPIRED price=0.01
    webhook 300.4 InProgress viber:EXPIRED price=0.01 sms:Queued@300.3
    poll 302 InProgress viber:EXPIRED price=0.01 sms:Sent
    webhook 310 Succeeded viber:EXPIRED price=0.01 sms:Delivered price=0.03 total=0.04)");
const auto running = QStringLiteral(R"(
    send 0 InProgress viber sms
    webhook 3 InProgress viber:DELIVERED)");

/// "met: sentence", a line each.
QString printed(const std::vector<CheckedExpectation> &checked)
{
    QStringList lines;
    for (const CheckedExpectation &expectation : checked) {
        const QString verdict = expectation.verdict == CheckedExpectation::Verdict::Met
                                    ? QStringLiteral("met")
                                : expectation.verdict == CheckedExpectation::Verdict::Failed
                                    ? QStringLiteral("failed")
                                    : QStringLiteral("unknown");
        lines.append(verdict + QLatin1String(": ") + sentenceFor(expectation.finding));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

/// Tier 1: what each demand makes of a run. Tier 2: the file. Tier 3: a run as its own expectation.
class TestExpectations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void verdict_data();
    void verdict();
    void problem_data();
    void problem();
    void everyRuleCanBeNamed();
    void theFileReadsBackAsWritten();
    void aRunMeetsWhatWasMadeOfIt();
    void whatNobodyKnowsIsNotMet();
    void oneDemandCanBeTakenOff();
    void oneDemandCanBeChanged();

private:
    const Catalogue m_catalogue = platform::builtInCatalogue();
};

void TestExpectations::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestExpectations::verdict_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *file, const QString &story,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(file) << story << QString::fromLatin1(expected);
    };
    row("the final status", R"({"finalStatus": "succeeded"})", expiredThenSms,
        "met: Expected: the flow ends as succeeded. Seen: Succeeded.");
    row("a final status with a slip", R"({"finalStatus": "Succeded"})", expiredThenSms,
        "failed: Expected: the flow ends as Succeded. Seen: Succeeded. No document names Succeded "
        "as a flow's status; they name InProgress, Succeeded, Failed.");
    row("another final status", R"({"finalStatus": "Failed"})", expiredThenSms,
        "failed: Expected: the flow ends as Failed. Seen: Succeeded.");
    row("a final status before the end", R"({"finalStatus": "InProgress"})", running,
        "unknown: Expected: the flow ends as InProgress. Seen: InProgress.");
    row("what the send says is not how it ends", R"({"finalStatus": "Succeeded"})",
        QStringLiteral("send 0 Succeeded viber"),
        "unknown: Expected: the flow ends as Succeeded. How it ended is not known.");
    row("a send that failed ends it", R"({"finalStatus": "Failed"})",
        QStringLiteral("send 0 Failed viber sms"),
        "met: Expected: the flow ends as Failed. Seen: Failed.");
    row("the channel", R"({"terminatingChannel": "sms"})", expiredThenSms,
        "met: Expected: delivered by SMS. Seen: SMS.");
    row("no channel", R"({"terminatingChannel": null})", expiredThenSms,
        "failed: Expected: delivered by no channel. Seen: SMS.");
    row("statuses with others between",
        R"({"steps": [{"order": 2, "statuses": ["queued", "Delivered"]}]})", expiredThenSms,
        "met: Expected: step 2 goes through queued, Delivered. Seen: Queued, Sent, Delivered.");
    row("statuses with others behind",
        R"({"steps": [{"order": 2, "statuses": ["Queued", "Sent"]}]})", expiredThenSms,
        "failed: Expected: step 2 goes through Queued, Sent. Seen: Queued, Sent, Delivered.");
    row("statuses in another order",
        R"({"steps": [{"order": 2, "statuses": ["Sent", "Queued", "Delivered"]}]})", expiredThenSms,
        "failed: Expected: step 2 goes through Sent, Queued, Delivered. Seen: Queued, Sent, "
        "Delivered.");
    row("a step that is not tried", R"({"steps": [{"order": 2, "statuses": []}]})",
        running + QStringLiteral("\nwebhook 9 Succeeded viber:SEEN"),
        "met: Expected: step 2 goes through no status. Seen: no status.");
    row("a failover", R"({"failovers": [{"toOrder": 2}]})", expiredThenSms,
        "met: Expected: step 2 is tried.");
    row("a failover that must not be", R"({"failovers": [{"toOrder": 2, "happens": false}]})",
        expiredThenSms, "failed: Expected: step 2 is not tried.");
    row("a failover that may still come", R"({"failovers": [{"toOrder": 2}]})", running,
        "unknown: Expected: step 2 is tried.");
    row("soon enough", R"({"withinSeconds": 310})", expiredThenSms,
        "met: Expected: concluded within 310 s. Seen: 310 s.");
    row("too late", R"({"withinSeconds": 309.9})", expiredThenSms,
        "failed: Expected: concluded within 309.9 s. Seen: 310 s.");
    row("a poll saw soon enough that it was over", R"({"withinSeconds": 400})",
        QStringLiteral("send 0 InProgress viber sms\npoll 390 Succeeded viber:SEEN"),
        "met: Expected: concluded within 400 s. Seen: 390 s.");
    row("a poll saw only later that it was over", R"({"withinSeconds": 300})",
        QStringLiteral("send 0 InProgress viber sms\npoll 390 Succeeded viber:SEEN"),
        "unknown: Expected: concluded within 300 s. When it was is not known.");
    row("nobody noted when it was over", R"({"withinSeconds": 300})",
        QStringLiteral("send 0 InProgress viber sms\nwebhook 9 Succeeded viber:SEEN untimed"),
        "unknown: Expected: concluded within 300 s. When it was is not known.");
    row("not concluded", R"({"withinSeconds": 309})", running,
        "unknown: Expected: concluded within 309 s. When it was is not known.");
    row("cheap enough", R"({"priceAtMost": 0.04})", expiredThenSms,
        "met: Expected: a price of 0.04 at most. Seen: 0.04.");
    row("too dear", R"({"priceAtMost": 0.039})", expiredThenSms,
        "failed: Expected: a price of 0.039 at most. Seen: 0.04.");
    row("a price nobody told", R"({"priceAtMost": 1})",
        running + QStringLiteral("\nwebhook 9 Succeeded viber:SEEN"),
        "unknown: Expected: a price of 1 at most. The price is not known.");
    row("no finding of a rule", R"({"noFindings": ["webhook-duplicate", "error"]})", expiredThenSms,
        "met: Expected: no finding of webhook-duplicate.\nmet: Expected: no finding of error.");
    row("a finding of a rule", R"({"noFindings": ["webhook-duplicate", "warning"]})",
        expiredThenSms + expiredThenSms.section(QLatin1Char('\n'), -1).prepend(QLatin1Char('\n')),
        "failed: Expected: no finding of webhook-duplicate. Seen: webhook-duplicate.\nfailed: "
        "Expected: no finding of warning. Seen: webhook-duplicate.");
}

void TestExpectations::verdict()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, story);
    QFETCH(QString, expected);

    const auto read = readExpectations(file);
    QVERIFY2(read.hasValue(), "the file cannot be read");
    const RunMachine machine = storyMachine(twoSteps, story, m_catalogue);
    QCOMPARE(printed(checkExpectations(read.value(), outcomeOf(machine))), expected);
}

void TestExpectations::problem_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *file, const char *part) {
        QTest::newRow(name) << QByteArray(file) << QString::fromLatin1(part);
    };
    row("no JSON", "{", "line 1, column 2");
    row("no object", "[]", "the document itself");
    row("a slip", R"({"finalstatus": "Failed"})", "means nothing: /finalstatus");
    row("a slip further in", R"({"steps": [{"order": 1, "statuses": [], "x": 1}]})", "/steps/0/x");
    row("a status that is a number", R"({"finalStatus": 1})", "/finalStatus");
    row("an unknown channel", R"({"terminatingChannel": "fax"})", "/terminatingChannel");
    row("a step without an order", R"({"steps": [{"statuses": []}]})", "/steps/0/order");
    row("a step without statuses", R"({"steps": [{"order": 1}]})", "/steps/0/statuses");
    row("an empty status", R"({"steps": [{"order": 1, "statuses": ["a", ""]}]})",
        "/steps/0/statuses/1");
    row("steps that are no list", R"({"steps": {}})", "/steps");
    row("a failover that is no object", R"({"failovers": [2]})", "/failovers/0");
    row("a failover that happens perhaps", R"({"failovers": [{"toOrder": 2, "happens": "?"}]})",
        "/failovers/0/happens");
    row("a negative time", R"({"withinSeconds": -1})", "/withinSeconds");
    row("a price as text", R"({"priceAtMost": "1"})", "/priceAtMost");
    row("a rule that is no text", R"({"noFindings": [7]})", "/noFindings/0");
    row("a rule with a slip", R"({"noFindings": ["error", "failover-as-documentedd"]})",
        "nobody knows at /noFindings/1: \"failover-as-documentedd\". Most like it: "
        "failover-as-documented.");
    row("a rule in capitals", R"({"noFindings": ["Webhook-Missing"]})",
        "Most like it: webhook-missing");
    row("a severity that stands for none", R"({"noFindings": ["info"]})",
        "nobody knows at /noFindings/0: \"info\". Write the id that a finding shows, or error, or "
        "warning.");
    row("a key with a slash", R"({"a/b": 1})", "/a~1b");
}

void TestExpectations::problem()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, part);

    const auto read = readExpectations(file);
    QVERIFY(!read.hasValue());
    const QString sentence = sentenceFor(read.error());
    QVERIFY2(sentence.contains(part), qPrintable(sentence));
}

void TestExpectations::everyRuleCanBeNamed()
{
    QStringList rules = runRules();
    for (const FlowRule &rule : flowRules())
        rules.append(QString::fromLatin1(rule.id));
    for (const QString &rule : rules) {
        Expectations expectations;
        expectations.noFindings = {rule};
        const auto read = readExpectations(writeExpectations(expectations));
        QVERIFY2(read && read.value() == expectations, qPrintable(rule));
    }
}

void TestExpectations::theFileReadsBackAsWritten()
{
    Expectations all;
    all.finalStatus = QStringLiteral("Failed");
    all.terminatingChannel = Channel::Unknown;
    all.steps = {{1, {QStringLiteral("QUEUED"), QStringLiteral("EXPIRED")}}, {2, {}}};
    all.failovers = {{2, false}, {3, true}};
    all.withinSeconds = 12.5;
    all.priceAtMost = 0.0468;
    all.noFindings = {QStringLiteral("error"), QStringLiteral("webhook-late")};
    const auto read = readExpectations(writeExpectations(all));
    QVERIFY(read.hasValue());
    QCOMPARE(read.value(), all);

    const auto empty = readExpectations(writeExpectations({}));
    QVERIFY(empty.hasValue());
    QVERIFY(empty.value().isEmpty());
}

void TestExpectations::aRunMeetsWhatWasMadeOfIt()
{
    const RunMachine machine = storyMachine(twoSteps, expiredThenSms, m_catalogue);
    const RunOutcome outcome = outcomeOf(machine);
    const Expectations made = expectationsFrom(outcome);
    QCOMPARE(made.finalStatus, QStringLiteral("Succeeded"));
    QCOMPARE(made.withinSeconds, 372.0);
    QCOMPARE(made.steps.size(), size_t{2});
    QCOMPARE(made.failovers.size(), size_t{1});
    QVERIFY(unmet(checkExpectations(made, outcome)).empty());

    const RunMachine other = storyMachine(
        twoSteps, running + QStringLiteral("\nwebhook 9 Succeeded viber:SEEN"), m_catalogue);
    QVERIFY(unmet(checkExpectations(made, outcomeOf(other))).size() >= 4);
}

void TestExpectations::whatNobodyKnowsIsNotMet()
{
    Expectations expectations;
    expectations.priceAtMost = 1;
    const RunMachine machine = storyMachine(twoSteps, running, m_catalogue);
    const std::vector<Finding> findings =
        unmet(checkExpectations(expectations, outcomeOf(machine)));
    QCOMPARE(findings.size(), size_t{1});
    QCOMPARE(findings.front().severity, Severity::Error);
    QVERIFY(sourceOfRule(findings.front().rule).contains(QStringLiteral("expectation")));
}

void TestExpectations::oneDemandCanBeTakenOff()
{
    Expectations all =
        expectationsFrom(outcomeOf(storyMachine(twoSteps, expiredThenSms, m_catalogue)));
    all.noFindings.append(QStringLiteral("webhook-late"));
    const RunOutcome outcome = outcomeOf(storyMachine(twoSteps, running, m_catalogue));
    const std::vector<CheckedExpectation> before = checkExpectations(all, outcome);
    QCOMPARE(before.size(), size_t{9});
    for (size_t index = 0; index < before.size(); ++index) {
        std::vector<CheckedExpectation> expected = before;
        expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(index));
        QCOMPARE(printed(checkExpectations(without(all, index), outcome)), printed(expected));
    }
    QCOMPARE(without(all, before.size()), all);
}

void TestExpectations::oneDemandCanBeChanged()
{
    Expectations all;
    all.finalStatus = QStringLiteral("Succeeded");
    all.terminatingChannel = Channel::Sms;
    all.steps = {{1, {QStringLiteral("QUEUED")}}, {2, {QStringLiteral("Delivered")}}};
    all.failovers = {{2, true}};
    all.withinSeconds = 60;
    all.priceAtMost = 0.1;
    all.noFindings = {QStringLiteral("error"), QStringLiteral("webhook-late")};
    for (size_t index = 0; index < 9; ++index) {
        const std::optional<Demand> demand = demandAt(all, index);
        QVERIFY(demand);
        QCOMPARE(replaced(all, index, *demand), all);
    }
    QVERIFY(!demandAt(all, 9));

    Expectations changed = all;
    changed.steps[1].statuses = {QStringLiteral("Sent")};
    QCOMPARE(replaced(all, 3, ExpectedStatuses{2, {QStringLiteral("Sent")}}), changed);
    changed = all;
    changed.priceAtMost = 0.2;
    QCOMPARE(replaced(all, 6, PriceDemand{0.2}), changed);
    // Another kind has no place there.
    QCOMPARE(replaced(all, 6, SecondsDemand{2}), all);
    QCOMPARE(replaced(all, 9, PriceDemand{0.2}), all);
}

QTEST_GUILESS_MAIN(TestExpectations)
#include "tst_expectations.moc"
