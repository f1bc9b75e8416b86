// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace otpscope::ui {

/// One line of plain text that gives way: what does not fit ends in dots and is in the tooltip.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedLabel)

public:
    explicit ElidedLabel(QWidget *parent);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString fittingText() const;
};

} // namespace otpscope::ui
