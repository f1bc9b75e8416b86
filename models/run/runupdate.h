// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/run/runmachine.h"
#include "models/run/runstate.h"

#include <QMetaType>
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
    std::vector<Failover> failovers;
    std::vector<Finding> findings;
};

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::RunUpdate)
