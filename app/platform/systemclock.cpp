// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/systemclock.h"

namespace otpscope::platform {

models::Instant SystemClock::wallNow() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

models::MonotonicInstant SystemClock::monotonicNow() const
{
    return std::chrono::steady_clock::now();
}

} // namespace otpscope::platform
