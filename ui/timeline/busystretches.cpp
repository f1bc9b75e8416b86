// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/busystretches.h"

#include <algorithm>

namespace otpscope::ui {

namespace {

constexpr std::size_t mostIntervals = 512;

} // namespace

void BusyStretches::clear()
{
    *this = {};
}

void BusyStretches::add(models::Instant at)
{
    // The first interval that ends close enough to reach the moment, or behind it.
    const auto place = std::ranges::lower_bound(m_intervals, at - m_distance,
                                                std::ranges::less_equal{}, &Interval::to);
    const auto index = std::size_t(place - m_intervals.begin());
    if (place != m_intervals.end() && place->from < at + m_distance) {
        place->from = std::min(place->from, at);
        place->to = std::max(place->to, at);
        mergeAround(index);
        return;
    }
    m_intervals.insert(place, {at, at});
    while (m_intervals.size() > mostIntervals)
        coarsen();
}

void BusyStretches::mergeAround(std::size_t index)
{
    const std::size_t next = index + 1;
    if (next < m_intervals.size() && m_intervals[next].from - m_intervals[index].to < m_distance) {
        m_intervals[index].to = std::max(m_intervals[index].to, m_intervals[next].to);
        m_intervals.erase(m_intervals.begin() + std::ptrdiff_t(next));
    }
}

void BusyStretches::coarsen()
{
    m_distance *= 2;
    std::vector<Interval> merged;
    for (const Interval &interval : m_intervals) {
        if (!merged.empty() && interval.from - merged.back().to < m_distance)
            merged.back().to = interval.to;
        else
            merged.push_back(interval);
    }
    m_intervals = std::move(merged);
}

} // namespace otpscope::ui
