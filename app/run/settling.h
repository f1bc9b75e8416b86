// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/run/runmachine.h"

namespace otpscope::run {

/// Decides when a run that is concluded has also settled, so that what is still on its way counts:
/// the last webhooks behind a poll (where one does not come, so that it can be called missing), a
/// poll behind the last webhook, the next step of a flow that the service calls Failed only for a
/// moment between two steps. A value without a clock of its own.
class Settling
{
public:
    /// A run nobody posts webhooks to need not wait for them.
    explicit Settling(bool awaitsWebhooks)
        : m_awaitsWebhooks(awaitsWebhooks)
    {}

    /// The run's own receiver stands in the flow, so one is due even where none has come yet.
    void expectWebhooks() { m_hasWebhooks = true; }

    /// To be told of each observation, after the machine has applied it.
    void heard(const models::Observation &observation, models::Contribution contribution,
               const models::RunState &state, models::MonotonicInstant now);
    /// To be told the time. True once the run has settled; false while it is open.
    [[nodiscard]] bool isOver(const models::RunState &state, models::MonotonicInstant now);
    /// False once nothing more is asked of polling.
    [[nodiscard]] bool wantsPoll(const models::RunState &state) const;

private:
    void look(const models::RunState &state, models::MonotonicInstant now);

    bool m_awaitsWebhooks;
    models::Conclusion m_conclusion = models::Conclusion::Open;
    /// When m_conclusion was first seen.
    models::MonotonicInstant m_concludedAt{};
    models::MonotonicInstant m_lastHeard{};
    /// A poll has reported the state that concludes the run.
    bool m_isConfirmed = false;
    /// Some come, or are due.
    bool m_hasWebhooks = false;
    /// A poll brought a change that no webhook has told since.
    bool m_isUntold = false;
};

} // namespace otpscope::run
