// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/glyphbutton.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace otpscope::ui {

namespace {

constexpr int side = 26;

// Paths around (0, 0), six pixels to each side.
QPainterPath chevron(double direction)
{
    QPainterPath path;
    path.moveTo(-5, -2.5 * direction);
    path.lineTo(0, 2.5 * direction);
    path.lineTo(5, -2.5 * direction);
    return path;
}

QPainterPath arrow(double direction)
{
    QPainterPath path;
    path.moveTo(0, -5.5 * direction);
    path.lineTo(0, 5.5 * direction);
    path.moveTo(-4, 1.5 * direction);
    path.lineTo(0, 5.5 * direction);
    path.lineTo(4, 1.5 * direction);
    return path;
}

QPainterPath twoSheets()
{
    QPainterPath path;
    path.addRoundedRect(QRectF(-2, -2, 8, 8), 1.5, 1.5);
    path.moveTo(-4, 3);
    path.lineTo(-5, 3);
    path.quadTo(-6, 3, -6, 2);
    path.lineTo(-6, -5);
    path.quadTo(-6, -6, -5, -6);
    path.lineTo(2, -6);
    path.quadTo(3, -6, 3, -5);
    path.lineTo(3, -4);
    return path;
}

QPainterPath cross()
{
    QPainterPath path;
    path.moveTo(-4, -4);
    path.lineTo(4, 4);
    path.moveTo(4, -4);
    path.lineTo(-4, 4);
    return path;
}

QPainterPath pathOf(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Up:
        return arrow(-1);
    case Glyph::Down:
        return arrow(1);
    case Glyph::Duplicate:
        return twoSheets();
    case Glyph::Delete:
        return cross();
    case Glyph::Fold:
        return chevron(-1);
    case Glyph::Unfold:
        return chevron(1);
    }
    Q_UNREACHABLE();
}

} // namespace

GlyphButton::GlyphButton(Glyph glyph, QWidget *parent)
    : QAbstractButton(parent)
    , m_glyph(glyph)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void GlyphButton::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    update();
}

void GlyphButton::setMeaning(const QString &meaning)
{
    setToolTip(meaning);
    setAccessibleName(meaning);
}

QSize GlyphButton::sizeHint() const
{
    return {side, side};
}

void GlyphButton::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() ? QPen(colours.accent) : QPen(Qt::NoPen));
    painter.setBrush(isEnabled() && (underMouse() || isDown()) ? colours.soft(Tone::Accent)
                                                               : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(frame, radius::control, radius::control);

    QColor ink = colours.muted;
    if (!isEnabled())
        ink = colours.border;
    else if (underMouse() || hasFocus())
        ink = colours.text;
    painter.translate(QRectF(rect()).center());
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(pathOf(m_glyph));
}

void GlyphButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void GlyphButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace otpscope::ui
