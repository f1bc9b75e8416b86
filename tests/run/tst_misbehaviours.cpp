// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "app/platform/systemclock.h"
#include "app/run/replay.h"
#include "app/run/runsession.h"
#include "app/simulator/simulator.h"
#include "models/flow/callbacktext.h"
#include "models/text/sentences.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>

using namespace otpscope;
using models::Conclusion;
using run::RunEnd;

namespace {

/// Fast enough for a ttl of minutes to be over within a second.
constexpr double speed = 600;
constexpr int endTimeoutMs = 25'000;

/// What a run comes to where one thing goes wrong all the time.
struct Outcome
{
    Conclusion conclusion;
    /// Nothing: it waits for webhooks until a person stops it.
    std::optional<RunEnd> end;
    /// Flows that the simulator accepted.
    std::size_t accepted;
    /// Begins a finding's rule; empty for no finding about this.
    const char *finding;
};

constexpr Outcome refused{Conclusion::SendFailed, RunEnd::OtherSideFailed, 0, "send-refused"};
/// Not carried out, but no answer says so.
constexpr Outcome unknown{Conclusion::SendOutcomeUnknown, std::nullopt, 0, "send-outcome-unknown"};
/// Carried out, and the answer lost: webhooks tell, although every poll fails too.
constexpr Outcome toldByWebhooks{Conclusion::StepsFinal, RunEnd::Concluded, 1, "poll-failed"};

constexpr Outcome followed(const char *finding)
{
    return {Conclusion::StepsFinal, RunEnd::Concluded, 1, finding};
}

const std::map<std::string, Outcome> &outcomes()
{
    static const std::map<std::string, Outcome> table{
        {"webhookDropped", followed("webhook-missing")},
        {"webhookDelaySeconds", followed("")},
        {"webhookDoubled", followed("webhook-duplicate")},
        {"webhookReordered", followed("")},
        {"webhookForeignId", followed("flow-id-differs")},
        {"webhookCut", followed("body-not-understood")},
        {"webhookNotJson", followed("body-not-understood")},
        {"webhookSlowSeconds", followed("")},
        {"webhookWrongPath", followed("webhook-missing")},
        {"pollLagSeconds", followed("")},
        {"certificateWrong",
         {Conclusion::SendFailed, RunEnd::OtherSideFailed, 0, "send-unreachable"}},
        {"tokenDown", {Conclusion::SendFailed, RunEnd::OtherSideFailed, 0, "no-token"}},
        {"answer401", refused},
        {"answer403", refused},
        {"answer404", refused},
        {"answer422", refused},
        {"answer429", refused},
        {"answer500", unknown},
        {"answer502", unknown},
        {"answer503", unknown},
        {"answerRedirect",
         {Conclusion::SendFailed, RunEnd::OtherSideFailed, 0, "send-unreachable"}},
        {"answerEndless", followed("")},
        {"answerCutInHead", toldByWebhooks},
        {"answerCutInBody", toldByWebhooks},
    };
    return table;
}

/// One flow sent to a simulator that misbehaves in one way.
class Story
{
public:
    Story(const simulator::FaultField &field, quint64 seed, const models::Catalogue &catalogue,
          const models::Clock &clock)
        : m_simulator(catalogue, clock, platform::builtInScenarios())
        , m_store(store::ObservationStore::open(QStringLiteral(":memory:")).value())
        , m_receiver(m_store, clock)
    {
        simulator::SimulatorOptions options;
        options.speed = speed;
        options.seed = seed;
        options.faults.*field.member = valueOf(field);
        options.wrongCertificate = platform::builtInWrongCertificate();
        if (!m_simulator.start(options).isListening || !m_receiver.listen().isListening)
            return;
        run::RunRequest request;
        request.id = id;
        request.flowText = models::textWithCallback(platform::builtInExamples().front().text,
                                                    m_receiver.openPath(id).toEncoded());
        request.endpoint = {m_simulator.serviceAddress(), m_simulator.tokenAddress(),
                            options.clientId, options.clientSecret};
        if (!m_simulator.wrongCertificateAddress().isEmpty()) {
            request.endpoint.service.setScheme(QStringLiteral("https"));
            request.endpoint.service.setPort(m_simulator.wrongCertificateAddress().port());
        }
        constexpr qsizetype little = 64 * 1024;
        request.limits.answerBytes = little;
        m_session = std::make_unique<run::RunSession>(std::move(request), catalogue, m_store,
                                                      &m_receiver, clock);
        QObject::connect(m_session.get(), &run::RunSession::ended, m_session.get(),
                         [this](RunEnd end) { m_end = end; });
        m_session->start();
    }

    [[nodiscard]] const std::optional<RunEnd> &end() const { return m_end; }
    [[nodiscard]] const models::RunMachine &machine() const { return m_session->machine(); }
    [[nodiscard]] std::size_t accepted() const { return m_simulator.view().flows.size(); }
    [[nodiscard]] qsizetype sends() const
    {
        constexpr int plenty = 100'000;
        const auto seen = m_store->observations(id, {}, plenty);
        return std::ranges::count(seen, models::ObservationSource::Send,
                                  &models::Observation::source);
    }
    [[nodiscard]] QString findings() const
    {
        QStringList lines;
        for (const models::Finding &finding : machine().findings())
            lines.append(finding.rule + QStringLiteral(": ") + models::sentenceFor(finding));
        return lines.join(u'\n');
    }

private:
    static double valueOf(const simulator::FaultField &field)
    {
        if (field.measure != simulator::FaultField::Measure::Seconds)
            return 1;
        // Of the service clock, but for the body that trickles in.
        constexpr double someTime = 20;
        constexpr double trickle = 0.2;
        return field.name == std::string("webhookSlowSeconds") ? trickle : someTime;
    }

    inline static const models::RunId id{QStringLiteral("run-1")};
    simulator::Simulator m_simulator;
    std::shared_ptr<store::ObservationStore> m_store;
    webhook::WebhookReceiver m_receiver;
    std::unique_ptr<run::RunSession> m_session;
    std::optional<RunEnd> m_end;
};

} // namespace

/// Each misbehaviour of the simulator, all the time, against a whole run: what the run comes to,
/// and that nothing is sent twice.
class TestMisbehaviours final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void theRunComesToWhatIsKnown_data();
    void theRunComesToWhatIsKnown();
    void cleanupTestCase() { m_stories.clear(); }

private:
    const models::Catalogue m_catalogue = platform::builtInCatalogue();
    const platform::SystemClock m_clock;
    /// All at once: each settles for a second or two.
    std::map<std::string, std::unique_ptr<Story>> m_stories;
};

void TestMisbehaviours::initTestCase()
{
    quint64 seed = 1;
    for (const simulator::FaultField &field : simulator::faultFields())
        m_stories[field.name] = std::make_unique<Story>(field, seed++, m_catalogue, m_clock);
    const auto areOver = [this] {
        return std::ranges::all_of(m_stories, [](const auto &story) {
            const auto expected = outcomes().find(story.first);
            const bool isWaiting = expected != outcomes().end() && !expected->second.end;
            return story.second->end() || (isWaiting && story.second->sends() == 1);
        });
    };
    (void)QTest::qWaitFor(areOver, endTimeoutMs);
}

void TestMisbehaviours::theRunComesToWhatIsKnown_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const simulator::FaultField &field : simulator::faultFields())
        QTest::newRow(field.description) << QByteArray(field.name);
}

void TestMisbehaviours::theRunComesToWhatIsKnown()
{
    QFETCH(QByteArray, name);
    const auto expected = outcomes().find(name.toStdString());
    QVERIFY2(expected != outcomes().end(), "a new misbehaviour needs a row above");
    const Story &story = *m_stories.at(name.toStdString());
    const QByteArray findings = story.findings().toUtf8();
    QVERIFY2(story.machine().state().conclusion == expected->second.conclusion,
             findings.constData());
    QCOMPARE(story.end(), expected->second.end);
    QVERIFY2(('\n' + findings).contains(QByteArray("\n") + expected->second.finding),
             findings.constData());
    QCOMPARE(story.accepted(), expected->second.accepted);
    QCOMPARE(story.sends(), 1);
}

QTEST_GUILESS_MAIN(TestMisbehaviours)
#include "tst_misbehaviours.moc"
