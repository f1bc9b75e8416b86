// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/finding.h"
#include "models/flow/flow.h"
#include "models/judge/judgedrun.h"
#include "models/judge/runfacts.h"
#include "models/run/flowstatusrecord.h"
#include "models/run/observation.h"
#include "models/run/runfindings.h"
#include "models/run/runstate.h"
#include "models/run/snapshot.h"
#include "models/run/steprecord.h"

#include <QMetaType>

#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace otpscope::models {

/// How an observation relates to what was known before it.
enum class Contribution {
    /// It changed a status or added a step.
    Changed,
    /// It agrees with what is known.
    Agrees,
    /// It reports an older state; nothing was taken back.
    Older,
    /// It contradicts: another final status, another flow id, a channel the flow does not have.
    Contradicts,
    NotUnderstood,
};

struct RetoldObservation;

/// What one call to the machine changed; the lists hold only what is new.
struct RunDelta
{
    Contribution contribution = Contribution::Agrees;
    /// What the observation reported; nothing where it was not understood.
    std::optional<Snapshot> snapshot;
    std::vector<Transition> transitions;
    /// New ones, and ones that are known better now: those replace the one with the same toOrder.
    std::vector<Failover> failovers;
    /// New ones, and ones that are known better now: those replace the one about the same subject
    /// (isSameSubject in models/run/runfindings.h).
    std::vector<Finding> findings;
    /// Findings that later observations proved wrong.
    std::vector<Finding> withdrawnFindings;
    /// Not empty where an answer named another flow than the webhooks before it, so that the run
    /// began again: what was told before is void, and these were taken behind the answer, in their
    /// order.
    std::vector<RetoldObservation> retold;
};

struct RetoldObservation
{
    Observation observation;
    RunDelta delta;
};

/// The run state machine: observations in, transitions and failovers out. Tolerates any order,
/// duplicates, unknown statuses and mixed spelling; the final state and the findings do not depend
/// on the order of arrival, save for findings about the order. Of two different final statuses of
/// one step the one reported for the earlier service time stands, and the other is a contradiction.
/// Which flow this is the answer to the send says, else a poll, else the first webhook.
/// Not thread-safe; one thread owns it. Each call costs the same however many came before.
class RunMachine
{
public:
    /// `catalogue` must outlive the machine.
    RunMachine(const Flow &flow, const Catalogue &catalogue);

    RunDelta apply(const Observation &observation);
    /// Tells the time on the service clock, so that ends that only time brings are seen
    /// (Delivered and the ttl over). Going backwards does nothing.
    RunDelta advanceTo(Instant serviceNow);
    /// Before the first observation: the run's own receiver stands in the flow as callback, so that
    /// each status is due as a webhook too. Without it that is known only once one has come.
    void awaitWebhooks();
    /// Nobody follows the run any more, so that what has not come by now stays away as far as
    /// anybody here can tell. A webhook that comes all the same may still be applied.
    RunDelta stopFollowing();

    [[nodiscard]] const RunState &state() const { return m_state; }
    /// The latest time on the service clock that it was told, by observations or advanceTo().
    [[nodiscard]] std::optional<Instant> serviceNow() const { return m_serviceNow; }
    /// All of them, oldest first.
    [[nodiscard]] const std::vector<Transition> &transitions() const { return m_transitions; }
    [[nodiscard]] const std::vector<Failover> &failovers() const { return m_failovers; }
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings.all(); }
    /// What happened, in the order in which it happened (models/judge/judgedrun.h); the same for
    /// every order of arrival. Costs time in the number of steps; for reports and comparisons.
    [[nodiscard]] std::vector<Transition> settledTransitions() const;

private:
    /// An observation and when it was made on the service clock.
    struct Arrival
    {
        const Observation &observation;
        Instant at;
    };
    /// What the send itself came to, apart from what tracking says later.
    enum class SendVerdict {
        None,
        Failed,
        Unknown,
    };
    /// Which steps of m_state a failover is between.
    struct FailoverSteps
    {
        size_t from = 0;
        size_t to = 0;
    };

    void addDocumentSteps();
    [[nodiscard]] RunDelta applyNext(const Observation &observation);
    void keepEarly(const Observation &observation);
    [[nodiscard]] bool namesAnotherFlow(const Observation &observation) const;
    [[nodiscard]] RunDelta beginAgain(const Observation &answer);
    void count(ObservationSource source);
    [[nodiscard]] static Sighting sightingOf(const Arrival &arrival);
    /// The observation's time on the service clock.
    Instant noteServiceClock(const Observation &observation);

    [[nodiscard]] Contribution take(const Snapshot &snapshot, const Arrival &arrival,
                                    RunDelta &delta);
    void takeFailure(const Arrival &arrival, const NotUnderstood &problem);
    void takeSendFailure(const Arrival &arrival, const NotUnderstood &problem);
    void takePollFailure(const Arrival &arrival);
    void takeStrangeBody(const Arrival &arrival);
    void takeMediaType(const Arrival &arrival);
    [[nodiscard]] bool takeFlowId(const Snapshot &snapshot, const Arrival &arrival);
    void takeSendVerdict(const Snapshot &snapshot, const Arrival &arrival);
    [[nodiscard]] bool takeFlowStatus(const Snapshot &snapshot, int progress,
                                      const Arrival &arrival, RunDelta &delta);
    struct StepsNews
    {
        bool isChanged = false;
        bool isOlder = false;
        bool isContradicted = false;
        int progress = 0;
        /// For each step of the snapshot, which of the run's it is.
        std::vector<std::optional<size_t>> places;
    };
    [[nodiscard]] StepsNews takeSteps(const Snapshot &snapshot, const Arrival &arrival,
                                      RunDelta &delta);
    [[nodiscard]] ReportNews takeStep(size_t index, const StepSnapshot &report,
                                      const Arrival &arrival, std::optional<Instant> flowCreatedAt,
                                      RunDelta &delta);
    [[nodiscard]] std::optional<size_t> addForeignStep(const StepSnapshot &report, Channel channel,
                                                       const Arrival &arrival);

    void derive(ObservationId observation, RunDelta &delta);
    void deriveFailovers(ObservationId observation, RunDelta &delta);
    void deriveFailover(FailoverSteps steps, ObservationId observation, RunDelta &delta);
    void deriveConclusion();
    void deriveDue();
    void deriveFindings();
    [[nodiscard]] JudgedRun judgedRun() const;
    [[nodiscard]] std::optional<size_t> lastTriedStep() const;
    /// The step of the document behind `index`; nothing behind the last.
    [[nodiscard]] std::optional<size_t> nextStep(size_t index) const;

    /// Never null.
    const Catalogue *m_catalogue;
    Flow m_flow;
    /// What came before the answer to the send, which may show it to be of another flow; empty
    /// where it was too much to be kept.
    std::vector<Observation> m_early;
    bool m_isEarlyComplete = true;
    /// Who named m_state.flowId.
    ObservationSource m_flowIdFrom = ObservationSource::Webhook;
    RunState m_state;
    RunFacts m_facts;
    /// Beside m_state.steps, one for one.
    std::vector<StepRecord> m_records;
    std::vector<Transition> m_transitions;
    std::vector<Failover> m_failovers;
    /// Beside m_failovers, one for one.
    std::vector<FailoverSteps> m_failoverSteps;
    RunFindings m_findings;
    size_t m_documentSteps = 0;
    WebhookWait m_webhookWait;

    SendVerdict m_sendVerdict = SendVerdict::None;
    Instant m_sendVerdictAt;
    /// Stands only until something proves that the send arrived.
    std::optional<Finding> m_sendOutcomeUnknown;
    /// A poll or webhook has reported a step.
    bool m_isTracked = false;
    FlowStatusRecord m_flowStatus;
    int m_progress = 0;
    /// What the finding about other flows names, and the one about failed polls: the first of the
    /// one, the last of the other, by time and id.
    std::optional<std::pair<Sighting, Snapshot>> m_otherFlow;
    std::optional<std::pair<Sighting, Observation>> m_failedPoll;
    /// What the last answers were like that are no JSON, or do not call themselves so.
    std::optional<std::pair<Sighting, QString>> m_strangeAnswer;
    std::optional<std::pair<Sighting, QString>> m_foreignAnswer;
    /// How far the steps were, when, and the sum itself, where m_state.totalCost was taken from.
    std::tuple<int, Instant, double> m_totalCostRank;
    std::optional<Instant> m_serviceNow;
};

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::RunDelta)
