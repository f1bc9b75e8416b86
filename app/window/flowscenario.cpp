// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/flowscenario.h"

#include "app/platform/resources.h"
#include "app/simulator/scenariochoice.h"

namespace otpscope::window {

FlowScenario::FlowScenario(const models::Catalogue &catalogue, const ui::FlowEditor &editor,
                           ui::RunToolBar &toolBar, QObject *parent)
    : QObject(parent)
    , m_book(catalogue)
    , m_editor(editor)
    , m_toolBar(toolBar)
{
    // What cannot be read is left out by the simulator too.
    for (const QByteArray &text : platform::builtInScenarios())
        (void)m_book.load(text);
    connect(&editor, &ui::FlowEditor::documentChanged, this, &FlowScenario::refresh);
    connect(&toolBar, &ui::RunToolBar::scenariosChanged, this, &FlowScenario::refresh);
    refresh();
}

void FlowScenario::refresh()
{
    const auto chosen = simulator::chooseScenario({}, m_editor.document().flow(), m_book, nullptr);
    // A label that names no scenario is for the simulator to refuse.
    const simulator::ScenarioBook::Entry entry = chosen ? chosen.value() : nullptr;
    m_toolBar.setFlowsScenario(entry ? entry->name : QString());
}

} // namespace otpscope::window
