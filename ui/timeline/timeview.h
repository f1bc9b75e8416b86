// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timescale.h"

#include <optional>
#include <vector>

namespace otpscope::ui {

/// Everything there is to show of a run's time; it begins at offset 0.
struct TimeExtent
{
    Offset to{0};
    std::vector<Fold> folds;

    friend bool operator==(const TimeExtent &, const TimeExtent &) = default;
};

/// Between which positions time is drawn, in device-independent pixels.
struct PlotRange
{
    double left = 0;
    double right = 0;

    [[nodiscard]] double width() const { return right - left; }
};

/// Which part of a run's time is on show, and what moves it.
struct TimeView
{
    enum class Mode {
        /// All of it, however it grows.
        Fit,
        /// At a scale of the person's own, moving along with the present.
        Follow,
        /// Where the person put it.
        Free,
    };
    Mode mode = Mode::Fit;
    /// Of unfolded time. Means nothing while all is shown.
    double pixelsPerMs = 0;
    /// Offset at the left edge of the plot. Counts while Free.
    double leftMs = 0;

    friend bool operator==(const TimeView &, const TimeView &) = default;
};

inline constexpr double usualFoldWidth = 84;
/// Beyond this a single millisecond is as wide as a mark, so there is nothing more to tell apart.
inline constexpr double mostPixelsPerMs = 20;

/// The scale of a view: its segments reach beyond the plot where only a part is on show. `now`
/// counts while following; without it the end of the extent stands in.
[[nodiscard]] TimeScale scaleOf(const TimeView &view, const TimeExtent &extent, PlotRange plot,
                                std::optional<Offset> now = {});

// Each of these gives the view that comes after `view`; no part outside of the extent comes on
// show.

/// `factor` over 1 shows less time, more of it. The time at `anchorX` stays where it is, as long as
/// the extent allows. Zooming out ends where all is shown.
[[nodiscard]] TimeView zoomed(const TimeView &view, const TimeExtent &extent, PlotRange plot,
                              std::optional<Offset> now, double factor, double anchorX);
/// Shows what is `dx` pixels further on. Nothing while all is shown.
[[nodiscard]] TimeView panned(const TimeView &view, const TimeExtent &extent, PlotRange plot,
                              std::optional<Offset> now, double dx);
/// The same view where `at` is on show already, else the nearest one in which it is.
[[nodiscard]] TimeView revealing(const TimeView &view, const TimeExtent &extent, PlotRange plot,
                                 std::optional<Offset> now, Offset at);
/// Exactly this stretch, at least 1 ms.
[[nodiscard]] TimeView showing(const TimeExtent &extent, PlotRange plot, Offset from, Offset to);

} // namespace otpscope::ui
