// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"

#include <chrono>
#include <mutex>

namespace otpscope::platform {

/// Another clock, whose wall time never goes back: where the machine's is set back in the middle of
/// a run, it goes on from where it was, so that what came later also reads later. It follows the
/// machine forward, as after sleep. Safe from any thread.
class SteadyClock final : public models::Clock
{
public:
    /// `clock` outlives it.
    explicit SteadyClock(const models::Clock &clock);
    ~SteadyClock() override;

    [[nodiscard]] models::Instant wallNow() const override;
    [[nodiscard]] models::MonotonicInstant monotonicNow() const override;
    /// Follows the machine's clock again, back too. For when nothing is under way.
    void rebase();

private:
    const models::Clock &m_clock;
    mutable std::mutex m_mutex;
    mutable models::Instant m_last;
    mutable models::MonotonicInstant m_lastAt;
    /// How far the machine's clock was set back.
    mutable std::chrono::milliseconds m_ahead{0};
};

} // namespace otpscope::platform
