// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"

#include <QString>

namespace otpscope::report {

/// "error", "warning", "info"
[[nodiscard]] QString severityWord(models::Severity severity);

/// Without control characters: what a service or webhook sends must not steer a terminal.
[[nodiscard]] QString printable(const QString &text);

/// Without the characters XML 1.0 forbids even as references.
[[nodiscard]] QString xmlSafe(const QString &text);

} // namespace otpscope::report
