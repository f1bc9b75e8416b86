// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/pollschedule.h"

#include <algorithm>

namespace otpscope::client {

namespace {

constexpr PollSchedule::Duration firstBackoff{1'000};
/// Before and behind the due time, polls are quick.
constexpr PollSchedule::Duration quickBefore{1'000};
constexpr PollSchedule::Duration quickBehind{5'000};

PollSchedule::Duration backoff(int failures)
{
    PollSchedule::Duration wait = firstBackoff;
    for (int count = 1; count < failures && wait < PollSchedule::longestBackoff; ++count)
        wait *= 2;
    return std::min(wait, PollSchedule::longestBackoff);
}

} // namespace

void PollSchedule::answered(bool hasChanged)
{
    m_failures = 0;
    m_retryAfter.reset();
    m_interval = hasChanged ? quickest : std::min(m_interval * 3 / 2, slowest);
}

void PollSchedule::failed(std::optional<Duration> retryAfter)
{
    ++m_failures;
    m_retryAfter = retryAfter;
}

PollSchedule::Duration PollSchedule::wait(std::optional<Duration> untilDue, double jitter) const
{
    if (m_failures > 0) {
        const Duration base = std::max(backoff(m_failures), m_retryAfter.value_or(Duration{0}));
        return base
               + std::chrono::duration_cast<Duration>(
                   std::chrono::duration<double, std::milli>(base) / 4 * jitter);
    }
    if (!untilDue || *untilDue < -quickBehind)
        return m_interval;
    if (*untilDue <= quickBefore)
        return quickest;
    // Not past the moment at which polls become quick.
    return std::min(m_interval, std::max(*untilDue - quickBefore, quickest));
}

} // namespace otpscope::client
