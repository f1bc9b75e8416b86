// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/run/observation.h"

#include <chrono>
#include <optional>

namespace otpscope::simulator {

/// The clock the simulated service lives by: it starts at a given time and runs `speed` service
/// seconds for each second of the injected clock's monotonic time. A change of speed keeps the time
/// shown; every reading is computed from the last change, so nothing drifts. Not thread-safe.
class ServiceClock final
{
public:
    /// A day of service time passes in 24 s.
    static constexpr double MaximumSpeed = 3600.0;

    /// `clock` must outlive it.
    ServiceClock(const models::Clock &clock, models::Instant start, double speed);
    Q_DISABLE_COPY_MOVE(ServiceClock)

    [[nodiscard]] models::Instant now() const;
    [[nodiscard]] double speed() const { return m_speed; }
    [[nodiscard]] models::ServiceClockReading reading() const { return {now(), m_speed}; }

    /// From now on. 0 freezes; values outside 0 to MaximumSpeed become the nearer bound, what is no
    /// number becomes 0.
    void setSpeed(double speed);

    /// Shows `at` from now on, and runs on from there; never back: an earlier time does nothing.
    void jumpTo(models::Instant at);

    /// How long on the injected clock until now() reaches `at`, rounded up to whole milliseconds;
    /// 0 where it has. Nothing while frozen before `at`.
    [[nodiscard]] std::optional<std::chrono::milliseconds> wallTimeUntil(models::Instant at) const;

private:
    using ServiceTime = std::chrono::sys_time<std::chrono::nanoseconds>;
    [[nodiscard]] ServiceTime exactNow() const;

    const models::Clock &m_clock;
    ServiceTime m_anchor;
    models::MonotonicInstant m_anchoredAt;
    double m_speed = 0.0;
};

} // namespace otpscope::simulator
