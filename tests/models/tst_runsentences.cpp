// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/text/runsentences.h"
#include "models/text/sentences.h"
#include "tests/support/runstory.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using namespace otpscope::models;
using namespace otpscope::testsupport;

class TestRunSentences final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void headline_data();
    void headline();
    void whatIsOverdue_data();
    void whatIsOverdue();
    void everyFindingOfARunHasASentence_data();
    void everyFindingOfARunHasASentence();
    void everyTransportProblemHasASentence();
    void dueAndFailover();

private:
    [[nodiscard]] RunMachine played(const QString &flow, const QString &story) const;

    const Catalogue m_catalogue = platform::builtInCatalogue();
};

void TestRunSentences::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

RunMachine TestRunSentences::played(const QString &flow, const QString &story) const
{
    RunMachine machine(storyFlow(flow), m_catalogue);
    for (const Observation &observation : storyObservations(story))
        machine.apply(observation);
    return machine;
}

void TestRunSentences::headline_data()
{
    QTest::addColumn<QString>("flow");
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("expected");

    const auto two = QStringLiteral("viber 300, sms 600");
    const auto onDelivered = QStringLiteral("viber 300 failoverOnDelivered, sms 600");
    const auto sent = QStringLiteral("send 0 InProgress viber sms\n");
    QTest::newRow("before anything") << two << QString() << QStringLiteral("Nothing is known yet.");
    QTest::newRow("accepted") << two << sent << QStringLiteral("Viber is on its way.");
    QTest::newRow("the picture's own sentence")
        << two
        << sent
               + QStringLiteral("webhook 300 InProgress viber:EXPIRED\n"
                                "webhook 301 InProgress viber:EXPIRED sms:Sent@300.3")
        << QStringLiteral(
               "Viber expired after 5 min; the SMS was sent 0.3 s later and is on its way.");
    QTest::newRow("everything failed")
        << two
        << sent
               + QStringLiteral("webhook 10 InProgress viber:FAILED\n"
                                "webhook 14 Failed viber:FAILED sms:Undelivered@12")
        << QStringLiteral("Viber failed; the SMS was sent 2 s later and could not be delivered. "
                          "No channel delivered the code.");
    QTest::newRow("triggered and waiting")
        << two << sent + QStringLiteral("webhook 10 InProgress viber:UNSENT")
        << QStringLiteral("Viber could not be sent; the SMS is due.");
    QTest::newRow("delivered, waiting for SEEN or the SMS")
        << onDelivered << sent + QStringLiteral("webhook 10 InProgress viber:DELIVERED")
        << QStringLiteral("Viber was delivered; the SMS follows unless it is seen.");
    QTest::newRow("not seen in time")
        << onDelivered
        << sent
               + QStringLiteral("webhook 10 InProgress viber:DELIVERED\n"
                                "webhook 311 InProgress viber:DELIVERED sms:Queued@310")
        << QStringLiteral("Viber was delivered but not seen within 5 min; the SMS followed and is "
                          "on its way.");
    QTest::newRow("seen, but after the SMS was sent")
        << onDelivered
        << sent + QStringLiteral("webhook 10 InProgress viber:DELIVERED\n"
                                 "webhook 311 InProgress viber:DELIVERED sms:Queued@311\n"
                                 "webhook 315 Succeeded viber:SEEN sms:Delivered@311")
        << QStringLiteral("Viber was not seen within 5 min; the SMS followed and was delivered. "
                          "Viber was seen after that.");
    QTest::newRow("told of by a poll that came late")
        << two << sent + QStringLiteral("poll 325 Succeeded viber:EXPIRED sms:Delivered@301")
        << QStringLiteral("Viber expired; the SMS followed and was delivered.");
    QTest::newRow("expired by the time of a poll")
        << QStringLiteral("viber 300")
        << QStringLiteral("send 0 Succeeded viber\npoll 325 Failed viber:EXPIRED")
        << QStringLiteral("Viber expired within 5 min 25 s. No channel delivered the code.");
    QTest::newRow("a log without times")
        << two
        << QStringLiteral("webhook 0 InProgress viber:EXPIRED@0 untimed\n"
                          "webhook 300.4 Succeeded viber:EXPIRED@0 sms:Delivered@300.4 untimed")
        << QStringLiteral("Viber expired; the SMS followed and was delivered.");
    QTest::newRow("three steps")
        << QStringLiteral("viber 300, sms 600, viber 60")
        << sent + QStringLiteral("webhook 300 InProgress viber:EXPIRED\n"
                                 "webhook 310 InProgress viber:EXPIRED sms:Undelivered@301\n"
                                 "webhook 320 Succeeded viber:EXPIRED sms:Undelivered@301 "
                                 "viber:SEEN@312")
        << QStringLiteral("Viber expired after 5 min; the SMS could not be delivered; Viber was "
                          "sent 2 s later and was seen.");
    QTest::newRow("five steps")
        << QStringLiteral("sms 60, sms 60, sms 60, sms 60, viber 60")
        << QStringLiteral("webhook 9 Succeeded sms:Failed@1 sms:Failed@2 sms:Failed@3 "
                          "sms:Failed@4 viber:SEEN@5")
        << QStringLiteral("3 step(s) gave way; the SMS failed; Viber followed and was seen.");
    QTest::newRow("seen") << two << sent + QStringLiteral("webhook 4 Succeeded viber:SEEN")
                          << QStringLiteral("Viber was seen.");
    QTest::newRow("delivered and never seen")
        << two << sent + QStringLiteral("webhook 4 Succeeded viber:DELIVERED\npoll 301 - viber:DELIVERED")
        << QStringLiteral("Viber was delivered. It was not seen while it was valid.");
    QTest::newRow("ended by the service")
        << two << sent + QStringLiteral("poll 4 Failed viber:UNSENT")
        << QStringLiteral("Viber could not be sent. The service ended the flow although the next "
                          "step was due.");
    QTest::newRow("unknown status") << QStringLiteral("sms 60")
                                    << QStringLiteral("webhook 4 InProgress sms:Rerouted")
                                    << QStringLiteral("The SMS reports Rerouted.");
    QTest::newRow("failed with HTTP 200")
        << two << QStringLiteral("send 0 Failed viber sms")
        << QStringLiteral("Nothing was sent: the service could not send on any channel.");
    QTest::newRow("refused") << two << QStringLiteral("send 0 #422 {\"detail\":\"no\"}")
                             << QStringLiteral("Nothing was sent. The findings say why.");
    QTest::newRow("unknown outcome")
        << two << QStringLiteral("send 0 !NoAnswer")
        << QStringLiteral("Whether the flow was sent is unknown. Look at the phone before you send "
                          "again.");
}

void TestRunSentences::headline()
{
    QFETCH(QString, flow);
    QFETCH(QString, story);
    QFETCH(QString, expected);

    QCOMPARE(headlineFor(played(flow, story).state()), expected);
}

void TestRunSentences::whatIsOverdue_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<double>("now");
    QTest::addColumn<QString>("expected");
    const auto over =
        QStringLiteral("Its time to live of %1 is over, and nothing final was reported.");
    const auto sent = QStringLiteral("send 0 InProgress viber sms\n");
    QTest::newRow("within its time") << sent << 300.0 << QString();
    QTest::newRow("its time over") << sent << 300.5 << over.arg(QStringLiteral("5 min"));
    QTest::newRow("of the last step tried")
        << sent + QStringLiteral("webhook 9 InProgress viber:FAILED sms:Sent@9") << 610.0
        << over.arg(QStringLiteral("10 min"));
    QTest::newRow("final") << sent + QStringLiteral("webhook 4 Succeeded viber:SEEN") << 900.0
                           << QString();
    QTest::newRow("a status that waits for no more")
        << sent + QStringLiteral("webhook 4 InProgress viber:FAILED") << 900.0 << QString();
}

void TestRunSentences::whatIsOverdue()
{
    QFETCH(QString, story);
    QFETCH(double, now);
    QFETCH(QString, expected);
    const RunMachine machine = played(QStringLiteral("viber 300, sms 600"), story);
    QCOMPARE(overdueSentence(machine.state(), storyTime(now)), expected);
}

void TestRunSentences::everyFindingOfARunHasASentence_data()
{
    QTest::addColumn<QString>("story");
    QTest::addColumn<QString>("part");

    QTest::newRow("send-failed") << QStringLiteral("send 0 Failed viber sms")
                                 << QStringLiteral("status Failed");
    QTest::newRow("send-refused") << QStringLiteral("send 0 #422 {\"detail\":\"no ttl\"}")
                                  << QStringLiteral("HTTP 422: no ttl");
    QTest::newRow("send-unreachable") << QStringLiteral("send 0 !TlsRefused")
                                      << QStringLiteral("secure connection");
    QTest::newRow("no-token") << QStringLiteral("send 0 !NoToken")
                              << QStringLiteral("access token");
    QTest::newRow("send-outcome-unknown")
        << QStringLiteral("send 0 !AnswerCut") << QStringLiteral("cut short");
    QTest::newRow("poll-failed") << QStringLiteral("poll 0 #404 {\"detail\":\"Not found\"}")
                                 << QStringLiteral("HTTP 404. (Not found)");
    QTest::newRow("body-not-understood") << QStringLiteral("webhook 0 =x")
                                         << QStringLiteral("so far: 1");
    QTest::newRow("flow-id-differs") << QStringLiteral(
        "webhook 0 InProgress viber:QUEUED\nwebhook 1 InProgress viber:QUEUED flow=f2")
                                     << QStringLiteral("f2 instead of f1");
    QTest::newRow("step-not-in-flow")
        << QStringLiteral("webhook 0 InProgress viber:QUEUED viber:QUEUED")
        << QStringLiteral("Viber message");
    QTest::newRow("unknown-status") << QStringLiteral("webhook 0 InProgress viber:Lost")
                                    << QStringLiteral("Lost");
    QTest::newRow("final-status-contradiction")
        << QStringLiteral("webhook 0 - viber:FAILED\nwebhook 1 - viber:EXPIRED")
        << QStringLiteral("was FAILED and later reported as EXPIRED");
    QTest::newRow("failover-unexplained")
        << QStringLiteral("webhook 9 Succeeded viber:QUEUED sms:Delivered")
        << QStringLiteral("is QUEUED, which is no reason");
    QTest::newRow("failover-missing") << QStringLiteral("poll 20 Failed viber:UNSENT")
                                      << QStringLiteral("step 2 (SMS) had to be tried");
    QTest::newRow("failover-after-seen")
        << QStringLiteral("webhook 6 - viber:SEEN\nwebhook 9 - viber:SEEN sms:Queued@8")
        << QStringLiteral("which stops the flow");
    QTest::newRow("run-reopened")
        << QStringLiteral("poll 20 Failed viber:UNSENT\npoll 21 - viber:UNSENT sms:Queued")
        << QStringLiteral("goes on");
}

void TestRunSentences::everyFindingOfARunHasASentence()
{
    QFETCH(QString, story);
    QFETCH(QString, part);
    const QString rule = QString::fromLatin1(QTest::currentDataTag());

    const RunMachine machine = played(QStringLiteral("viber 300, sms 600"), story);
    const auto finding =
        std::find_if(machine.findings().begin(), machine.findings().end(),
                     [&rule](const Finding &candidate) { return candidate.rule == rule; });

    QVERIFY(finding != machine.findings().end());
    const QString sentence = sentenceFor(*finding);
    QVERIFY2(sentence.contains(part), qPrintable(sentence));
    QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
    QVERIFY(sourceOfRunRule(rule).has_value());
}

void TestRunSentences::everyTransportProblemHasASentence()
{
    for (int problem = 0; problem <= int(TransportProblem::Cancelled); ++problem) {
        for (const ObservationSource source : {ObservationSource::Send, ObservationSource::Poll})
            QVERIFY(sentenceFor(static_cast<TransportProblem>(problem), source)
                        .endsWith(QLatin1Char('.')));
    }
}

void TestRunSentences::dueAndFailover()
{
    const RunMachine running = played(QStringLiteral("viber 300, sms 600"),
                                      QStringLiteral("send 0 InProgress viber sms"));
    QCOMPARE(sentenceFor(*running.state().due), QStringLiteral("SMS is due if Viber expires"));

    const RunMachine over = played(QStringLiteral("viber 300, sms 600"),
                                   QStringLiteral("webhook 6 - viber:FAILED sms:Queued"));
    QCOMPARE(sentenceFor(over.failovers().front()),
             QStringLiteral("Step 2 was tried because step 1 reported FAILED (API document 4.3)."));
}

QTEST_GUILESS_MAIN(TestRunSentences)
#include "tst_runsentences.moc"
