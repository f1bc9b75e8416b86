// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"

#include <chrono>
#include <cstddef>
#include <vector>

namespace otpscope::ui {

/// When something happened in a run, coarsely: moments with less than 10 s between them are one
/// stretch, since nothing shorter is ever folded. Where a run is so long that there were more than
/// some hundreds of stretches, the distance grows; so adding a moment costs the same however many
/// came before.
class BusyStretches
{
public:
    struct Interval
    {
        models::Instant from;
        models::Instant to;

        friend bool operator==(const Interval &, const Interval &) = default;
    };

    void clear();
    void add(models::Instant at);
    /// Ascending, not overlapping.
    [[nodiscard]] const std::vector<Interval> &intervals() const { return m_intervals; }

private:
    void mergeAround(std::size_t index);
    void coarsen();

    std::vector<Interval> m_intervals;
    std::chrono::milliseconds m_distance = std::chrono::seconds(10);
};

} // namespace otpscope::ui
