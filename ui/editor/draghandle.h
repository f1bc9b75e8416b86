// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QWidget>

namespace otpscope::ui {

/// The dotted grip of a card: reports where it is pulled to. By keyboard, a card moves with its
/// arrow buttons and Alt+Up and Alt+Down instead.
class DragHandle final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DragHandle)

public:
    explicit DragHandle(QWidget *parent);

    QSize sizeHint() const override;

Q_SIGNALS:
    /// The pressed mouse is there now, in screen coordinates.
    void pulledTo(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
};

} // namespace otpscope::ui
