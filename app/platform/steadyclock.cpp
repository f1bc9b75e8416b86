// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/steadyclock.h"

#include <algorithm>

namespace otpscope::platform {

namespace {

/// Clocks that are being adjusted run a little slow; that is no jump.
constexpr std::chrono::milliseconds tolerated{1'000};

} // namespace

SteadyClock::SteadyClock(const models::Clock &clock)
    : m_clock(clock)
    , m_last(clock.wallNow())
    , m_lastAt(clock.monotonicNow())
{}

SteadyClock::~SteadyClock() = default;

models::Instant SteadyClock::wallNow() const
{
    const std::lock_guard lock(m_mutex);
    const models::MonotonicInstant at = m_clock.monotonicNow();
    const models::Instant expected =
        m_last + std::chrono::duration_cast<std::chrono::milliseconds>(at - m_lastAt);
    models::Instant now = m_clock.wallNow() + m_ahead;
    if (now < expected - tolerated) {
        m_ahead += expected - now;
        now = expected;
    }
    m_last = std::max(now, m_last);
    m_lastAt = at;
    return m_last;
}

models::MonotonicInstant SteadyClock::monotonicNow() const
{
    return m_clock.monotonicNow();
}

void SteadyClock::rebase()
{
    const std::lock_guard lock(m_mutex);
    m_ahead = std::chrono::milliseconds{0};
    m_last = m_clock.wallNow();
    m_lastAt = m_clock.monotonicNow();
}

} // namespace otpscope::platform
