// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"

#include <QAction>
#include <QList>
#include <QObject>

namespace otpscope::ui {

class FlowForm;
class FlowHistory;

/// What can be done to the flow and its current step, for a menu. GUI thread.
class FlowActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowActions)

public:
    /// Both must outlive it.
    FlowActions(FlowHistory &history, FlowForm &form, QObject *parent = nullptr);

    /// In the order of a menu, with separators. Owned by this object.
    [[nodiscard]] const QList<QAction *> &all() const { return m_all; }

Q_SIGNALS:
    /// The person wants to see the first problem.
    void problemWanted();
    /// The person wants the text with a line for each member.
    void layoutWanted();

private:
    QAction *add(const QString &text);
    void addSeparator();
    void addStepAction(const models::ChannelRules &rules);
    void move(int by);
    void refresh();

    FlowHistory &m_history;
    FlowForm &m_form;
    QList<QAction *> m_all;
    QAction *m_duplicate = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
};

} // namespace otpscope::ui
