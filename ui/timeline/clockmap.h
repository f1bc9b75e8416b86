// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "ui/timeline/timescale.h"

#include <QString>

#include <vector>

namespace otpscope::ui {

/// What the times of a run are told by.
enum class TimeClock {
    SinceSend,
    /// The clock the service lives by, in UTC as the service prints it.
    Service,
    /// This machine's clock, in local time.
    Wall,
};

/// From the service clock to this machine's, by the pairs seen so far. Keeps a pair only where the
/// ones before do not foretell it, so that its size does not grow with the number of observations.
class ClockMap
{
public:
    void clear() { m_knots.clear(); }
    /// Pairs that run backwards on either clock are left out: those observations came late.
    void add(models::Instant service, models::Instant wall);
    /// Between the pairs in proportion, outside of them at the pace next to it; the same time where
    /// no pair is known.
    [[nodiscard]] models::Instant wallAt(models::Instant service) const;
    [[nodiscard]] std::size_t size() const { return m_knots.size(); }

private:
    struct Knot
    {
        models::Instant service;
        models::Instant wall;
    };
    /// Ascending on both clocks. The last one moves on as long as nothing turns.
    std::vector<Knot> m_knots;
};

/// "10:02:18", as exact as labels of an axis with this distance need it: "10:02", "10:02:18",
/// "10:02:18.250"; "24 Nov 10:02" where a day or more is between them.
[[nodiscard]] QString clockText(models::Instant at, TimeClock clock, Offset step);

/// What a clock shows at a moment, in milliseconds since midnight or before; for round labels.
[[nodiscard]] Offset phaseOf(models::Instant at, TimeClock clock);

} // namespace otpscope::ui
