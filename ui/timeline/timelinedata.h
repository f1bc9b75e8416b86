// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/run/runupdate.h"
#include "ui/theme/theme.h"

#include <QString>

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
    QString from;
    QString word;
    StatusLook look;
    models::ObservationSource source = models::ObservationSource::Send;
    models::ObservationId observation;
};

/// A poll or a webhook in the lane where the two are held against each other.
struct AgreementTick
{
    models::Instant at;
    models::Contribution contribution = models::Contribution::Agrees;
    models::ObservationId observation;
};

/// What the timeline knows of one run: the events of each lane in order of time, ready to be looked
/// up by time. Adding one costs the same however many there are, as long as they come about in
/// order. Holds no widget; GUI thread.
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
    [[nodiscard]] const std::vector<AgreementTick> &polls() const { return m_polls; }
    [[nodiscard]] const std::vector<AgreementTick> &webhooks() const { return m_webhooks; }
    [[nodiscard]] const std::vector<models::Failover> &failovers() const { return m_failovers; }

    /// Where the picture begins: the moment of sending, else the first thing seen.
    [[nodiscard]] std::optional<models::Instant> origin() const;
    /// The last thing that happened; the origin where nothing did.
    [[nodiscard]] std::optional<models::Instant> lastEvent() const;

private:
    struct StepLane
    {
        int order = 0;
        std::vector<LaneEvent> events;
    };

    void addTransition(const models::Transition &transition);
    void addObservation(const models::ObservationSummary &observation);
    StepLane &laneOf(int order);
    void noteTime(models::Instant at);

    const models::Catalogue &m_catalogue;
    bool m_hasRun = false;
    models::RunState m_state;
    std::vector<LaneEvent> m_flowEvents;
    std::vector<StepLane> m_stepLanes;
    std::vector<AgreementTick> m_polls;
    std::vector<AgreementTick> m_webhooks;
    std::vector<models::Failover> m_failovers;
    std::optional<models::Instant> m_first;
    std::optional<models::Instant> m_last;
};

} // namespace otpscope::ui
