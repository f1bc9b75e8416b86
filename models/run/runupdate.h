// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/run/runmachine.h"
#include "models/run/runstate.h"

#include <QMetaType>
#include <QSet>
#include <QString>

#include <vector>

namespace otpscope::models {

/// One observation as lists show it. Small on purpose: the raw bytes stay in the store and are
/// fetched by id when somebody looks at them.
struct ObservationSummary
{
    ObservationId id;
    ObservationSource source = ObservationSource::Send;
    Instant arrivedAt;
    /// On the service clock where known, else the same as arrivedAt.
    Instant serviceAt;
    TransportProblem problem = TransportProblem::None;
    Contribution contribution = Contribution::Agrees;
    /// HTTP status of the answer; 0 for a webhook or where none came.
    qint32 httpStatus = 0;
    qint32 bodyBytes = 0;
    /// "InProgress · Viber EXPIRED · SMS Queued": the statuses as spelled by the service. Shared
    /// between rows that say the same (QString is implicitly shared).
    QString statuses;

    friend bool operator==(const ObservationSummary &, const ObservationSummary &) = default;
};

/// What the engine tells the window, batched: what is new since the update before, and the whole
/// (small) state.
struct RunUpdate
{
    RunId run;
    RunState state;
    std::vector<ObservationSummary> observations;
    std::vector<Transition> transitions;
    /// New or known better now; each replaces the one with the same toOrder.
    std::vector<Failover> failovers;
    /// New or known better now; each replaces the one about the same subject
    /// (models/run/runfindings.h).
    std::vector<Finding> findings;
    /// To be taken off the list.
    std::vector<Finding> withdrawnFindings;
    /// Everything from the beginning: what was told before is void.
    bool isWhole = false;
};

/// Replaces the failover to the same step, or adds this one at the end.
void mergeFailover(std::vector<Failover> &failovers, const Failover &failover);

/// Gathers what the machine says about one observation after the other into one update. Used by the
/// live run and by the replay alike. Not thread-safe.
class RunUpdateBuilder
{
public:
    explicit RunUpdateBuilder(RunId run);

    /// `delta` is what the machine made of `observation`.
    void add(const Observation &observation, const RunDelta &delta);
    /// For what time alone brought (RunMachine::advanceTo).
    void add(const RunDelta &delta);
    /// True where nothing was added since the last take().
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    /// Everything since the last take(), with the machine's present state.
    [[nodiscard]] RunUpdate take(const RunState &state);

private:
    void beginAgain(const Observation &answer, const RunDelta &delta);
    [[nodiscard]] ObservationSummary summaryOf(const Observation &observation,
                                               const RunDelta &delta);
    [[nodiscard]] QString shared(const QString &statuses);

    RunId m_run;
    RunUpdate m_pending;
    /// Texts that rows share; most observations say what one before said.
    QSet<QString> m_statuses;
    bool m_isEmpty = true;
};

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::RunUpdate)
