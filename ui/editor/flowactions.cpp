// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/flowactions.h"

#include "ui/editor/flowform.h"
#include "ui/editor/flowhistory.h"

namespace otpscope::ui {

FlowActions::FlowActions(FlowHistory &history, FlowForm &form, QObject *parent)
    : QObject(parent), m_history(history), m_form(form)
{
    for (const models::ChannelRules &rules : history.catalogue().channels())
        addStepAction(rules);
    addSeparator();
    m_duplicate = add({});
    m_duplicate->setShortcut(QKeySequence(QStringLiteral("Ctrl+D")));
    m_delete = add({});
    m_up = add({});
    m_down = add({});
    addSeparator();
    QAction *layout = add(tr("La&y out the text"));
    layout->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+I")));
    QAction *problem = add(tr("Go to the &first problem"));
    problem->setShortcut(QKeySequence(Qt::Key_F4));

    connect(m_duplicate, &QAction::triggered, this,
            [this] { m_history.duplicateStep(m_form.currentStep()); });
    connect(m_delete, &QAction::triggered, this,
            [this] { m_history.removeStep(m_form.currentStep()); });
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    connect(layout, &QAction::triggered, this, &FlowActions::layoutWanted);
    connect(problem, &QAction::triggered, this, &FlowActions::problemWanted);
    connect(&form, &FlowForm::currentStepChanged, this, &FlowActions::refresh);
    refresh();
}

QAction *FlowActions::add(const QString &text)
{
    auto *action = new QAction(text, this);
    m_all.append(action);
    return action;
}

void FlowActions::addSeparator()
{
    add({})->setSeparator(true);
}

void FlowActions::addStepAction(const models::ChannelRules &rules)
{
    //: %1 is the type of a step: ViberOtp or Sms
    QAction *action = add(tr("Add a step: %1").arg(rules.stepType));
    connect(action, &QAction::triggered, this,
            [this, channel = rules.channel] { m_form.addStep(channel); });
}

void FlowActions::move(int by)
{
    const int step = m_form.currentStep();
    m_history.moveStep(step, step + by);
}

void FlowActions::refresh()
{
    const int step = m_form.currentStep();
    const int count = m_history.draft().stepCount();
    m_duplicate->setText(tr("D&uplicate step %1").arg(step + 1));
    m_delete->setText(tr("De&lete step %1").arg(step + 1));
    // The cards answer to these keys themselves; here they are only shown.
    m_up->setText(tr("Move step %1 u&p").arg(step + 1) + QLatin1String("\tAlt+Up"));
    m_down->setText(tr("Move step %1 &down").arg(step + 1) + QLatin1String("\tAlt+Down"));
    m_duplicate->setEnabled(count > 0);
    m_delete->setEnabled(count > 0);
    m_up->setEnabled(step > 0);
    m_down->setEnabled(step + 1 < count);
}

} // namespace otpscope::ui
