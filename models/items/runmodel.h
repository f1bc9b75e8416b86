// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/runupdate.h"

#include <QObject>

#include <optional>
#include <vector>

namespace otpscope::models {

class FindingModel;
class ObservationModel;
class TransitionModel;

/// One run as the window sees it: the state, and the item models of its parts, all fed by the same
/// batched updates. Lives in the GUI thread.
class RunModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunModel)

public:
    explicit RunModel(QObject *parent = nullptr);
    ~RunModel() override;

    /// Forgets everything and shows `state`, for a new run or one opened from the history.
    void reset(const RunId &run, const RunState &state);
    /// Ignored where it belongs to another run.
    void apply(const RunUpdate &update);
    /// What the service's clock showed at a wall time, from somebody who sees the clock itself:
    /// from now on state() has it in place of what the last answer told, which knows nothing of a
    /// pause. Ignored where it belongs to another run, or the run is concluded or has no service
    /// clock.
    void setServiceClock(const RunId &run, const ServiceClockReading &reading, Instant readAt);

    [[nodiscard]] const RunId &run() const { return m_run; }
    [[nodiscard]] const RunState &state() const { return m_state; }
    [[nodiscard]] const std::vector<Transition> &transitions() const;
    [[nodiscard]] const std::vector<Failover> &failovers() const { return m_failovers; }

    /// Owned by this object.
    [[nodiscard]] ObservationModel *observationModel() const { return m_observationModel; }
    [[nodiscard]] TransitionModel *transitionModel() const { return m_transitionModel; }
    [[nodiscard]] FindingModel *findingModel() const { return m_findingModel; }

Q_SIGNALS:
    void wasReset();
    /// After the item models have taken the same update.
    void updated(const otpscope::models::RunUpdate &update);

private:
    struct SeenClock
    {
        ServiceClockReading reading;
        Instant readAt;
    };

    void take(const RunUpdate &update);

    RunId m_run;
    RunState m_state;
    std::optional<SeenClock> m_seenClock;
    std::vector<Failover> m_failovers;
    ObservationModel *m_observationModel = nullptr;
    TransitionModel *m_transitionModel = nullptr;
    FindingModel *m_findingModel = nullptr;
};

} // namespace otpscope::models
