// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/scenariobook.h"
#include "models/catalogue/catalogue.h"
#include "ui/editor/floweditor.h"
#include "ui/mainwindow/runtoolbar.h"

#include <QObject>

namespace otpscope::window {

/// Says in the toolbar which scenario the open flow plays where the flow itself chooses one, by a
/// label or by its recipient, so that nobody takes the one chosen there for it. GUI thread.
class FlowScenario final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowScenario)

public:
    /// All of it must outlive this.
    FlowScenario(const models::Catalogue &catalogue, const ui::FlowEditor &editor,
                 ui::RunToolBar &toolBar, QObject *parent = nullptr);

private:
    void refresh();

    simulator::ScenarioBook m_book;
    const ui::FlowEditor &m_editor;
    ui::RunToolBar &m_toolBar;
};

} // namespace otpscope::window
