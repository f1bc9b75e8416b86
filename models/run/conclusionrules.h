// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/runstate.h"
#include "models/run/steprecord.h"

#include <optional>

namespace otpscope::models {

/// How and when a run ended; Open and nothing while it has not.
struct Ending
{
    Conclusion conclusion = Conclusion::Open;
    std::optional<Instant> at;
};

/// The last step that was tried, and what is known around it.
struct LastStep
{
    const StepState &step;
    const StepRecord &record;
    /// The document has a step behind it.
    bool hasNext = false;
    /// When tracking reported the flow as Failed; nothing where it did not.
    std::optional<Instant> flowFailedAt;
    /// The newest service time known.
    Instant serviceNow;
};

/// Whether any documented rule lets more happen (API document 4.2 and 4.3).
[[nodiscard]] Ending endingOf(const LastStep &last);

} // namespace otpscope::models
