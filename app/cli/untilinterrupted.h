// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/interruption.h"

namespace otpscope::cli {

/// Runs the event loop until SIGINT or SIGTERM; returns at once where one came since
/// `interruption` was made.
void waitFor(const Interruption &interruption);

} // namespace otpscope::cli
