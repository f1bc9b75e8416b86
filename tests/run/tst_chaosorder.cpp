// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "app/platform/systemclock.h"
#include "app/run/replay.h"
#include "app/run/runsession.h"
#include "app/simulator/simulator.h"
#include "models/flow/callbacktext.h"
#include "models/text/sentences.h"
#include "tests/support/runstory.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <memory>
#include <random>

using namespace otpscope;
using simulator::Faults;

namespace {

/// Fast enough for a ttl of minutes to be over within a second.
constexpr double speed = 600;
constexpr int endTimeoutMs = 20'000;

struct Chaos
{
    const char *name;
    const char *scenario;
    Faults faults;
};

std::vector<Chaos> allChaos()
{
    Faults lost;
    lost.webhookDropped = 0.4;
    lost.webhookDoubled = 0.4;
    lost.webhookCut = 0.2;
    Faults disorder;
    disorder.webhookDelaySeconds = 20;
    disorder.webhookReordered = 0.6;
    disorder.webhookDoubled = 0.3;
    Faults foreign;
    foreign.webhookForeignId = 0.5;
    foreign.webhookNotJson = 0.2;
    Faults lagging;
    lagging.pollLagSeconds = 60;
    lagging.webhookReordered = 0.5;
    lagging.answer503 = 0.2;
    Faults all = foreign;
    all.webhookDropped = 0.2;
    all.webhookDoubled = 0.3;
    all.webhookReordered = 0.4;
    all.webhookDelaySeconds = 10;
    all.pollLagSeconds = 30;
    return {
        {"lost, doubled and cut", "viber-expired-sms-delivered", lost},
        {"delayed and reordered", "viber-seen-after-sms", disorder},
        {"of other flows, and no JSON", "viber-unsent-sms-delivered", foreign},
        {"polls that lag and fail", "viber-expired-sms-delivered", lagging},
        {"all at once, expired", "viber-expired-sms-delivered", all},
        {"all at once, both delivered", "viber-delivered-then-expired", all},
        {"all at once, all fail", "all-fail", all},
    };
}

/// One flow sent to a simulator in chaos, and what was seen of it.
class ChaoticRun
{
public:
    ChaoticRun(const Chaos &chaos, quint64 seed, const models::Catalogue &catalogue,
               const models::Clock &clock)
        : m_catalogue(catalogue)
        , m_simulator(catalogue, clock, platform::builtInScenarios())
        , m_store(store::ObservationStore::open(QStringLiteral(":memory:")).value())
        , m_receiver(m_store, clock)
    {
        simulator::SimulatorOptions options;
        options.scenario = QString::fromLatin1(chaos.scenario);
        options.speed = speed;
        options.seed = seed;
        options.faults = chaos.faults;
        if (!m_simulator.start(options).isListening ||
            !m_receiver.listen(QHostAddress::LocalHost, 0).isListening)
            return;
        run::RunRequest request;
        request.id = models::RunId(QStringLiteral("chaos"));
        request.flowText = models::textWithCallback(platform::builtInExamples().front().text,
                                                    m_receiver.openPath(request.id).toEncoded());
        request.endpoint = {m_simulator.serviceAddress(), m_simulator.tokenAddress(),
                            options.clientId, options.clientSecret};
        request.timeLimit = std::chrono::milliseconds(endTimeoutMs / 2);
        m_flow = run::flowOf(request.flowText);
        m_session = std::make_unique<run::RunSession>(std::move(request), catalogue, m_store,
                                                      &m_receiver, clock);
        QObject::connect(m_session.get(), &run::RunSession::ended, m_session.get(),
                         [this] { m_isOver = true; });
        m_session->start();
    }

    [[nodiscard]] bool isOver() const { return m_isOver; }
    [[nodiscard]] std::vector<models::Observation> observations() const
    {
        constexpr int plenty = 100'000;
        return m_store->observations(models::RunId(QStringLiteral("chaos")), {}, plenty);
    }

    /// What must not depend on the order: everything but the findings about the order itself.
    [[nodiscard]] QStringList outcome(const std::vector<models::Observation> &observations) const
    {
        models::RunMachine machine(m_flow, m_catalogue);
        models::Instant last;
        for (const models::Observation &observation : observations) {
            (void)machine.apply(observation);
            last = std::max(last, models::serviceTimeOf(observation));
        }
        (void)machine.advanceTo(last + std::chrono::hours(1));
        QStringList lines = testsupport::printed(machine.state());
        for (const models::Transition &transition : machine.settledTransitions())
            lines.append(testsupport::printed(transition));
        QStringList findings;
        for (const models::Finding &finding : machine.findings()) {
            if (finding.rule != QLatin1String("webhook-out-of-order") &&
                finding.rule != QLatin1String("run-reopened"))
                findings.append(finding.rule + u' ' + models::sentenceFor(finding));
        }
        findings.sort();
        return lines + findings;
    }

private:
    const models::Catalogue &m_catalogue;
    simulator::Simulator m_simulator;
    std::shared_ptr<store::ObservationStore> m_store;
    webhook::WebhookReceiver m_receiver;
    models::Flow m_flow;
    std::unique_ptr<run::RunSession> m_session;
    bool m_isOver = false;
};

} // namespace

/// What the simulator's chaos made of real runs, in every order: the same transitions, and the same
/// findings but for those about the order itself.
class TestChaosOrder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void theOrderOfArrivalDecidesNothing_data();
    void theOrderOfArrivalDecidesNothing();
    void theChaosIsWorthTheName();
    void cleanupTestCase() { m_runs.clear(); }

private:
    const models::Catalogue m_catalogue = platform::builtInCatalogue();
    const platform::SystemClock m_clock;
    std::vector<std::unique_ptr<ChaoticRun>> m_runs;
};

void TestChaosOrder::initTestCase()
{
    quint64 seed = 1;
    for (const Chaos &chaos : allChaos())
        m_runs.push_back(std::make_unique<ChaoticRun>(chaos, seed++, m_catalogue, m_clock));
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::all_of(m_runs, [](const auto &run) { return run->isOver(); }), endTimeoutMs);
}

void TestChaosOrder::theOrderOfArrivalDecidesNothing_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Chaos &chaos : allChaos())
        QTest::newRow(chaos.name) << index++;
}

void TestChaosOrder::theOrderOfArrivalDecidesNothing()
{
    QFETCH(int, index);
    const ChaoticRun &run = *m_runs[std::size_t(index)];
    std::vector<models::Observation> observations = run.observations();
    QVERIFY(observations.size() > 3);
    const QStringList expected = run.outcome(observations);
    std::mt19937 random(static_cast<unsigned>(index));
    constexpr int shuffles = 40;
    for (int shuffle = 0; shuffle < shuffles; ++shuffle) {
        std::ranges::shuffle(observations, random);
        const QStringList seen = run.outcome(observations);
        QVERIFY2(seen == expected, qPrintable(QStringLiteral("shuffle %1\n").arg(shuffle) +
                                              testsupport::difference(expected, seen)));
    }
}

void TestChaosOrder::theChaosIsWorthTheName()
{
    // Otherwise the test above would prove nothing.
    QSet<QString> rules;
    for (const auto &run : m_runs) {
        models::RunMachine machine(run::flowOf(platform::builtInExamples().front().text),
                                   m_catalogue);
        for (const models::Observation &observation : run->observations())
            (void)machine.apply(observation);
        for (const models::Finding &finding : machine.findings())
            rules.insert(finding.rule);
    }
    for (const char *rule :
         {"flow-id-differs", "body-not-understood", "webhook-duplicate", "failover-as-documented"})
        QVERIFY2(rules.contains(QString::fromLatin1(rule)), rule);
}

QTEST_GUILESS_MAIN(TestChaosOrder)
#include "tst_chaosorder.moc"
