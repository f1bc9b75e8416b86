// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace otpscope::models {

/// A point in time as people and services write it: UTC, milliseconds.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
/// A point on a clock that never jumps; the only right one for deadlines.
using MonotonicInstant = std::chrono::time_point<std::chrono::steady_clock>;

/// Where time comes from. Everything that needs the time gets a Clock by constructor, so that
/// tests decide what time it is. Implementations are safe to call from any thread.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    [[nodiscard]] virtual Instant wallNow() const = 0;
    [[nodiscard]] virtual MonotonicInstant monotonicNow() const = 0;
};

/// "2026-11-23T10:02:18.250Z": ISO 8601, UTC, always with milliseconds.
[[nodiscard]] QString toIsoUtc(Instant instant);

/// Reads ISO 8601 with `Z`, with an offset, or without a zone (then UTC is assumed, since the
/// service prints UTC). Nothing for any other text.
[[nodiscard]] std::optional<Instant> fromIso(const QString &text);

} // namespace otpscope::models
