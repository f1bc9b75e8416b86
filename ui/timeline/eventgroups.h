// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "ui/timeline/timescale.h"
#include "ui/timeline/timeview.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace otpscope::ui {

// How many events of a lane are drawn in a frame: as many as it is wide, however many there are.

/// Events of a lane that are too close to be told apart at this scale.
struct EventGroup
{
    std::size_t first = 0;
    std::size_t count = 0;
    /// Where its first and its last one are.
    double left = 0;
    double right = 0;

    [[nodiscard]] double middle() const { return (left + right) / 2; }

    friend bool operator==(const EventGroup &, const EventGroup &) = default;
};

/// The events on show; those with less than `distance` pixels from the first one of a group are
/// taken together. Costs time by the plot's width and the logarithm of the number of events, which
/// are in order of time.
template <typename Event>
[[nodiscard]] std::vector<EventGroup> groupsOf(const std::vector<Event> &events,
                                               models::Instant origin, const TimeScale &scale,
                                               PlotRange plot, double distance)
{
    std::vector<EventGroup> groups;
    const auto timeAt = [&](double x) {
        return origin + Offset(static_cast<qint64>(std::ceil(scale.msAt(x))));
    };
    auto event = std::ranges::lower_bound(events, timeAt(plot.left), {}, &Event::at);
    while (event != events.end()) {
        const double x = scale.xAt(event->at - origin);
        if (x > plot.right)
            break;
        const models::Instant next = std::max(timeAt(x + distance), event->at + Offset(1));
        const auto behind =
            std::ranges::lower_bound(std::next(event), events.end(), next, {}, &Event::at);
        groups.push_back({std::size_t(event - events.begin()), std::size_t(behind - event), x,
                          scale.xAt(std::prev(behind)->at - origin)});
        event = behind;
    }
    return groups;
}

/// Groups that follow each other: `from` to before `to`.
struct GroupStretch
{
    std::size_t from = 0;
    std::size_t to = 0;
    /// So many groups stand so close that symbols would only cover each other.
    bool isDense = false;

    friend bool operator==(const GroupStretch &, const GroupStretch &) = default;
};

/// Cuts the groups into stretches; dense is where at least `least` groups have less than `close`
/// pixels from one to the next.
[[nodiscard]] std::vector<GroupStretch> stretchesOf(const std::vector<EventGroup> &groups,
                                                    double close, std::size_t least);

/// The column for each group of a dense stretch, side by side on `axis` where no gap is between
/// them: the more events, the higher, by the logarithm; `height` for the most.
[[nodiscard]] std::vector<QRectF> columnsOf(const std::vector<EventGroup> &groups,
                                            const GroupStretch &stretch, double axis,
                                            double height);

} // namespace otpscope::ui
