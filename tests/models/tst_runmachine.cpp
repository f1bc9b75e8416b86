// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/run/runmachine.h"
#include "models/run/runupdate.h"
#include "tests/support/runstory.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace otpscope;
using namespace otpscope::models;
using namespace otpscope::testsupport;

namespace {

QStringList textLines(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

QString contributionName(Contribution contribution)
{
    switch (contribution) {
    case Contribution::Changed:
        return QStringLiteral("changed");
    case Contribution::Agrees:
        return QStringLiteral("agrees");
    case Contribution::Older:
        return QStringLiteral("older");
    case Contribution::Contradicts:
        return QStringLiteral("contradicts");
    case Contribution::NotUnderstood:
        return QStringLiteral("not understood");
    }
    Q_UNREACHABLE();
}

const auto twoSteps = QStringLiteral("viber 300, sms 600");
const auto onDelivered = QStringLiteral("viber 300 failoverOnDelivered, sms 600");

} // namespace

/// Tier 1: whole stories, compared as one printed list. Tier 2: what each observation is worth.
/// Tier 3: time alone, findings and bounds.
class TestRunMachine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void story_data();
    void story();
    void contribution_data();
    void contribution();
    void deltasAddUpToTheWhole();
    void whatBeganAgainIsToldWhole();
    void timeAloneConcludesADeliveredViber();
    void timeGoingBackwardsDoesNothing();
    void manyBadBodiesAreOneFinding();
    void aSenderOfMadeUpStepsCannotGrowTheRun();
    void anExplanationThatComesLateWithdrawsTheFinding();
    void serviceClockOfTheHeaderIsUsed();
    void optionalFieldsAreNeverEmptied();

private:
    const Catalogue m_catalogue = platform::builtInCatalogue();
};

void TestRunMachine::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestRunMachine::story_data()
{
    QTest::addColumn<QString>("flow");
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("expected");

    QTest::newRow("Viber expires and the SMS is delivered") << twoSteps << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 300 InProgress viber:EXPIRED
        webhook 300.4 InProgress viber:EXPIRED sms:Queued@300.3
        poll 302 InProgress viber:EXPIRED sms:Sent
        webhook 310 Succeeded viber:EXPIRED sms:Delivered)") << QStringLiteral(R"(
        0: flow InProgress (send)
        300: 1 EXPIRED (webhook)
        300.3: 2 Queued (webhook)
        302: 2 Queued -> Sent (poll)
        310: 2 Sent -> Delivered (webhook)
        310: flow InProgress -> Succeeded (webhook)
        failover 1 to 2: EXPIRED, due 300, fired 300.3
        steps final at 310)");
    QTest::newRow("Viber is seen and the flow stops") << twoSteps << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 2 InProgress viber:DELIVERED
        webhook 4 Succeeded viber:SEEN)") << QStringLiteral(R"(
        0: flow InProgress (send)
        2: 1 DELIVERED (webhook)
        4: 1 DELIVERED -> SEEN (webhook)
        4: flow InProgress -> Succeeded (webhook)
        seen at 4)");
    QTest::newRow("Delivered with failoverOnDelivered is followed by the SMS after the ttl")
        << onDelivered << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED
        webhook 305.2 InProgress viber:DELIVERED sms:Queued@305
        webhook 309 Succeeded viber:DELIVERED sms:Delivered)") << QStringLiteral(R"(
        0: flow InProgress (send)
        5: 1 DELIVERED (webhook)
        305: 2 Queued (webhook)
        309: 2 Queued -> Delivered (webhook)
        309: flow InProgress -> Succeeded (webhook)
        failover 1 to 2: DELIVERED plus ttl, due 305, fired 305
        steps final at 309
        finding both-delivered)");
    QTest::newRow("Delivered with failoverOnDelivered waits for SEEN or the SMS")
        << onDelivered << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED)") << QStringLiteral(R"(
        0: flow InProgress (send)
        5: 1 DELIVERED (webhook)
        due 1 to 2 at 305 unless seen
        open)");
    QTest::newRow("an overdue SMS keeps the run open") << onDelivered << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED
        poll 400 InProgress viber:DELIVERED)") << QStringLiteral(R"(
        0: flow InProgress (send)
        5: 1 DELIVERED (webhook)
        due 1 to 2 at 305 unless seen
        open
        finding failover-overdue)");
    QTest::newRow("a running Viber step is due to expire") << twoSteps << QStringLiteral(R"(
        send 10 InProgress viber sms)") << QStringLiteral(R"(
        10: flow InProgress (send)
        due 1 to 2 at 310 if expired
        open)");
    QTest::newRow("a trigger status without the next step stays open") << twoSteps
                                                                       << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 20 InProgress viber:FAILED)") << QStringLiteral(R"(
        0: flow InProgress (send)
        20: 1 FAILED (webhook)
        due 1 to 2 at 20 triggered
        open)");
    QTest::newRow("every step fails") << twoSteps << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 20 InProgress viber:UNSENT
        webhook 21 InProgress viber:UNSENT sms:Queued
        webhook 25 Failed viber:UNSENT sms:Undelivered)") << QStringLiteral(R"(
        0: flow InProgress (send)
        20: 1 UNSENT (webhook)
        21: 2 Queued (webhook)
        25: 2 Queued -> Undelivered (webhook)
        25: flow InProgress -> Failed (webhook)
        failover 1 to 2: UNSENT, due 20, fired 21
        steps final at 25)");
    QTest::newRow("SMS first and Viber second")
        << QStringLiteral("sms 60, viber 300") << QStringLiteral(R"(
        send 0 InProgress sms viber
        webhook 3 InProgress sms:Undelivered detail=Carrier_Violation
        webhook 4 InProgress sms:Undelivered viber:QUEUED@3.5
        webhook 9 Succeeded sms:Undelivered viber:SEEN)") << QStringLiteral(R"(
        0: flow InProgress (send)
        3: 1 Undelivered (webhook)
        3.5: 2 QUEUED (webhook)
        9: 2 QUEUED -> SEEN (webhook)
        9: flow InProgress -> Succeeded (webhook)
        failover 1 to 2: Undelivered, due 3, fired 3.5
        seen at 9)");
    QTest::newRow("a trigger that only a late poll shows was known before the step it caused")
        << QStringLiteral("sms 60, viber 300") << QStringLiteral(R"(
        send 0 InProgress sms viber
        poll 47 InProgress sms:Undelivered viber:DELIVERED@5)") << QStringLiteral(R"(
        0: flow InProgress (send)
        47: 1 Undelivered (poll)
        47: 2 DELIVERED (poll)
        failover 1 to 2: Undelivered, due 5, fired 5
        open)");
    QTest::newRow("three steps, two failovers")
        << QStringLiteral("viber 30, sms 60, sms 90") << QStringLiteral(R"(
        webhook 30 InProgress viber:EXPIRED@0
        webhook 31 InProgress viber:EXPIRED sms:Queued@30.5
        webhook 40 InProgress viber:EXPIRED sms:Failed
        webhook 41 InProgress viber:EXPIRED sms:Failed sms:Queued@40.5
        webhook 45 Succeeded viber:EXPIRED sms:Failed sms:Delivered)") << QStringLiteral(R"(
        30: 1 EXPIRED (webhook)
        30: flow InProgress (webhook)
        30.5: 2 Queued (webhook)
        40: 2 Queued -> Failed (webhook)
        40.5: 3 Queued (webhook)
        45: 3 Queued -> Delivered (webhook)
        45: flow InProgress -> Succeeded (webhook)
        failover 1 to 2: EXPIRED, due 30, fired 30.5
        failover 2 to 3: Failed, due 40, fired 40.5
        steps final at 45)");
    QTest::newRow("a single SMS is done when it is delivered, not when it is accepted")
        << QStringLiteral("sms 60") << QStringLiteral(R"(
        send 0 Succeeded sms
        poll 2 Succeeded sms:queued)") << QStringLiteral(R"(
        0: flow Succeeded (send)
        0: 1 queued (poll)
        open)");
    QTest::newRow("the flow's status alone never concludes") << twoSteps << QStringLiteral(R"(
        send 0 InProgress viber sms
        poll 301 Succeeded viber:EXPIRED sms:queued@300.1)") << QStringLiteral(R"(
        0: flow InProgress (send)
        301: 1 EXPIRED (poll)
        300.1: 2 queued (poll)
        301: flow InProgress -> Succeeded (poll)
        failover 1 to 2: EXPIRED, due 300, fired 300.1
        open)");
    QTest::newRow("webhooks in reverse order end in the same place") << twoSteps
                                                                     << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 310 Succeeded viber:EXPIRED sms:Delivered
        webhook 311 InProgress viber:EXPIRED sms:Queued@300.3
        webhook 312 InProgress viber:EXPIRED)") << QStringLiteral(R"(
        0: flow InProgress (send)
        310: 1 EXPIRED (webhook)
        310: 2 Delivered (webhook)
        310: flow InProgress -> Succeeded (webhook)
        failover 1 to 2: EXPIRED, due 300, fired 300.3
        steps final at 310
        finding webhook-out-of-order)");
    QTest::newRow("a late older snapshot takes nothing back") << twoSteps << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 6 InProgress viber:DELIVERED
        webhook 7 InProgress viber:QUEUED)") << QStringLiteral(R"(
        0: flow InProgress (send)
        6: 1 DELIVERED (webhook)
        open
        finding webhook-out-of-order)");
    QTest::newRow("the first of two final statuses stays") << QStringLiteral("sms 60")
                                                           << QStringLiteral(R"(
        webhook 6 Succeeded sms:Delivered
        webhook 7 Failed sms:Undelivered)") << QStringLiteral(R"(
        6: 1 Delivered (webhook)
        6: flow Succeeded (webhook)
        steps final at 6
        finding final-status-contradiction)");
    QTest::newRow("of two final statuses the earlier one stands, however late it comes")
        << QStringLiteral("sms 60") << QStringLiteral(R"(
        webhook 7 Failed sms:Undelivered
        webhook 6 Succeeded sms:Delivered)")
        << QStringLiteral(R"(
        7: 1 Undelivered (webhook)
        7: flow Failed (webhook)
        6: 1 Undelivered -> Delivered (webhook)
        6: flow Failed -> Succeeded (webhook)
        steps final at 6
        finding final-status-contradiction)");
    QTest::newRow("another flow's webhook before the send answer is not ours")
        << QStringLiteral("sms 60") << QStringLiteral(R"(
        webhook 1 Failed sms:Failed flow=f9
        webhook 2 InProgress sms:Queued
        send 3 Succeeded sms
        webhook 4 Succeeded sms:Delivered)")
        << QStringLiteral(R"(
        3: flow Succeeded (send)
        3: 1 Queued (webhook)
        2: flow Succeeded -> InProgress (webhook)
        4: 1 Queued -> Delivered (webhook)
        4: flow InProgress -> Succeeded (webhook)
        steps final at 4
        finding flow-id-differs)");
    QTest::newRow("spelling differs, meaning does not") << twoSteps << QStringLiteral(R"(
        webhook 1 InProgress viber:queued
        poll 2 inprogress viber:QUEUED
        webhook 3 InProgress Viber:Seen)") << QStringLiteral(R"(
        1: 1 queued (webhook)
        1: flow InProgress (webhook)
        3: 1 queued -> Seen (webhook)
        seen at 3)");
    QTest::newRow("an unknown status is shown and means nothing") << QStringLiteral("sms 60")
                                                                  << QStringLiteral(R"(
        webhook 1 InProgress sms:Rerouted
        webhook 2 InProgress sms:Delivered)") << QStringLiteral(R"(
        1: 1 Rerouted (webhook)
        1: flow InProgress (webhook)
        2: 1 Rerouted -> Delivered (webhook)
        steps final at 2
        finding unknown-status)");
    QTest::newRow("a next step without any reason is unexplained once the run is over")
        << twoSteps << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 6 InProgress viber:DELIVERED sms:Queued
        webhook 9 Succeeded viber:DELIVERED sms:Delivered)") << QStringLiteral(R"(
        0: flow InProgress (send)
        6: 1 DELIVERED (webhook)
        6: 2 Queued (webhook)
        9: 2 Queued -> Delivered (webhook)
        9: flow InProgress -> Succeeded (webhook)
        failover 1 to 2: unexplained, due -, fired 6
        steps final at 9
        finding failover-on-delivered-off
        finding both-delivered)");
    QTest::newRow("a step made after SEEN is an error") << onDelivered << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 6 InProgress viber:SEEN
        webhook 9 InProgress viber:SEEN sms:Queued@8)") << QStringLiteral(R"(
        0: flow InProgress (send)
        6: 1 SEEN (webhook)
        8: 2 Queued (webhook)
        failover 1 to 2: unexplained, due -, fired 8
        open
        finding failover-after-seen
        finding run-reopened)");
    QTest::newRow("SEEN that is reported after the SMS was made is no error")
        << onDelivered << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED
        webhook 306 InProgress viber:DELIVERED sms:Queued@305
        webhook 320 InProgress viber:SEEN sms:Queued
        webhook 321 Succeeded viber:SEEN sms:Delivered)") << QStringLiteral(R"(
        0: flow InProgress (send)
        5: 1 DELIVERED (webhook)
        305: 2 Queued (webhook)
        320: 1 DELIVERED -> SEEN (webhook)
        321: 2 Queued -> Delivered (webhook)
        321: flow InProgress -> Succeeded (webhook)
        failover 1 to 2: DELIVERED plus ttl, due 305, fired 305
        steps final at 321
        finding both-delivered)");
    QTest::newRow("the service ends the flow although a step was due") << twoSteps
                                                                       << QStringLiteral(R"(
        send 0 InProgress viber sms
        poll 20 Failed viber:UNSENT)") << QStringLiteral(R"(
        0: flow InProgress (send)
        20: 1 UNSENT (poll)
        20: flow InProgress -> Failed (poll)
        ended by service at 20
        finding failover-missing)");
    QTest::newRow("and goes on after all") << twoSteps << QStringLiteral(R"(
        send 0 InProgress viber sms
        poll 20 Failed viber:UNSENT
        poll 22 InProgress viber:UNSENT sms:Queued@21)") << QStringLiteral(R"(
        0: flow InProgress (send)
        20: 1 UNSENT (poll)
        20: flow InProgress -> Failed (poll)
        21: 2 Queued (poll)
        22: flow Failed -> InProgress (poll)
        failover 1 to 2: UNSENT, due 20, fired 21
        open
        finding run-reopened)");
    QTest::newRow("HTTP 200 with status Failed is a failure") << twoSteps << QStringLiteral(R"(
        send 0 Failed viber sms)") << QStringLiteral(R"(
        0: flow Failed (send)
        send failed at 0
        finding send-failed)");
    QTest::newRow("a refused send") << twoSteps << QStringLiteral(R"(
        send 1 #422 {"detail":[{"loc":["body","flow",0,"ttl"],"msg":"field required"}]})")
                                    << QStringLiteral(R"(
        send failed at 1
        finding send-refused)");
    // No document says what a 5xx means for the message: it may have gone out before the error.
    QTest::newRow("a server error leaves open whether anything was sent")
        << twoSteps << QStringLiteral("send 1 #503 upstream timed out") << QStringLiteral(R"(
        send outcome unknown at 1
        finding send-outcome-unknown)");
    QTest::newRow("a webhook proves that the send with a server error arrived")
        << twoSteps << QStringLiteral(R"(
        send 1 #500 {}
        webhook 3 Succeeded viber:SEEN)") << QStringLiteral(R"(
        3: 1 SEEN (webhook)
        3: flow Succeeded (webhook)
        seen at 3)");
    QTest::newRow("nobody listens") << twoSteps << QStringLiteral("send 1 !CouldNotConnect")
                                    << QStringLiteral(R"(
        send failed at 1
        finding send-unreachable)");
    QTest::newRow("no token") << twoSteps << QStringLiteral("send 1 !NoToken") << QStringLiteral(R"(
        send failed at 1
        finding no-token)");
    QTest::newRow("a send without an answer is unknown") << twoSteps
                                                         << QStringLiteral("send 30 !NoAnswer")
                                                         << QStringLiteral(R"(
        send outcome unknown at 30
        finding send-outcome-unknown)");
    QTest::newRow("a webhook proves that the unanswered send arrived") << twoSteps
                                                                       << QStringLiteral(R"(
        send 30 !NoAnswer
        webhook 31 InProgress viber:DELIVERED)") << QStringLiteral(R"(
        31: 1 DELIVERED (webhook)
        31: flow InProgress (webhook)
        open
        finding run-reopened)");
    QTest::newRow("an accepted send nobody can read is unknown") << twoSteps
                                                                 << QStringLiteral("send 1 =<html>")
                                                                 << QStringLiteral(R"(
        send outcome unknown at 1
        finding body-not-understood
        finding send-outcome-unknown)");
    QTest::newRow("another flow's report changes nothing") << twoSteps << QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 3 Succeeded viber:SEEN flow=f2)") << QStringLiteral(R"(
        0: flow InProgress (send)
        due 1 to 2 at 300 if expired
        open
        finding flow-id-differs)");
    QTest::newRow("a step the flow does not have is shown") << QStringLiteral("viber 300")
                                                            << QStringLiteral(R"(
        webhook 3 InProgress viber:FAILED sms:Queued@2)") << QStringLiteral(R"(
        3: 1 FAILED (webhook)
        2: 2 Queued (webhook)
        3: flow InProgress (webhook)
        failover 1 to 2: FAILED, due 2, fired 2
        open
        finding step-not-in-flow)");
    QTest::newRow("without a document the reports speak for themselves") << QString()
                                                                         << QStringLiteral(R"(
        webhook 3 InProgress viber:EXPIRED
        webhook 4 InProgress viber:EXPIRED sms:Queued
        webhook 5 Succeeded viber:EXPIRED sms:Delivered)") << QStringLiteral(R"(
        3: 1 EXPIRED (webhook)
        3: flow InProgress (webhook)
        4: 2 Queued (webhook)
        5: 2 Queued -> Delivered (webhook)
        5: flow InProgress -> Succeeded (webhook)
        failover 1 to 2: EXPIRED, due 3, fired 4
        steps final at 5
        finding run-reopened)");
}

void TestRunMachine::story()
{
    QFETCH(QString, flow);
    QFETCH(QString, story);
    QFETCH(QString, expected);

    RunMachine machine(storyFlow(flow), m_catalogue);
    for (const Observation &observation : storyObservations(story))
        machine.apply(observation);

    QCOMPARE(printed(machine).join(QLatin1Char('\n')),
             textLines(expected).join(QLatin1Char('\n')));
}

void TestRunMachine::contribution_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("observation");
    QTest::addColumn<QString>("expected");

    const auto sent = QStringLiteral("send 0 InProgress viber sms");
    const auto expired = sent + QStringLiteral("\nwebhook 300 InProgress viber:EXPIRED");
    QTest::newRow("the first answer") << QString() << sent << QStringLiteral("changed");
    QTest::newRow("a new status") << sent << QStringLiteral("poll 1 InProgress viber:QUEUED")
                                  << QStringLiteral("changed");
    QTest::newRow("the same again") << expired
                                    << QStringLiteral("poll 301 InProgress viber:expired")
                                    << QStringLiteral("agrees");
    QTest::newRow("an older status") << expired
                                     << QStringLiteral("poll 301 InProgress viber:QUEUED")
                                     << QStringLiteral("older");
    QTest::newRow("a snapshot from before the next step")
        << expired + QStringLiteral("\nwebhook 301 InProgress viber:EXPIRED sms:Queued")
        << QStringLiteral("webhook 302 InProgress viber:EXPIRED") << QStringLiteral("older");
    QTest::newRow("another final status") << expired
                                          << QStringLiteral("poll 301 InProgress viber:FAILED")
                                          << QStringLiteral("contradicts");
    QTest::newRow("another flow") << sent
                                  << QStringLiteral("poll 301 InProgress viber:FAILED flow=f9")
                                  << QStringLiteral("contradicts");
    QTest::newRow("no JSON") << sent << QStringLiteral("webhook 1 =hello")
                             << QStringLiteral("not understood");
    QTest::newRow("an HTTP error") << sent << QStringLiteral("poll 1 #500 oops")
                                   << QStringLiteral("not understood");
    QTest::newRow("a broken connection") << sent << QStringLiteral("poll 1 !AnswerCut")
                                         << QStringLiteral("not understood");
}

void TestRunMachine::contribution()
{
    QFETCH(QString, before);
    QFETCH(QString, observation);
    QFETCH(QString, expected);

    RunMachine machine(storyFlow(twoSteps), m_catalogue);
    for (const Observation &earlier : storyObservations(before))
        machine.apply(earlier);
    const RunDelta delta = machine.apply(storyObservation(observation, 99));

    QCOMPARE(contributionName(delta.contribution), expected);
}

void TestRunMachine::deltasAddUpToTheWhole()
{
    RunMachine machine(storyFlow(twoSteps), m_catalogue);
    std::vector<Transition> transitions;
    for (const Observation &observation : storyObservations(QStringLiteral(R"(
            send 0 InProgress viber sms
            webhook 300 InProgress viber:EXPIRED
            webhook 300 InProgress viber:EXPIRED
            webhook 301 InProgress viber:EXPIRED sms:Queued
            webhook 305 Succeeded viber:EXPIRED sms:Delivered)"))) {
        const RunDelta delta = machine.apply(observation);
        transitions.insert(transitions.end(), delta.transitions.begin(), delta.transitions.end());
    }

    QCOMPARE(transitions, machine.transitions());
}

void TestRunMachine::whatBeganAgainIsToldWhole()
{
    const RunId run(QStringLiteral("r"));
    RunMachine machine(storyFlow(QStringLiteral("sms 60")), m_catalogue);
    RunUpdateBuilder builder{run};
    const auto add = [&](const char *line, qint64 id) {
        const Observation observation = storyObservation(QString::fromLatin1(line), id);
        builder.add(observation, machine.apply(observation));
    };
    add("webhook 1 Failed sms:Failed flow=f9", 1);
    add("webhook 2 InProgress sms:Queued", 2);
    const RunUpdate before = builder.take(machine.state());
    QVERIFY(!before.isWhole);
    QCOMPARE(before.state.flowId.text(), QStringLiteral("f9"));

    add("send 3 Succeeded sms", 3);
    const RunUpdate whole = builder.take(machine.state());
    QVERIFY(whole.isWhole);
    QCOMPARE(whole.state.flowId.text(), QStringLiteral("f1"));
    QStringList rows;
    for (const ObservationSummary &row : whole.observations)
        rows.append(QStringLiteral("%1 %2").arg(row.id.value).arg(int(row.contribution)));
    QCOMPARE(rows.join(QLatin1String(", ")), QStringLiteral("1 3, 2 0, 3 0"));
    QCOMPARE(whole.transitions.size(), machine.transitions().size());
    QVERIFY(std::is_sorted(whole.transitions.begin(), whole.transitions.end(),
                           [](const auto &a, const auto &b) { return a.observation < b.observation; }));

    // A poll's word weighs less than the answer's to the send.
    add("poll 4 Succeeded sms:Delivered flow=f7", 4);
    QVERIFY(!builder.take(machine.state()).isWhole);
}

void TestRunMachine::timeAloneConcludesADeliveredViber()
{
    RunMachine machine(storyFlow(twoSteps), m_catalogue);
    machine.apply(storyObservation(QStringLiteral("send 0 InProgress viber sms"), 1));
    machine.apply(storyObservation(QStringLiteral("webhook 5 Succeeded viber:DELIVERED"), 2));

    machine.advanceTo(storyTime(299.999));
    QVERIFY(!machine.state().isConcluded());
    machine.advanceTo(storyTime(300));

    QCOMPARE(printed(machine).last(), QStringLiteral("delivered and ttl over at 300"));
}

void TestRunMachine::timeGoingBackwardsDoesNothing()
{
    RunMachine machine(storyFlow(twoSteps), m_catalogue);
    machine.apply(storyObservation(QStringLiteral("webhook 5 Succeeded viber:DELIVERED@0"), 1));
    machine.advanceTo(storyTime(400));
    const QStringList before = printed(machine);

    machine.advanceTo(storyTime(10));

    QCOMPARE(printed(machine), before);
}

void TestRunMachine::manyBadBodiesAreOneFinding()
{
    RunMachine machine(storyFlow(twoSteps), m_catalogue);
    for (int i = 1; i <= 1000; ++i)
        machine.apply(storyObservation(QStringLiteral("webhook 1 =?"), i));

    QCOMPARE(machine.findings().size(), size_t{1});
    QCOMPARE(machine.findings().front().values,
             (QStringList{QStringLiteral("webhook"), QStringLiteral("1000")}));
    QCOMPARE(machine.findings().front().evidence.size(), size_t{16});
    QCOMPARE(machine.state().counts.notUnderstood, 1000);
}

void TestRunMachine::aSenderOfMadeUpStepsCannotGrowTheRun()
{
    RunMachine machine(storyFlow(twoSteps), m_catalogue);
    for (int i = 1; i <= 500; ++i) {
        const QByteArray body = R"({"flowId":"f1","steps":[{"trackingId":"x)" + QByteArray::number(i)
                                + R"(","channel":"fax","status":"S)" + QByteArray::number(i)
                                + R"("}]})";
        Observation observation = storyObservation(QStringLiteral("webhook 1 ="), i);
        observation.exchange.requestBody = body;
        machine.apply(observation);
    }

    QCOMPARE(machine.state().steps.size(), size_t{2 + 16});
    QVERIFY(machine.findings().size() < 50);
}

void TestRunMachine::anExplanationThatComesLateWithdrawsTheFinding()
{
    RunMachine machine(storyFlow(twoSteps), m_catalogue);
    machine.apply(storyObservation(
        QStringLiteral("webhook 9 Succeeded viber:QUEUED@0 sms:Delivered@6"), 1));
    QVERIFY(printed(machine).contains(QStringLiteral("finding failover-unexplained")));

    const RunDelta delta = machine.apply(
        storyObservation(QStringLiteral("webhook 10 Succeeded viber:FAILED sms:Delivered"), 2));

    QCOMPARE(delta.withdrawnFindings.size(), size_t{1});
    QCOMPARE(delta.failovers.size(), size_t{1});
    QCOMPARE(delta.failovers.front().trigger, QStringLiteral("FAILED"));
    QVERIFY(!printed(machine).contains(QStringLiteral("finding failover-unexplained")));
}

void TestRunMachine::serviceClockOfTheHeaderIsUsed()
{
    RunMachine machine(storyFlow(twoSteps), m_catalogue);
    Observation observation =
        storyObservation(QStringLiteral("webhook 5 InProgress viber:EXPIRED@0"), 1);
    observation.exchange.requestHead =
        "POST / HTTP/1.1\r\nOtpScope-Service-Clock: "
        + serviceClockHeaderValue({storyTime(300), 60}) + "\r\n\r\n";
    machine.apply(observation);

    QCOMPARE(storySeconds(machine.transitions().front().at), QStringLiteral("300"));
    QCOMPARE(storySeconds(machine.state().serviceTimeAt(storyTime(6))), QStringLiteral("360"));
}

void TestRunMachine::optionalFieldsAreNeverEmptied()
{
    RunMachine machine(storyFlow(twoSteps), m_catalogue);
    for (const Observation &observation : storyObservations(QStringLiteral(R"(
            webhook 3 InProgress viber:EXPIRED price=0.0093 detail=Expired
            webhook 4 InProgress viber:EXPIRED
            webhook 5 InProgress viber:QUEUED price=9)")))
        machine.apply(observation);

    const StepState &viber = machine.state().steps.front();
    QCOMPARE(viber.price, std::optional(0.0093));
    QCOMPARE(viber.detailedStatus, QStringLiteral("Expired"));
}

QTEST_GUILESS_MAIN(TestRunMachine)
#include "tst_runmachine.moc"
