// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/clockmap.h"
#include "ui/timeline/timelinedata.h"
#include "ui/timeline/timelinemarks.h"
#include "ui/timeline/timescale.h"
#include "ui/timeline/timeview.h"

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace otpscope::ui {

// The timeline as neutral shapes: where everything goes and what it says. No widget, no font, no
// colour, no clock; the painter only replays it. Positions are device-independent pixels.

enum class TextWeight {
    Plain,
    Strong,
};

struct PictureText
{
    QRectF rect;
    QString text;
    Tone tone = Tone::Neutral;
    TextWeight weight = TextWeight::Plain;
    /// In the service's own words.
    bool isQuoted = false;
};

struct LanePicture
{
    QString title;
    QString subtitle;
    Tone tone = Tone::Neutral;
    double top = 0;
    double height = 0;
    /// The line on which marks and bars sit.
    double axis = 0;
};

struct BarPicture
{
    enum class Style {
        /// Time that has passed.
        Passed,
        /// Time that is left of a ttl.
        Left,
    };
    QRectF rect;
    Tone tone = Tone::Neutral;
    Style style = Style::Passed;
};

/// One change, or several that are too close to be told apart at this scale.
struct MarkPicture
{
    QPointF centre;
    /// Of the last one.
    StatusLook look;
    MarkRef first;
    std::size_t count = 1;
    models::ObservationId observation;
    /// Drawn instead of the shape where marks would only cover each other; empty elsewhere.
    QRectF column;
};

struct ArrowPicture
{
    QPointF from;
    QPointF to;
    Tone tone = Tone::Warning;
    /// Still to come: drawn dashed and hollow.
    bool isDue = false;
    QString sentence;
    /// Nothing where it is due.
    std::optional<MarkRef> mark;
    models::ObservationId observation;
};

/// One poll or webhook, or several that are too close to be told apart at this scale.
struct TickPicture
{
    QPointF centre;
    /// Poll or Webhook.
    MarkKind kind = MarkKind::Poll;
    /// Of the one that says most.
    Tone tone = Tone::Muted;
    MarkRef first;
    std::size_t count = 1;
    models::ObservationId observation;
    /// Drawn instead of the shape where ticks would only cover each other; empty elsewhere.
    QRectF column;
};

struct FoldPicture
{
    double left = 0;
    double right = 0;
    QString text;
};

struct TimelinePicture
{
    QSizeF size;
    double plotLeft = 0;
    double plotRight = 0;
    double axisY = 0;
    /// Where the last lane ends.
    double bottom = 0;
    std::vector<double> gridX;
    std::vector<PictureText> texts;
    std::vector<FoldPicture> folds;
    std::vector<LanePicture> lanes;
    std::vector<BarPicture> bars;
    std::vector<ArrowPicture> arrows;
    /// From a mark to its word, where that had to go further on.
    std::vector<QLineF> leaders;
    /// From left to right, then from top to bottom: the order of the arrow keys.
    std::vector<MarkPicture> marks;
    std::vector<TickPicture> ticks;
    /// Nothing where the present is not on show.
    std::optional<double> nowX;
    /// How time was mapped; nothing in an empty picture.
    std::optional<TimeScale> scale;
    TimeExtent extent;

    [[nodiscard]] PlotRange plot() const { return {plotLeft, plotRight}; }
};

struct PictureRequest
{
    /// The picture becomes higher than this where the lanes need it.
    QSizeF size;
    /// Time on the service clock; nothing where the run is concluded or does not move.
    std::optional<models::Instant> now;
    TimeView view;
    TimeClock clock = TimeClock::SinceSend;
    /// Width of a text, and height of a line, in the small font.
    std::function<double(const QString &)> textWidth;
    double lineHeight = 14;
};

/// All of a run's time: from the first to the last thing known of it, with what is due.
[[nodiscard]] TimeExtent extentOf(const TimelineData &data, std::optional<models::Instant> now);

/// Costs time by the picture's width and the number of steps, not by the number of events.
/// An empty picture (no lanes) where `data` is empty.
[[nodiscard]] TimelinePicture layOut(const TimelineData &data, const PictureRequest &request);

/// The height that all lanes of `data` need to be read with ease, and the least they can do with.
[[nodiscard]] double heightFor(const TimelineData &data, double lineHeight);
[[nodiscard]] double leastHeightFor(const TimelineData &data, double lineHeight);

/// What a mark says; of several, how many they are, between when, and how to see each.
[[nodiscard]] QString sentenceOf(const TimelineData &data, const MarkPicture &mark);
[[nodiscard]] QString sentenceOf(const TimelineData &data, const TickPicture &tick);
/// Where the mark is drawn, alone or among others; nothing where it is not on show.
[[nodiscard]] std::optional<QPointF> placeOf(const TimelinePicture &picture, const MarkRef &mark);

/// "0 s", "0.5 s", "4 s", "4:56", "1:02:03", "3 d 4:00:00", "−2 s", as labels of an axis with this
/// distance between them.
[[nodiscard]] QString axisText(Offset offset, Offset step);

} // namespace otpscope::ui
