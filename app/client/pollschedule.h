// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

namespace otpscope::client {

/// When to poll next, in time of this machine. Quick at first and after each change, slower while
/// nothing happens, quick again around a failover that is due, and backing off on errors. A value
/// without a clock: the caller tells what happened and asks how long to wait.
class PollSchedule
{
public:
    using Duration = std::chrono::milliseconds;

    static constexpr Duration quickest{250};
    static constexpr Duration slowest{2'000};
    /// Between failed polls: doubled each time up to here.
    static constexpr Duration longestBackoff{30'000};

    /// The answer brought news, or none.
    void answered(bool hasChanged);
    /// An error, or no answer; `retryAfter` is what the answer asked for, already capped.
    void failed(std::optional<Duration> retryAfter);

    /// How long to wait from now. `untilDue`: until the failover is due, negative when it is
    /// overdue, nothing where none is due or its clock stands still. `jitter` in [0, 1) spreads
    /// the backoff of many runs over a quarter of its length.
    [[nodiscard]] Duration wait(std::optional<Duration> untilDue, double jitter) const;

private:
    Duration m_interval = quickest;
    int m_failures = 0;
    std::optional<Duration> m_retryAfter;
};

} // namespace otpscope::client
