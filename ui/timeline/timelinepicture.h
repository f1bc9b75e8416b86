// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinedata.h"
#include "ui/timeline/timescale.h"

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

struct MarkPicture
{
    QPointF centre;
    StatusLook look;
    /// The whole story of this mark, for tooltips and screen readers.
    QString sentence;
    models::ObservationId observation;
};

struct ArrowPicture
{
    QPointF from;
    QPointF to;
    Tone tone = Tone::Warning;
    /// Still to come: drawn dashed and hollow.
    bool isDue = false;
    QString sentence;
    models::ObservationId observation;
};

struct TickPicture
{
    enum class Kind {
        Poll,
        Webhook,
    };
    QPointF centre;
    Kind kind = Kind::Poll;
    Tone tone = Tone::Muted;
    QString sentence;
    models::ObservationId observation;
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
    std::optional<double> nowX;
};

struct PictureRequest
{
    /// The picture becomes higher than this where the lanes need it.
    QSizeF size;
    /// Time on the service clock; nothing where the run is concluded or does not move.
    std::optional<models::Instant> now;
    /// Width of a text, and height of a line, in the small font.
    std::function<double(const QString &)> textWidth;
    double lineHeight = 14;
};

/// Costs time by the picture's width and the number of steps, not by the number of events.
/// An empty picture (no lanes) where `data` is empty.
[[nodiscard]] TimelinePicture layOut(const TimelineData &data, const PictureRequest &request);

/// The height that all lanes of `data` need to be read with ease, and the least they can do with.
[[nodiscard]] double heightFor(const TimelineData &data, double lineHeight);
[[nodiscard]] double leastHeightFor(const TimelineData &data, double lineHeight);

/// "0 s", "0.5 s", "4 s", "4:56", "1:02:03", as labels of an axis with this distance between them.
[[nodiscard]] QString axisText(Offset offset, Offset step);

} // namespace otpscope::ui
