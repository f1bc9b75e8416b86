// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/run/runupdate.h"
#include "ui/theme/theme.h"
#include "ui/timeline/busystretches.h"
#include "ui/timeline/clockmap.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace otpscope::ui {

/// The shape of a mark; colour and word say the same again.
enum class MarkShape {
    /// First, waiting statuses: Queued.
    Ring,
    /// Under way: Sent, InProgress.
    Disc,
    /// Good ends: Delivered, Seen, Succeeded.
    Check,
    /// A status that triggers failover.
    Diamond,
    /// A bad end of the flow.
    Cross,
    /// A status the catalogue does not know.
    Square,
};

struct StatusLook
{
    MarkShape shape = MarkShape::Square;
    Tone tone = Tone::Muted;

    friend bool operator==(const StatusLook &, const StatusLook &) = default;
};

/// How a step's status is drawn. `rule` is nullptr where the catalogue does not know it.
[[nodiscard]] StatusLook lookOfStepStatus(const models::StatusRule *rule);
/// How a flow's status is drawn, by the three names of the API document and "Accepted".
[[nodiscard]] StatusLook lookOfFlowStatus(const QString &status);

/// One status change in a lane.
struct LaneEvent
{
    models::Instant at;
    /// The status as the service spelled it; cut short and without control characters, for it may
    /// be anything. "Accepted" for an acceptance.
    QString word;
    StatusLook look;
    models::ObservationSource source = models::ObservationSource::Send;
    models::ObservationId observation;
    /// The service's own word for an acceptance, else empty.
    QString acceptedAs;
};

/// A poll or a webhook in the lane where the two are held against each other.
struct AgreementTick
{
    models::Instant at;
    models::Contribution contribution = models::Contribution::Agrees;
    models::ObservationId observation;
};

/// The polls or the webhooks of a run, in order of time.
struct TickLane
{
    std::vector<AgreementTick> ticks;
    /// When those of each contribution were, by models::Contribution: to tell at once what is among
    /// many.
    std::array<std::vector<models::Instant>, 5> times;

    /// Whether one of this kind is at `from` or later, and before `to`.
    [[nodiscard]] bool has(models::Contribution contribution, models::Instant from,
                           models::Instant to) const;
};

/// What the timeline knows of one run: the events of each lane in order of time, ready to be looked
/// up by time. Adding some costs the same however many there are, as long as they come about in
/// order; an update with late ones costs one merge. Holds no widget; GUI thread.
class TimelineData
{
public:
    /// `catalogue` must outlive it.
    explicit TimelineData(const models::Catalogue &catalogue);

    void reset(const models::RunState &state);
    void apply(const models::RunUpdate &update);

    [[nodiscard]] bool isEmpty() const { return !m_hasRun; }
    [[nodiscard]] const models::RunState &state() const { return m_state; }
    [[nodiscard]] const std::vector<LaneEvent> &flowEvents() const { return m_flowEvents; }
    /// Of the step at this position of state().steps.
    [[nodiscard]] const std::vector<LaneEvent> &stepEvents(std::size_t position) const;
    [[nodiscard]] const TickLane &polls() const { return m_polls; }
    [[nodiscard]] const TickLane &webhooks() const { return m_webhooks; }
    [[nodiscard]] const BusyStretches &busy() const { return m_busy; }
    [[nodiscard]] const ClockMap &clocks() const { return m_clocks; }
    /// How many changes were first told by this source.
    [[nodiscard]] qint64 firstToldBy(models::ObservationSource source) const;
    [[nodiscard]] const std::vector<models::Failover> &failovers() const { return m_failovers; }

    /// Where the picture begins: the moment of sending, else the first thing seen.
    [[nodiscard]] std::optional<models::Instant> origin() const;
    /// What "since send" counts from: the moment of sending, else the origin.
    [[nodiscard]] models::Instant sendMoment() const;
    /// The last thing that happened; the origin where nothing did.
    [[nodiscard]] std::optional<models::Instant> lastEvent() const;
    /// When the last observation was made; nothing before the first.
    [[nodiscard]] std::optional<models::Instant> lastSeen() const { return m_lastSeen; }

private:
    struct StepLane
    {
        int order = 0;
        std::vector<LaneEvent> events;
    };

    void addTransitions(const std::vector<models::Transition> &transitions);
    void addObservations(const std::vector<models::ObservationSummary> &observations);
    /// A word that was an acceptance in the answer to the send is no change where tracking says it
    /// too, but it means more then.
    void addConfirmation(const std::vector<models::ObservationSummary> &observations);
    [[nodiscard]] StatusLook lookOf(const models::Transition &transition) const;
    StepLane &laneOf(int order);
    void noteTime(models::Instant at);

    const models::Catalogue &m_catalogue;
    bool m_hasRun = false;
    models::RunState m_state;
    std::vector<LaneEvent> m_flowEvents;
    std::vector<StepLane> m_stepLanes;
    TickLane m_polls;
    TickLane m_webhooks;
    BusyStretches m_busy;
    ClockMap m_clocks;
    std::array<qint64, 3> m_firstToldBy{};
    std::vector<models::Failover> m_failovers;
    std::optional<models::Instant> m_first;
    std::optional<models::Instant> m_last;
    std::optional<models::Instant> m_lastSeen;
};

} // namespace otpscope::ui
