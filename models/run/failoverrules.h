// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/runstate.h"
#include "models/run/steprecord.h"

#include <optional>

namespace otpscope::models {

// The failover rules of API document 4.2 and 4.3, as far as they look back and ahead.

/// What demanded a failover from a step.
struct FailoverCause
{
    FailoverReason reason = FailoverReason::Unexplained;
    QString trigger;
    /// Where `isDueOnceKnown`, when the trigger was first reported: that may be long after the
    /// service knew it.
    std::optional<Instant> dueAt;
    bool isDueOnceKnown = false;
};

/// Why the step behind `step` was or will be tried, from everything reported about `step`: a status
/// that was overtaken still explains.
[[nodiscard]] FailoverCause failoverCause(const StepState &step, const StepRecord &record);

/// What is to be expected behind `step`, the last one tried; `next` is the step that would follow.
/// Nothing where no rule makes the next channel follow.
[[nodiscard]] std::optional<DueFailover>
dueFailover(const StepState &step, const StepRecord &record, const StepState &next);

} // namespace otpscope::models
