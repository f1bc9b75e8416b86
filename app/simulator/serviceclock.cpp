// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/serviceclock.h"

#include <algorithm>
#include <cmath>

namespace otpscope::simulator {

namespace {

double withinBounds(double speed)
{
    return std::isnan(speed) ? 0.0 : std::clamp(speed, 0.0, ServiceClock::MaximumSpeed);
}

} // namespace

ServiceClock::ServiceClock(const models::Clock &clock, models::Instant start, double speed)
    : m_clock(clock)
    , m_anchor(start)
    , m_anchoredAt(clock.monotonicNow())
    , m_speed(withinBounds(speed))
{
}

models::Instant ServiceClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(exactNow());
}

void ServiceClock::setSpeed(double speed)
{
    const models::MonotonicInstant at = m_clock.monotonicNow();
    m_anchor = exactNow();
    m_anchoredAt = at;
    m_speed = withinBounds(speed);
}

void ServiceClock::jumpTo(models::Instant at)
{
    const models::MonotonicInstant jumpedAt = m_clock.monotonicNow();
    m_anchor = std::max(exactNow(), ServiceTime{at});
    m_anchoredAt = jumpedAt;
}

std::optional<std::chrono::milliseconds> ServiceClock::wallTimeUntil(models::Instant at) const
{
    using std::chrono::milliseconds;
    const ServiceTime current = exactNow();
    if (current >= at)
        return milliseconds{0};
    if (m_speed <= 0.0)
        return std::nullopt;
    const auto remaining = static_cast<long double>((ServiceTime{at} - current).count());
    const long double wallMs = std::ceil(remaining / m_speed / 1.0e6L);
    // A very slow clock must not overflow the count; a year is as good as never here.
    constexpr long double yearMs = 365.0L * 86'400'000.0L;
    return milliseconds{static_cast<milliseconds::rep>(std::min(wallMs, yearMs))};
}

ServiceClock::ServiceTime ServiceClock::exactNow() const
{
    using std::chrono::nanoseconds;
    const auto elapsed = std::chrono::duration_cast<nanoseconds>(m_clock.monotonicNow()
                                                                 - m_anchoredAt);
    // long double: 64 bits of mantissa hold centuries of nanoseconds without rounding.
    const long double scaled = static_cast<long double>(elapsed.count()) * m_speed;
    return m_anchor + nanoseconds{static_cast<nanoseconds::rep>(std::floor(scaled))};
}

} // namespace otpscope::simulator
