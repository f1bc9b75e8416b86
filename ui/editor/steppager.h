// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace otpscope::ui {

/// Says which steps of a long flow are on show, and leads to those before and behind them. Takes no
/// room where all are.
class StepPager final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepPager)

public:
    /// `name`: for tests; the buttons are "<name>.earlier" and "<name>.later".
    StepPager(const QString &name, QWidget *parent);

    /// Positions from 0: `first` to, not including, `last` of `count` steps.
    void showRange(int first, int last, int count);
    /// In reading order.
    [[nodiscard]] QList<QWidget *> buttons() const;

Q_SIGNALS:
    void earlierWanted();
    void laterWanted();

private:
    QLabel *m_range;
    QPushButton *m_earlier;
    QPushButton *m_later;
};

} // namespace otpscope::ui
