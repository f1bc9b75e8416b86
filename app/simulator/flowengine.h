// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/flowtracking.h"
#include "app/simulator/scenario.h"
#include "app/simulator/seededsource.h"
#include "models/catalogue/catalogue.h"
#include "models/flow/flow.h"

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace otpscope::simulator {

/// Something a webhook is sent for, with the flow's state right after it.
struct Change
{
    enum class Kind {
        StatusReported,
        /// The next channel was tried.
        StepSent,
    };
    models::Instant at;
    Kind kind = Kind::StatusReported;
    /// Position in state.steps.
    size_t step = 0;
    FlowTracking state;
};

/// What happens next to a flow if nobody interferes.
struct NextEvent
{
    models::Instant at;
    enum class Kind {
        Report,
        /// The ttl behind Delivered is over (failoverOnDelivered).
        Failover,
    };
    Kind kind = Kind::Report;
    /// Position in state.steps.
    size_t step = 0;
    /// Only for a report.
    QString status;

    friend bool operator==(const NextEvent &, const NextEvent &) = default;
};

/// What came of a status set by hand.
enum class ReportOutcome {
    Done,
    NoSuchFlow,
    NoSuchStep,
    NoSuchStatus,
    AlreadyFinal,
    /// The step has that status, or one that comes after it.
    Backwards,
};

/// One flow inside the service, by the rules of the API document 4.2 and 4.3. Pure: it knows no
/// clock and no network; whoever owns it moves it forward.
///
/// - The first step is sent at `start`; its first status is no Change.
/// - The scenario's reports of a step are counted from its sending. A report that repeats the
/// step's
///   status is no Change.
/// - A status that the catalogue marks as a trigger sends the next step at the same instant, after
///   the status itself: two Changes.
/// - With failoverOnDelivered the next step is sent ttl after Delivered, unless SEEN, or a trigger,
///   came before. At equal times reports come first, earlier steps before later ones, so SEEN at
///   the very end of the ttl still stops the flow.
/// - SEEN of any step stops the flow: nothing is sent any more; steps already sent go on reporting.
class FlowEngine final
{
public:
    /// `flow` has at least one step, as every flow without errors (checkFlow). A step of an unknown
    /// channel would never report anything. `catalogue` must outlive the engine.
    FlowEngine(const models::Flow &flow, std::shared_ptr<const Scenario> scenario,
               const models::Catalogue &catalogue, SeededSource ids, models::Instant start);

    [[nodiscard]] const FlowTracking &state() const { return m_state; }
    /// Where the step sent first stands in the document's array.
    [[nodiscard]] int firstStepIndex() const { return m_firstStepIndex; }

    /// When the next thing happens; nothing when no rule lets anything more happen. Never before
    /// what advanceTo was last called with.
    [[nodiscard]] std::optional<models::Instant> nextEventAt() const;
    /// Everything up to and including `at`, in order.
    [[nodiscard]] std::vector<Change> advanceTo(models::Instant at);

    [[nodiscard]] std::optional<NextEvent> nextEvent() const;
    /// When the next channel will be tried if nobody interferes; nothing where it never will.
    [[nodiscard]] std::optional<models::Instant> nextFailoverAt() const;

    /// Lets a step report a status at `at`, whatever the scenario says; what the scenario had
    /// planned for the step up to this status is off, and what comes after it stays. Not before
    /// what advanceTo was last called with. `changes` gets what follows from it.
    [[nodiscard]] ReportOutcome report(size_t step, const Report &report, models::Instant at,
                                       std::vector<Change> &changes);

private:
    struct PlannedStep
    {
        models::Channel channel = models::Channel::Unknown;
        QString phoneNumber;
        QString label;
        std::chrono::seconds ttl{0};
        bool failsOverOnDelivered = false;
        /// Steps of the same channel before this one.
        size_t earlierSteps = 0;
        int smsParts = 1;
    };
    /// Compared as written: by time, reports before failovers, earlier steps and reports first.
    struct Event
    {
        models::Instant at;
        enum class Kind {
            Report,
            DeliveredTtlOver,
        };
        Kind kind = Kind::Report;
        size_t step = 0;
        size_t report = 0;

        friend auto operator<=>(const Event &, const Event &) = default;
    };

    void schedule(const Event &event);
    void sendStep(models::Instant at);
    void planReports(size_t step);
    void handleReport(size_t step, const Report &report, models::Instant at,
                      std::vector<Change> &changes);
    void dropReportsUpTo(size_t step, const models::StatusRule &rule);
    void handleDeliveredTtlOver(const Event &event, std::vector<Change> &changes);
    void applyReport(const Report &report, models::Instant at, StepTracking &step) const;
    void failOver(models::Instant at, std::vector<Change> &changes);
    void judgeFlow();
    [[nodiscard]] bool canFailOver(size_t step) const;
    [[nodiscard]] bool isAwaitingDeliveredTtl() const;
    [[nodiscard]] bool isAnyStepDelivered() const;
    [[nodiscard]] const std::vector<Report> &reportsOf(size_t step) const;
    [[nodiscard]] const models::StatusRule *ruleOf(size_t step) const;
    [[nodiscard]] QString initialStatus(models::Channel channel) const;

    const models::Catalogue *m_catalogue;
    std::shared_ptr<const Scenario> m_scenario;
    SeededSource m_ids;
    std::vector<PlannedStep> m_plan;
    /// The next one last.
    std::vector<Event> m_events;
    FlowTracking m_state;
    int m_firstStepIndex = 0;
    bool m_isStopped = false;
};

} // namespace otpscope::simulator
