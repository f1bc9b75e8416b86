// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/simulatoractions.h"

namespace otpscope::ui {

SimulatorActions::SimulatorActions(QObject *parent)
    : QObject(parent)
    , m_pause(new QAction(tr("&Pause the service clock"), this))
    , m_step(addJump(tr("Step to the next &event"), QStringLiteral("▶❚"), SimulatorJump::NextEvent))
    , m_failover(addJump(tr("Jump to the next &failover"), QString(), SimulatorJump::NextFailover))
    , m_conclude(
          addJump(tr("Run until &concluded"), QStringLiteral("▶▶"), SimulatorJump::Concluded))
{
    m_pause->setIconText(QStringLiteral("❚❚"));
    m_pause->setCheckable(true);
    m_pause->setShortcut(QKeySequence(Qt::Key_F6));
    m_step->setShortcut(QKeySequence(Qt::Key_F7));
    m_failover->setShortcut(QKeySequence(Qt::Key_F8));
    m_conclude->setShortcut(QKeySequence(Qt::Key_F9));
    connect(m_pause, &QAction::toggled, this, &SimulatorActions::pausedChanged);
    connect(m_pause, &QAction::triggered, this, [this](bool isPaused) {
        Q_EMIT speedWanted(isPaused ? 0 : m_speed > 0 ? m_speed : 1);
    });
}

QList<QAction *> SimulatorActions::toolBarActions() const
{
    return {m_pause, m_step, m_conclude};
}

QList<QAction *> SimulatorActions::all() const
{
    return {m_pause, m_step, m_failover, m_conclude};
}

void SimulatorActions::setEnabled(bool isEnabled)
{
    for (QAction *action : all())
        action->setEnabled(isEnabled);
    Q_EMIT pausedChanged();
}

bool SimulatorActions::isPaused() const
{
    return m_pause->isEnabled() && m_pause->isChecked();
}

void SimulatorActions::setSpeed(double speed)
{
    m_speed = speed;
    m_pause->setChecked(speed <= 0);
}

QAction *SimulatorActions::addJump(const QString &text, const QString &sign, SimulatorJump jump)
{
    auto *action = new QAction(text, this);
    if (!sign.isEmpty())
        action->setIconText(sign);
    connect(action, &QAction::triggered, this, [this, jump] { Q_EMIT jumpWanted(jump); });
    return action;
}

} // namespace otpscope::ui
