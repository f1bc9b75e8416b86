// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <vector>

namespace otpscope::ui {

/// Time since the origin of a picture (the moment of sending, mostly).
using Offset = std::chrono::milliseconds;

/// A stretch in which nothing happens and which is therefore drawn narrow.
struct Fold
{
    Offset from{0};
    Offset to{0};

    friend bool operator==(const Fold &, const Fold &) = default;
};

/// Which stretches between the `moments` (ascending) are folded: a gap of at least 10 s that is
/// longer than twice everything else that stays unfolded, so that the rest could not be read
/// otherwise. A margin stays open on both sides of a fold. The result is ascending and does not
/// overlap. Empty where there are fewer than three moments, since one gap alone is the whole
/// picture, and where everything else together is shorter than a second. Gaps that begin at
/// `openFrom` or later are never folded: there somebody is waiting for what comes next.
[[nodiscard]] std::vector<Fold> foldIdle(const std::vector<Offset> &moments,
                                         std::optional<Offset> openFrom = {});

/// A stretch in which something happens throughout; a single moment has from == to.
struct Stretch
{
    Offset from{0};
    Offset to{0};

    friend bool operator==(const Stretch &, const Stretch &) = default;
};
/// The same between stretches (ascending, not overlapping), which are never folded themselves.
[[nodiscard]] std::vector<Fold> foldBetween(const std::vector<Stretch> &busy,
                                            std::optional<Offset> openFrom = {});

/// Time to x and back, over a range with folds. Pure arithmetic; x grows with time throughout.
class TimeScale
{
public:
    struct Segment
    {
        Offset from{0};
        Offset to{0};
        double left = 0;
        double right = 0;
        bool isFold = false;

        friend bool operator==(const Segment &, const Segment &) = default;
    };

    /// `folds` ascending, not overlapping; parts of them outside [from, to] are cut off.
    /// A `to` that is not behind `from` counts as one second later. Every fold gets `foldWidth`,
    /// but all folds together at most half of [left, right].
    TimeScale(Offset from, Offset to, double left, double right, const std::vector<Fold> &folds,
              double foldWidth);

    /// Offsets outside the range give `left` or `right`.
    [[nodiscard]] double xAt(Offset offset) const;
    /// Positions outside the range give `from` or `to`.
    [[nodiscard]] Offset offsetAt(double x) const;
    /// The same in milliseconds with fractions, for zooming and panning without creeping.
    [[nodiscard]] double xAtMs(double ms) const;
    [[nodiscard]] double msAt(double x) const;

    /// The same scale further to the right, or to the left where `dx` is negative.
    [[nodiscard]] TimeScale shifted(double dx) const;

    [[nodiscard]] const std::vector<Segment> &segments() const { return m_segments; }
    [[nodiscard]] Offset from() const { return m_segments.front().from; }
    [[nodiscard]] Offset to() const { return m_segments.back().to; }

private:
    /// Ascending and without holes; never empty.
    std::vector<Segment> m_segments;
};

/// Offsets inside one unfolded segment, at least `minimumDistance` pixels apart, with the step they
/// were chosen by. Round are the offsets with `phase` added: the time a clock shows at offset 0.
/// No offsets where the segment is narrower than one pixel.
struct AxisTicks
{
    Offset step{0};
    std::vector<Offset> offsets;

    friend bool operator==(const AxisTicks &, const AxisTicks &) = default;
};
[[nodiscard]] AxisTicks axisTicks(const TimeScale::Segment &segment, double minimumDistance,
                                  Offset phase = Offset(0));

} // namespace otpscope::ui
