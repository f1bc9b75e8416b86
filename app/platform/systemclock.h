// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"

namespace otpscope::platform {

/// The real time. main() makes one and hands it on.
class SystemClock final : public models::Clock
{
public:
    [[nodiscard]] models::Instant wallNow() const override;
    [[nodiscard]] models::MonotonicInstant monotonicNow() const override;
};

} // namespace otpscope::platform
