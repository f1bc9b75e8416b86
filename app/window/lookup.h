// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/engine.h"
#include "app/window/environments.h"

#include <functional>

namespace otpscope::window {

/// Hands `ask` where to look, for the environment in use: with its secret, which may take a moment.
/// Forgotten when `context` is destroyed. GUI thread.
void beginLookup(Environments &environments, QObject *context,
                 std::function<void(const LookupOrder &)> ask);

} // namespace otpscope::window
