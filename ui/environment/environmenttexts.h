// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/environment/connectioncheck.h"
#include "models/environment/environment.h"

#include <QString>

namespace otpscope::ui {

/// What is wrong and what to enter.
[[nodiscard]] QString sentenceFor(const models::EnvironmentFault &fault);
/// "Find the name auth.routee.net"
[[nodiscard]] QString titleOf(const models::CheckStep &step);
/// What the step found, or why it failed; empty before it ran.
[[nodiscard]] QString resultOf(const models::CheckStep &step);

} // namespace otpscope::ui
