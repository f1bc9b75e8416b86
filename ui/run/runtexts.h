// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/run/runstate.h"
#include "ui/theme/theme.h"

#include <QString>

#include <vector>

namespace otpscope::ui {

/// How a run stands in two or three words, and the tone that goes with them: "SMS delivered".
struct Outcome
{
    QString text;
    Tone tone = Tone::Muted;

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

[[nodiscard]] Outcome outcomeOf(models::Conclusion conclusion, models::Channel terminatingChannel);

/// What the findings about a run and what was expected of it come to: "1 expectation failed, 2
/// warnings". Where there is nothing of that it is about the service's conduct alone, not about
/// whether a code arrived: "No finding against the service"; "No finding so far" while the run is
/// open. Hints are no blame.
[[nodiscard]] Outcome verdictOf(const std::vector<models::Finding> &findings, bool isConcluded,
                                int failedExpectations);

/// How a concluded run ended, on which channel, after how long, at what price: "SMS delivered after
/// 5 min 4 s, for 0.0146". Empty while the run is open.
[[nodiscard]] QString endingOf(const models::RunState &state);

/// The line under the headline: how the run ended, or where it stands; flow, status, cost so far,
/// how many webhooks and polls.
[[nodiscard]] QString detailsOf(const models::RunState &state, bool isFollowed);

/// "10:02:18" in UTC, as the service prints it.
[[nodiscard]] QString serviceTimeText(models::Instant at);

} // namespace otpscope::ui
