// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/simulator/simulatedflow.h"

#include <QAction>
#include <QList>
#include <QObject>

namespace otpscope::ui {

/// What a person can do to the service clock of the simulator, for the tool bar and the menu.
class SimulatorActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SimulatorActions)

public:
    explicit SimulatorActions(QObject *parent = nullptr);

    /// Pause, step, run until concluded; their icon texts are the signs on the tool bar's buttons.
    [[nodiscard]] QList<QAction *> toolBarActions() const;
    [[nodiscard]] QList<QAction *> all() const;
    /// They mean something for the simulator only.
    void setEnabled(bool isEnabled);
    /// The speed that was chosen; 0 is paused.
    void setSpeed(double speed);
    /// Nothing happens to flows by itself until that ends. False while another service is used.
    [[nodiscard]] bool isPaused() const;

Q_SIGNALS:
    /// Of the clock, and not of the setting: a pause ends with it.
    void speedWanted(double speed);
    void pausedChanged();
    void jumpWanted(otpscope::ui::SimulatorJump jump);

private:
    QAction *addJump(const QString &text, const QString &sign, SimulatorJump jump);

    QAction *m_pause;
    QAction *m_step;
    QAction *m_failover;
    QAction *m_conclude;
    double m_speed = 1;
};

} // namespace otpscope::ui
