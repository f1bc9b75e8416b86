// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"

#include <atomic>
#include <chrono>

namespace otpscope::testsupport {

/// A clock that stands still until a test moves it. Safe from any thread, as every Clock.
class FakeClock final : public models::Clock
{
public:
    /// 2026-11-23T10:00:00.000Z; the monotonic clock starts one hour after its own zero.
    FakeClock() = default;
    explicit FakeClock(models::Instant wall) { setWall(wall); }

    [[nodiscard]] models::Instant wallNow() const override
    {
        return models::Instant{std::chrono::milliseconds{m_wallMs.load()}};
    }
    [[nodiscard]] models::MonotonicInstant monotonicNow() const override
    {
        return models::MonotonicInstant{std::chrono::milliseconds{m_monotonicMs.load()}};
    }

    /// The wall clock alone jumps, as when somebody sets it; the monotonic one does not.
    void setWall(models::Instant wall) { m_wallMs = wall.time_since_epoch().count(); }
    /// Time passes on both.
    void advance(std::chrono::milliseconds step)
    {
        m_wallMs += step.count();
        m_monotonicMs += step.count();
    }

private:
    std::atomic<qint64> m_wallMs{1'795'428'000'000};
    std::atomic<qint64> m_monotonicMs{3'600'000};
};

} // namespace otpscope::testsupport
