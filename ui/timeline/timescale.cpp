// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timescale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace otpscope::ui {

using namespace std::chrono_literals;

namespace {

constexpr Offset shortestFold = 10s;
constexpr Offset shortestRest = 1s;

struct Gap
{
    Offset from{0};
    Offset to{0};
    bool isFolded = false;

    [[nodiscard]] Offset length() const { return to - from; }
};

std::vector<Gap> gapsBetween(const std::vector<Stretch> &busy)
{
    std::vector<Gap> gaps;
    for (std::size_t i = 1; i < busy.size(); ++i) {
        if (busy[i].from > busy[i - 1].to)
            gaps.push_back({busy[i - 1].to, busy[i].from});
    }
    return gaps;
}

/// Marks the gaps to fold, longest first, and returns the time that stays unfolded.
Offset markFolds(std::vector<Gap> &gaps, Offset busy, std::optional<Offset> openFrom)
{
    Offset rest = busy;
    std::vector<Gap *> longestFirst;
    for (Gap &gap : gaps) {
        rest += gap.length();
        if (!openFrom || gap.from < *openFrom)
            longestFirst.push_back(&gap);
    }
    std::ranges::stable_sort(longestFirst, std::ranges::greater{}, &Gap::length);
    for (Gap *gap : longestFirst) {
        const Offset without = rest - gap->length();
        if (gap->length() < shortestFold || gap->length() <= 2 * without || without < shortestRest)
            break;
        gap->isFolded = true;
        rest = without;
    }
    return rest;
}

} // namespace

std::vector<Fold> foldIdle(const std::vector<Offset> &moments, std::optional<Offset> openFrom)
{
    std::vector<Stretch> busy;
    busy.reserve(moments.size());
    for (const Offset moment : moments)
        busy.push_back({moment, moment});
    return foldBetween(busy, openFrom);
}

std::vector<Fold> foldBetween(const std::vector<Stretch> &busy, std::optional<Offset> openFrom)
{
    std::vector<Gap> gaps = gapsBetween(busy);
    Offset busyTime{0};
    for (const Stretch &stretch : busy)
        busyTime += stretch.to - stretch.from;
    const Offset rest = markFolds(gaps, busyTime, openFrom);
    std::vector<Fold> folds;
    for (const Gap &gap : gaps) {
        if (!gap.isFolded)
            continue;
        const Offset margin = std::min(gap.length() / 4, rest / 5 + 500ms);
        folds.push_back({gap.from + margin, gap.to - margin});
    }
    return folds;
}

TimeScale::TimeScale(Offset from, Offset to, double left, double right,
                     const std::vector<Fold> &folds, double foldWidth)
{
    if (to <= from)
        to = from + 1s;
    Offset reached = from;
    Offset open{0};
    double foldCount = 0;
    const auto add = [&](Offset end, bool isFold) {
        if (end <= reached)
            return;
        m_segments.push_back({reached, end, 0, 0, isFold});
        if (isFold)
            foldCount += 1;
        else
            open += end - reached;
        reached = end;
    };
    for (const Fold &fold : folds) {
        add(std::clamp(fold.from, from, to), false);
        add(std::clamp(fold.to, from, to), true);
    }
    add(to, false);

    const double width = std::max(0.0, right - left);
    const double openWidth = open > 0ms ? width - std::min(foldCount * foldWidth, width / 2) : 0.0;
    const double perFold = foldCount > 0 ? (width - openWidth) / foldCount : 0;
    double x = left;
    for (Segment &segment : m_segments) {
        segment.left = x;
        x += segment.isFold
                 ? perFold
                 : openWidth * double((segment.to - segment.from).count()) / double(open.count());
        segment.right = x;
    }
}

double TimeScale::xAt(Offset offset) const
{
    return xAtMs(double(offset.count()));
}

Offset TimeScale::offsetAt(double x) const
{
    return Offset(std::llround(msAt(x)));
}

double TimeScale::xAtMs(double ms) const
{
    const auto start = [](const Segment &segment) { return double(segment.from.count()); };
    const auto after = std::ranges::upper_bound(m_segments, ms, {}, start);
    if (after == m_segments.begin())
        return m_segments.front().left;
    const Segment &segment = *std::prev(after);
    const double share = (ms - start(segment)) / double((segment.to - segment.from).count());
    return segment.left + std::min(1.0, share) * (segment.right - segment.left);
}

double TimeScale::msAt(double x) const
{
    const auto after = std::ranges::upper_bound(m_segments, x, {}, &Segment::left);
    if (after == m_segments.begin())
        return double(from().count());
    const Segment &segment = *std::prev(after);
    const double width = segment.right - segment.left;
    const double share = width > 0 ? std::min(1.0, (x - segment.left) / width) : 1.0;
    return double(segment.from.count()) + share * double((segment.to - segment.from).count());
}

TimeScale TimeScale::shifted(double dx) const
{
    TimeScale result = *this;
    for (Segment &segment : result.m_segments) {
        segment.left += dx;
        segment.right += dx;
    }
    return result;
}

AxisTicks axisTicks(const TimeScale::Segment &segment, double minimumDistance, Offset phase)
{
    static constexpr std::array<Offset, 27> steps{
        1ms, 2ms,  5ms,  10ms, 20ms,  50ms,  100ms, 200ms, 500ms, 1s, 2s,  5s,  10s,    15s,
        30s, 1min, 2min, 5min, 10min, 15min, 30min, 1h,    2h,    6h, 12h, 24h, 7 * 24h};
    const double width = segment.right - segment.left;
    if (width < 1 || segment.to <= segment.from)
        return {};
    const double perPixel = double((segment.to - segment.from).count()) / width;
    Offset step = steps.back();
    for (const Offset candidate : steps) {
        if (double(candidate.count()) >= perPixel * minimumDistance) {
            step = candidate;
            break;
        }
    }
    // Past the longest round step (a run of months) the step grows by doubling.
    while (double(step.count()) < perPixel * minimumDistance)
        step *= 2;

    AxisTicks ticks{step, {}};
    Offset offset = ((segment.from + phase) / step) * step - phase;
    if (offset < segment.from)
        offset += step;
    for (; offset <= segment.to; offset += step)
        ticks.offsets.push_back(offset);
    return ticks;
}

} // namespace otpscope::ui
