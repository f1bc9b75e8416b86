// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/core/clock.h"
#include "models/run/observation.h"

#include <QString>

#include <optional>

namespace otpscope::report {

/// "error", "warning", "info"
[[nodiscard]] QString severityWord(models::Severity severity);

/// Nothing for a time that stands for the order alone: that is none to hand on.
[[nodiscard]] std::optional<models::Instant> knownTime(std::optional<models::Instant> at,
                                                       models::TimeKind kind);

/// Without control characters: what a service or webhook sends must not steer a terminal.
[[nodiscard]] QString printable(const QString &text);

/// Without the characters XML 1.0 forbids even as references.
[[nodiscard]] QString xmlSafe(const QString &text);

} // namespace otpscope::report
