// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/draghandle.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace otpscope::ui {

namespace {

constexpr QSize handleSize(18, 26);

} // namespace

DragHandle::DragHandle(QWidget *parent)
    : QWidget(parent)
{
    setCursor(Qt::OpenHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize DragHandle::sizeHint() const
{
    return handleSize;
}

void DragHandle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(coloursFor(palette()).muted);
    painter.translate(QRectF(rect()).center());
    for (const double x : {-2.5, 2.5}) {
        for (const double y : {-5.0, 0.0, 5.0})
            painter.drawEllipse(QPointF(x, y), 1.3, 1.3);
    }
}

void DragHandle::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setCursor(Qt::ClosedHandCursor);
}

void DragHandle::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        Q_EMIT pulledTo(event->globalPosition().toPoint());
}

void DragHandle::mouseReleaseEvent(QMouseEvent *)
{
    setCursor(Qt::OpenHandCursor);
}

} // namespace otpscope::ui
