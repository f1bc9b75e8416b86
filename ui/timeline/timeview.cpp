// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeview.h"

#include <algorithm>
#include <cmath>

namespace otpscope::ui {

namespace {

/// Share of the plot that stays free on the right of the present.
constexpr double aheadShare = 0.12;
constexpr double revealMargin = 24;

Offset openTimeOf(const TimeExtent &extent)
{
    Offset open = extent.to;
    for (const Fold &fold : extent.folds)
        open -= fold.to - fold.from;
    return std::max(open, Offset(1));
}

TimeScale fitted(const TimeExtent &extent, PlotRange plot)
{
    return TimeScale(Offset(0), extent.to, plot.left, plot.right, extent.folds, usualFoldWidth);
}

/// How dense unfolded time is on a scale.
double densityOf(const TimeScale &scale)
{
    for (const TimeScale::Segment &segment : scale.segments()) {
        if (!segment.isFold)
            return (segment.right - segment.left) / double((segment.to - segment.from).count());
    }
    return mostPixelsPerMs;
}

/// All of the extent at this density, beginning at x = 0.
TimeScale unrolled(const TimeExtent &extent, double pixelsPerMs)
{
    const double open = pixelsPerMs * double(openTimeOf(extent).count());
    const double folds = usualFoldWidth * double(extent.folds.size());
    return TimeScale(Offset(0), extent.to, 0, open + folds, extent.folds, usualFoldWidth);
}

double clampedDensity(const TimeExtent &extent, PlotRange plot, double pixelsPerMs)
{
    const double least = densityOf(fitted(extent, plot));
    return std::clamp(pixelsPerMs, least, std::max(least, mostPixelsPerMs));
}

bool isAll(const TimeExtent &extent, PlotRange plot, double pixelsPerMs)
{
    constexpr double tolerance = 1.0001;
    return pixelsPerMs <= densityOf(fitted(extent, plot)) * tolerance;
}

/// Puts an unrolled scale into the plot, its position `x` at the left edge, without gaps at the
/// ends.
TimeScale placed(const TimeScale &unrolledScale, PlotRange plot, double x)
{
    const double most = std::max(0.0, unrolledScale.segments().back().right - plot.width());
    return unrolledScale.shifted(plot.left - std::clamp(x, 0.0, most));
}

TimeView freeAt(const TimeScale &scale, PlotRange plot, double pixelsPerMs)
{
    return {TimeView::Mode::Free, pixelsPerMs, scale.msAt(plot.left)};
}

} // namespace

TimeScale scaleOf(const TimeView &view, const TimeExtent &extent, PlotRange plot,
                  std::optional<Offset> now)
{
    if (view.mode == TimeView::Mode::Fit || isAll(extent, plot, view.pixelsPerMs))
        return fitted(extent, plot);
    const TimeScale all = unrolled(extent, clampedDensity(extent, plot, view.pixelsPerMs));
    if (view.mode == TimeView::Mode::Free)
        return placed(all, plot, all.xAtMs(view.leftMs));
    return placed(all, plot, all.xAt(now.value_or(extent.to)) - (1 - aheadShare) * plot.width());
}

TimeView zoomed(const TimeView &view, const TimeExtent &extent, PlotRange plot,
                std::optional<Offset> now, double factor, double anchorX)
{
    const TimeScale shown = scaleOf(view, extent, plot, now);
    const double density = clampedDensity(extent, plot, densityOf(shown) * factor);
    if (isAll(extent, plot, density))
        return {};
    const TimeScale all = unrolled(extent, density);
    const double x = all.xAtMs(shown.msAt(anchorX)) - (anchorX - plot.left);
    return freeAt(placed(all, plot, x), plot, density);
}

TimeView panned(const TimeView &view, const TimeExtent &extent, PlotRange plot,
                std::optional<Offset> now, double dx)
{
    const TimeScale shown = scaleOf(view, extent, plot, now);
    if (view.mode == TimeView::Mode::Fit || isAll(extent, plot, view.pixelsPerMs))
        return view;
    const TimeScale all = shown.shifted(-shown.segments().front().left);
    const double x = plot.left - shown.segments().front().left + dx;
    return freeAt(placed(all, plot, x), plot, densityOf(shown));
}

TimeView revealing(const TimeView &view, const TimeExtent &extent, PlotRange plot,
                   std::optional<Offset> now, Offset at)
{
    const double x = scaleOf(view, extent, plot, now).xAt(at);
    const double margin = std::min(revealMargin, plot.width() / 4);
    if (x < plot.left + margin)
        return panned(view, extent, plot, now, x - plot.left - margin);
    if (x > plot.right - margin)
        return panned(view, extent, plot, now, x - plot.right + margin);
    return view;
}

TimeView showing(const TimeExtent &extent, PlotRange plot, Offset from, Offset to)
{
    const double length = double(std::max(to - from, Offset(1)).count());
    const double density = clampedDensity(extent, plot, plot.width() / length);
    if (isAll(extent, plot, density))
        return {};
    const TimeScale all = unrolled(extent, density);
    const double middle = (all.xAt(from) + all.xAt(to)) / 2;
    return freeAt(placed(all, plot, middle - plot.width() / 2), plot, density);
}

} // namespace otpscope::ui
