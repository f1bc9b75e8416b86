// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace otpscope::cli {

/// Runs the event loop until SIGINT or SIGTERM.
void waitUntilInterrupted();

} // namespace otpscope::cli
