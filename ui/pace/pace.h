// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace otpscope::ui {

/// Slows down what people read, in words and numbers, to what they can read: the first time at
/// once, then ten times a second at most. What moves, as the timeline does, needs no pace.
class Pace final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Pace)

public:
    explicit Pace(QObject *parent = nullptr);
    ~Pace() override = default;

    /// Something changed. Emits due(), now or as soon as the pace allows.
    void ask();

Q_SIGNALS:
    /// Show what is the case now.
    void due();

private:
    QTimer m_pause;
    bool m_isAsked = false;
};

} // namespace otpscope::ui
