// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepainter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <vector>

namespace otpscope::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimelinePainter)
};

/// A fold of which less is on show is not worth its zigzag.
constexpr double leastFold = 40;
/// A second mark looks out from behind the one that stands for several.
const QPointF stackShift(3, -3);

QPolygonF triangle(QPointF centre, double reach)
{
    return QPolygonF({centre + QPointF(0, -reach), centre + QPointF(reach, reach),
                      centre + QPointF(-reach, reach)});
}

void paintAxis(QPainter &painter, const TimelinePicture &picture, const Colours &colours)
{
    painter.setPen(QPen(colours.border, 1));
    painter.drawLine(QPointF(picture.plotLeft, picture.axisY),
                     QPointF(picture.plotRight, picture.axisY));
    for (const double x : picture.gridX)
        painter.drawLine(QPointF(x, picture.axisY - 4), QPointF(x, picture.axisY));
}

void paintFold(QPainter &painter, const FoldPicture &whole, const TimelinePicture &picture,
               const Colours &colours)
{
    const double axisY = picture.axisY;
    const double bottom = picture.bottom;
    const FoldPicture fold{std::max(whole.left, picture.plotLeft),
                           std::min(whole.right, picture.plotRight), whole.text};
    if (fold.right - fold.left < leastFold)
        return;
    // A pale strip through all lanes says that time is pressed together here.
    painter.setOpacity(0.6);
    painter.fillRect(QRectF(fold.left + 6, axisY, fold.right - fold.left - 12, bottom - axisY),
                     colours.window);
    painter.setOpacity(1);
    const double middle = (fold.left + fold.right) / 2;
    // Hangs from the axis: how long the fold is stands right above it.
    QPolygonF zigzag;
    for (int i = -3; i <= 3; ++i)
        zigzag << QPointF(middle + i * 5, axisY + (i % 2 == 0 ? 7 : 0));
    painter.fillRect(QRectF(middle - 15, axisY - 1, 30, 2), colours.surface);
    painter.setPen(QPen(colours.muted, 1.4));
    painter.drawPolyline(zigzag);
}

void paintLane(QPainter &painter, const LanePicture &lane, const TimelinePicture &picture,
               const Colours &colours, const QFont &base)
{
    painter.setPen(QPen(colours.border, 1));
    painter.drawLine(QPointF(picture.plotLeft, lane.axis), QPointF(picture.plotRight, lane.axis));
    const double width = picture.plotLeft - spacing::large - 4;
    painter.setPen(colours.tone(lane.tone));
    painter.setFont(strongFont(base));
    const double line = painter.fontMetrics().height();
    const double top = lane.subtitle.isEmpty() ? lane.axis - line / 2 : lane.axis - line - 1;
    painter.drawText(QRectF(spacing::large, top, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                     lane.title);
    if (lane.subtitle.isEmpty())
        return;
    painter.setPen(colours.muted);
    painter.setFont(smallFont(base));
    painter.drawText(QRectF(spacing::large, lane.axis + 1, width, line),
                     Qt::AlignLeft | Qt::AlignVCenter, lane.subtitle);
}

void paintBar(QPainter &painter, const BarPicture &bar, const Colours &colours)
{
    switch (bar.style) {
    case BarPicture::Style::Passed:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.soft(bar.tone));
        painter.drawRoundedRect(bar.rect, 4, 4);
        painter.setPen(QPen(colours.tone(bar.tone), 1));
        painter.setOpacity(0.35);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(bar.rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setOpacity(1);
        return;
    case BarPicture::Style::Left: {
        QPen pen(colours.tone(bar.tone), 1, Qt::CustomDashLine);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.setOpacity(0.6);
        painter.drawRoundedRect(bar.rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setOpacity(1);
        return;
    }
    }
}

void paintArrow(QPainter &painter, const ArrowPicture &arrow, const Colours &colours)
{
    QPen pen(colours.tone(arrow.tone), 1.8);
    if (arrow.isDue)
        pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const QPointF tip = arrow.to - QPointF(10, 0);
    const double bend = (arrow.to.y() - arrow.from.y()) / 2;
    QPainterPath path(arrow.from);
    path.cubicTo(arrow.from + QPointF(0, bend), tip - QPointF(18, bend * 0.2), tip - QPointF(4, 0));
    painter.drawPath(path);
    pen.setStyle(Qt::SolidLine);
    painter.setPen(pen);
    painter.setBrush(arrow.isDue ? colours.surface : colours.tone(arrow.tone));
    painter.drawPolygon(QPolygonF({tip, tip + QPointF(-8, -5), tip + QPointF(-8, 5)}));
}

void paintTick(QPainter &painter, const TickPicture &tick, const Colours &colours)
{
    const QColor colour = colours.tone(tick.tone);
    if (tick.kind == MarkKind::Poll) {
        painter.setPen(QPen(colour, tick.count > 1 ? 2.6 : 1.6));
        painter.drawLine(tick.centre - QPointF(0, 4), tick.centre + QPointF(0, 4));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(triangle(tick.centre, 4.5));
}

/// Without smooth edges: columns stand side by side, and there may be many.
void paintColumns(QPainter &painter, const TimelinePicture &picture, const Colours &colours)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const TickPicture &tick : picture.ticks) {
        if (!tick.column.isEmpty())
            painter.fillRect(tick.column, colours.tone(tick.tone));
    }
    for (const MarkPicture &mark : picture.marks) {
        if (!mark.column.isEmpty())
            painter.fillRect(mark.column, colours.tone(mark.look.tone));
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

/// Down from `top` to `bottom`, but not through a word.
void paintBetweenTexts(QPainter &painter, double x, double top, double bottom,
                       const TimelinePicture &picture)
{
    constexpr double air = 2;
    std::vector<QRectF> inTheWay;
    for (const PictureText &text : picture.texts) {
        if (text.rect.left() - air < x && x < text.rect.right() + air)
            inTheWay.push_back(text.rect);
    }
    std::ranges::sort(inTheWay, {}, &QRectF::top);
    for (const QRectF &text : inTheWay) {
        if (text.top() > top)
            painter.drawLine(QPointF(x, top), QPointF(x, std::min(text.top(), bottom)));
        top = std::max(top, text.bottom());
    }
    if (top < bottom)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom));
}

void paintNow(QPainter &painter, double x, const TimelinePicture &picture, const Colours &colours,
              const QFont &base)
{
    QPen pen(colours.accent, 1.4);
    pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.setFont(strongFont(smallFont(base)));
    const QString word = Words::tr("now");
    const double width = painter.fontMetrics().horizontalAdvance(word) + 16;
    const double height = painter.fontMetrics().height() + 2;
    const QRectF badge(x - width / 2, picture.bottom - height, width, height);
    paintBetweenTexts(painter, x, picture.axisY, badge.top(), picture);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accentFill);
    painter.drawRoundedRect(badge, height / 2, height / 2);
    painter.setPen(colours.onAccent);
    painter.drawText(badge, Qt::AlignCenter, word);
}

void paintText(QPainter &painter, const PictureText &text, const Colours &colours,
               const QFont &base)
{
    painter.setFont(text.weight == TextWeight::Strong ? strongFont(smallFont(base))
                                                      : smallFont(base));
    painter.setPen(colours.tone(text.tone));
    painter.drawText(text.rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text.text);
}

} // namespace

void paintMark(QPainter &painter, QPointF centre, const StatusLook &look, const Colours &colours)
{
    constexpr double reach = 6;
    const QColor colour = colours.tone(look.tone);
    painter.setPen(QPen(colours.surface, 1.5));
    painter.setBrush(colour);
    switch (look.shape) {
    case MarkShape::Ring:
        painter.setPen(QPen(colour, 2));
        painter.setBrush(colours.surface);
        painter.drawEllipse(centre, reach - 1, reach - 1);
        return;
    case MarkShape::Disc:
        painter.drawEllipse(centre, reach, reach);
        return;
    case MarkShape::Check: {
        painter.drawEllipse(centre, reach + 1, reach + 1);
        QPen pen(colours.surface, 1.8);
        pen.setCapStyle(Qt::RoundCap);
        painter.setPen(pen);
        painter.drawPolyline(QPolygonF(
            {centre + QPointF(-3, 0), centre + QPointF(-1, 2.5), centre + QPointF(3.5, -2.5)}));
        return;
    }
    case MarkShape::Diamond:
        painter.drawPolygon(
            QPolygonF({centre + QPointF(0, -reach - 1.5), centre + QPointF(reach + 1.5, 0),
                       centre + QPointF(0, reach + 1.5), centre + QPointF(-reach - 1.5, 0)}));
        return;
    case MarkShape::Cross: {
        QPen pen(colour, 3);
        pen.setCapStyle(Qt::RoundCap);
        painter.setPen(pen);
        const double arm = reach - 1;
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm));
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm));
        return;
    }
    case MarkShape::Square:
        painter.drawRect(
            QRectF(centre.x() - reach + 1, centre.y() - reach + 1, 2 * reach - 2, 2 * reach - 2));
        return;
    }
}

void paintTimeline(QPainter &painter, const TimelinePicture &picture, const Colours &colours,
                   const QFont &base, std::optional<QPointF> current)
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxis(painter, picture, colours);
    for (const LanePicture &lane : picture.lanes)
        paintLane(painter, lane, picture, colours, base);
    for (const BarPicture &bar : picture.bars)
        paintBar(painter, bar, colours);
    for (const FoldPicture &fold : picture.folds)
        paintFold(painter, fold, picture, colours);
    paintColumns(painter, picture, colours);
    for (const TickPicture &tick : picture.ticks) {
        if (tick.column.isEmpty())
            paintTick(painter, tick, colours);
    }
    if (picture.nowX)
        paintNow(painter, *picture.nowX, picture, colours, base);
    for (const ArrowPicture &arrow : picture.arrows)
        paintArrow(painter, arrow, colours);
    painter.setPen(QPen(colours.muted, 1));
    for (const QLineF &leader : picture.leaders)
        painter.drawLine(leader);
    for (const MarkPicture &mark : picture.marks) {
        if (!mark.column.isEmpty())
            continue;
        if (mark.count > 1)
            paintMark(painter, mark.centre + stackShift, mark.look, colours);
        paintMark(painter, mark.centre, mark.look, colours);
    }
    for (const PictureText &text : picture.texts)
        paintText(painter, text, colours, base);
    if (current) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(*current, 11, 11);
    }
}

} // namespace otpscope::ui
