// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/finding.h"
#include "models/flow/flow.h"
#include "models/run/observation.h"
#include "models/run/runstate.h"
#include "models/run/snapshot.h"

#include <QMetaType>

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

/// What one call to the machine changed. `state` is whole; the lists hold only what is new.
struct RunDelta
{
    Contribution contribution = Contribution::Agrees;
    std::vector<Transition> transitions;
    std::vector<Failover> failovers;
    std::vector<Finding> findings;
};

/// The run state machine: observations in, transitions and failovers out. Tolerates any order,
/// duplicates, unknown statuses and mixed spelling; the final state does not depend on the order of
/// arrival, save where two different final statuses are reported for one step: then the first one
/// stays and the second is a contradiction.
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

    [[nodiscard]] const RunState &state() const { return m_state; }
    /// All of them, oldest first.
    [[nodiscard]] const std::vector<Transition> &transitions() const { return m_transitions; }
    [[nodiscard]] const std::vector<Failover> &failovers() const { return m_failovers; }
    [[nodiscard]] const std::vector<Finding> &findings() const { return m_findings; }

private:
    const Catalogue &m_catalogue;
    RunState m_state;
    std::vector<Transition> m_transitions;
    std::vector<Failover> m_failovers;
    std::vector<Finding> m_findings;
};

} // namespace otpscope::models
