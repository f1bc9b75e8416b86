// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace otpscope::models {

// Durations as people write them. Pure.

/// "300", "300 s", "5 min", "1 h 30 min", "2d" (no fractions); nothing for other texts.
[[nodiscard]] std::optional<std::chrono::seconds> parseDuration(const QString &text);

/// The durations that a text for people mentions, in its order: "Valid 10 min." has one. A number
/// counts only with a unit of seconds to days behind it, in English, Greek, German, French, Spanish
/// or Italian; "2 h 30 min" are two.
[[nodiscard]] std::vector<std::chrono::seconds> durationsIn(const QString &text);

} // namespace otpscope::models
