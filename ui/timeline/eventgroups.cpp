// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/eventgroups.h"

namespace otpscope::ui {

namespace {

double heightShare(std::size_t count, std::size_t most)
{
    // A single event is still to be seen.
    constexpr double least = 0.25;
    if (most <= 1)
        return least;
    return least + (1 - least) * std::log2(double(count)) / std::log2(double(most));
}

} // namespace

std::vector<GroupStretch> stretchesOf(const std::vector<EventGroup> &groups, double close,
                                      std::size_t least)
{
    std::vector<GroupStretch> stretches;
    for (std::size_t from = 0; from < groups.size();) {
        std::size_t to = from + 1;
        while (to < groups.size() && groups[to].left - groups[to - 1].left < close)
            ++to;
        const bool isDense = to - from >= least;
        if (!isDense && !stretches.empty() && !stretches.back().isDense)
            stretches.back().to = to;
        else
            stretches.push_back({from, to, isDense});
        from = to;
    }
    return stretches;
}

std::vector<QRectF> columnsOf(const std::vector<EventGroup> &groups, const GroupStretch &stretch,
                              double axis, double height)
{
    constexpr double leastWidth = 3;
    constexpr double widest = 8;
    std::size_t most = 1;
    for (std::size_t i = stretch.from; i < stretch.to; ++i)
        most = std::max(most, groups[i].count);
    std::vector<QRectF> columns;
    columns.reserve(stretch.to - stretch.from);
    for (std::size_t i = stretch.from; i < stretch.to; ++i) {
        double right = std::max(groups[i].right, groups[i].left + leastWidth);
        if (i + 1 < stretch.to) {
            const double next = groups[i + 1].left;
            right = next - groups[i].left <= widest ? next : std::min(next, right);
        }
        const double high = height * heightShare(groups[i].count, most);
        columns.emplace_back(groups[i].left, axis - high / 2, right - groups[i].left, high);
    }
    return columns;
}

} // namespace otpscope::ui
