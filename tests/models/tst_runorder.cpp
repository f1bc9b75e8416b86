// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/run/runmachine.h"
#include "models/text/sentences.h"
#include "tests/support/runstory.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <random>

using namespace otpscope;
using namespace otpscope::models;
using namespace otpscope::testsupport;

namespace {

/// What a channel may go through; also what no document allows, so that the rules have work.
const std::vector<QStringList> viberCourses{
    {QStringLiteral("QUEUED"), QStringLiteral("DELIVERED"), QStringLiteral("SEEN")},
    {QStringLiteral("QUEUED"), QStringLiteral("DELIVERED")},
    {QStringLiteral("QUEUED"), QStringLiteral("EXPIRED")},
    {QStringLiteral("FAILED")},
    {QStringLiteral("QUEUED"), QStringLiteral("EXPIRED"), QStringLiteral("SEEN")},
    {QStringLiteral("QUEUED"), QStringLiteral("Rerouted"), QStringLiteral("DELIVERED")},
    {QStringLiteral("QUEUED"), QStringLiteral("Rerouted"), QStringLiteral("Parked")},
    {QStringLiteral("QUEUED"), QStringLiteral("EXPIRED"), QStringLiteral("FAILED")},
};
const std::vector<QStringList> smsCourses{
    {QStringLiteral("Queued"), QStringLiteral("Sent"), QStringLiteral("Delivered")},
    {QStringLiteral("Queued"), QStringLiteral("Sent")},
    {QStringLiteral("Unsent")},
    {QStringLiteral("Sent"), QStringLiteral("Undelivered"), QStringLiteral("Failed")},
};

/// Writes one run as the lines of a story. Not a model of the service: whatever it says may
/// contradict the documents, since the order must not matter for a faulty service either.
class Storyteller
{
public:
    explicit Storyteller(unsigned seed)
        : m_random(seed)
    {}

    QStringList tell()
    {
        QStringList lines;
        // Somebody else's webhook, before anybody knows which flow is ours.
        if (chance(1, 3))
            lines.append(QStringLiteral("webhook 0 Failed viber:FAILED id=x1 flow=f9"));
        lines.append(QStringLiteral("send 0 InProgress viber sms took=1"));
        QStringList settled;
        double time = 0;
        const bool hasSms = chance(2, 3);
        tellStep(QStringLiteral("viber"), any(viberCourses), settled, time, lines);
        if (hasSms)
            tellStep(QStringLiteral("sms"), any(smsCourses), settled, time, lines);
        const QString end = chance(1, 2) ? QStringLiteral("Succeeded") : QStringLiteral("Failed");
        const QString total = chance(1, 2) ? QStringLiteral(" total=0.04") : QString();
        lines.append(QStringLiteral("poll %1 %2 %3%4")
                         .arg(time + 1)
                         .arg(end, settled.join(QLatin1Char(' ')), total));
        return lines;
    }

private:
    bool chance(unsigned of, unsigned all) { return m_random() % all < of; }

    const QStringList &any(const std::vector<QStringList> &courses)
    {
        return courses[m_random() % courses.size()];
    }

    void tellStep(const QString &channel, const QStringList &course, QStringList &settled,
                  double &time, QStringList &lines)
    {
        // Now and then the second channel is made before the first one, which no rule allows.
        const double created = time > 0 && chance(1, 6) ? 0.25 : time + 0.5;
        QString word;
        for (const QString &status : course) {
            time += 1 + static_cast<double>(m_random() % 90);
            word = QStringLiteral("%1:%2@%3").arg(channel, status).arg(created);
            if (chance(1, 3))
                word +=
                    chance(1, 2) ? QStringLiteral(" price=0.01") : QStringLiteral(" price=0.03");
            if (chance(1, 6))
                word += QStringLiteral(" phone=306900000000");
            report(QLatin1String("webhook"), time, settled + QStringList{word}, lines);
            QString polled = word;
            if (chance(1, 6))
                polled.replace(QLatin1String("price=0.01"), QLatin1String("price=0.02"));
            report(QLatin1String("poll"), time + 0.25, settled + QStringList{polled}, lines);
            // An old state, told late.
            if (chance(1, 5) && lines.size() > 3)
                lines.append(QStringLiteral("webhook %1 ").arg(time + 0.4) +
                             lines.at(2).section(QLatin1Char(' '), 2));
        }
        settled.append(word);
    }

    void report(QLatin1String source, double time, const QStringList &words, QStringList &lines)
    {
        const auto copies = static_cast<int>(m_random() % 3);
        for (int copy = 0; copy < copies; ++copy)
            lines.append(QStringLiteral("%1 %2 InProgress %3")
                             .arg(source)
                             .arg(time + 0.1 * copy)
                             .arg(words.join(QLatin1Char(' '))));
    }

    std::mt19937 m_random;
};

std::vector<Observation> observationsOf(const QStringList &lines)
{
    return storyObservations(lines.join(QLatin1Char('\n')));
}

/// What must not depend on the order, and by the way which rules found something: everything but
/// the findings about the order itself.
QStringList outcome(const std::vector<Observation> &observations, const Catalogue &catalogue,
                    QSet<QString> &rules)
{
    RunMachine machine(storyFlow(QStringLiteral("viber 60, sms 60")), catalogue);
    for (const Observation &observation : observations)
        machine.apply(observation);
    machine.advanceTo(storyTime(5000));

    QStringList lines = printed(machine.state());
    for (const Transition &transition : machine.settledTransitions())
        lines.append(printed(transition) + QStringLiteral(" by ") +
                     QString::number(transition.observation.value));
    QStringList findings;
    for (const Finding &finding : machine.findings()) {
        rules.insert(finding.rule);
        if (finding.rule == QLatin1String("webhook-out-of-order") ||
            finding.rule == QLatin1String("run-reopened"))
            continue;
        QStringList evidence;
        for (const ObservationId id : finding.evidence)
            evidence.append(QString::number(id.value));
        evidence.sort();
        findings.append(finding.rule + QLatin1Char(' ') + sentenceFor(finding) +
                        (finding.rule == QLatin1String("unknown-status")
                             ? QString()
                             : evidence.join(QLatin1Char(','))));
    }
    findings.sort();
    return lines + findings;
}

} // namespace

/// Whatever the order in which the observations of one run arrive, what happened and what is found
/// are the same.
class TestRunOrder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theOrderOfArrivalDecidesNothing();
    void equalTimesAndAThousandChangesInAMillisecond();
    void aMonthLongRun();
    void snapshotsWithStepsMissingDoubledAndReordered();

private:
    const Catalogue m_catalogue = platform::builtInCatalogue();
};

void TestRunOrder::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestRunOrder::theOrderOfArrivalDecidesNothing()
{
    std::mt19937 random(42);
    QSet<QString> rules;
    for (unsigned seed = 0; seed < 150; ++seed) {
        std::vector<Observation> observations = observationsOf(Storyteller(seed).tell());
        const QStringList expected = outcome(observations, m_catalogue, rules);
        std::vector<Observation> backwards = observations;
        std::ranges::reverse(backwards);
        std::ranges::shuffle(observations, random);
        for (const std::vector<Observation> &order : {backwards, observations}) {
            const QStringList seen = outcome(order, m_catalogue, rules);
            QVERIFY2(seen == expected, qPrintable(QStringLiteral("seed %1\n").arg(seed) +
                                                  difference(expected, seen)));
        }
    }
    // Stories that are not worth telling would prove nothing.
    for (const char *rule :
         {"failover-as-documented", "failover-after-seen", "failover-on-delivered-off",
          "both-delivered", "status-after-final", "flow-status-mismatch", "webhook-missing",
          "webhook-late", "webhook-duplicate", "webhook-differs-from-poll", "total-cost-differs",
          "recipient-differs", "unknown-status", "step-before-its-turn",
          "final-status-contradiction", "flow-id-differs"})
        QVERIFY2(rules.contains(QString::fromLatin1(rule)), rule);
}

void TestRunOrder::equalTimesAndAThousandChangesInAMillisecond()
{
    RunMachine machine(storyFlow(QStringLiteral("viber 60, sms 60")), m_catalogue);
    machine.apply(storyObservation(QStringLiteral("send 0 InProgress viber sms"), 1));
    const QStringList states{QStringLiteral("viber:QUEUED"), QStringLiteral("viber:DELIVERED"),
                             QStringLiteral("viber:SEEN")};
    for (int i = 0; i < 1000; ++i)
        machine.apply(storyObservation(
            QStringLiteral("webhook 5 InProgress ") + states.at(i % states.size()), i + 2));

    QCOMPARE(machine.state().counts.webhook, 1000);
    QCOMPARE(machine.state().steps.front().status, QStringLiteral("SEEN"));
    QStringList settled;
    for (const Transition &transition : machine.settledTransitions())
        settled.append(printed(transition));
    QCOMPARE(settled.join(QLatin1Char('\n')), QStringLiteral("0: flow InProgress (send)\n"
                                                             "0: 1 QUEUED (webhook)\n"
                                                             "5: 1 QUEUED -> DELIVERED (webhook)\n"
                                                             "5: 1 DELIVERED -> SEEN (webhook)"));
    QVERIFY(machine.findings().size() < 10);
}

void TestRunOrder::aMonthLongRun()
{
    constexpr double month = 31 * 24 * 3600.0;
    const RunMachine machine =
        storyMachine(QStringLiteral("viber 2678400, sms 60"),
                     QStringLiteral("send 0 InProgress viber sms\n"
                                    "webhook %1 InProgress viber:EXPIRED\n"
                                    "webhook %2 Succeeded viber:EXPIRED sms:Delivered@%2")
                         .arg(month, 0, 'f', 0)
                         .arg(month + 1, 0, 'f', 0),
                     m_catalogue);

    QVERIFY(machine.state().isConcluded());
    QCOMPARE(sentenceFor(machine.findings().front()),
             QStringLiteral("Step 1 (Viber) reported EXPIRED 31 d after sending (ttl 2678400 s); "
                            "step 2 (SMS) followed 1 s later, as the document demands."));
}

void TestRunOrder::snapshotsWithStepsMissingDoubledAndReordered()
{
    const RunMachine machine = storyMachine(QStringLiteral("viber 300, sms 600"), QStringLiteral(R"(
        send 0 InProgress viber sms
        webhook 300 InProgress viber:EXPIRED id=m1
        webhook 301 InProgress sms:Queued id=m2
        webhook 302 InProgress sms:Sent id=m2 viber:EXPIRED id=m1
        webhook 303 InProgress viber:EXPIRED id=m1 viber:EXPIRED id=m1 sms:Sent id=m2
        webhook 304 Succeeded sms:Delivered id=m2)"),
                                            m_catalogue);

    QCOMPARE(machine.state().steps.size(), size_t{2});
    QCOMPARE(machine.state().steps.at(0).status, QStringLiteral("EXPIRED"));
    QCOMPARE(machine.state().steps.at(1).status, QStringLiteral("Delivered"));
    QVERIFY(machine.state().isConcluded());
    for (const Finding &finding : machine.findings())
        QVERIFY2(finding.severity != Severity::Error, qPrintable(finding.rule));
}

QTEST_GUILESS_MAIN(TestRunOrder)
#include "tst_runorder.moc"
