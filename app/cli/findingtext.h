// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "models/checks/finding.h"

#include <QStringList>

#include <vector>

namespace otpscope::cli {

/// "error    /flow/0/pin  The pin ... (pin-length)", one line each, aligned, then one that counts.
[[nodiscard]] QStringList findingLines(const std::vector<models::Finding> &findings,
                                       const Console &console);

} // namespace otpscope::cli
