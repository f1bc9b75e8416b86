// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/templates.h"

#include "app/window/lookup.h"

namespace otpscope::window {

Templates::Templates(const Parts &parts)
    : m_parts(parts)
    , m_action(tr("&Templates…"))
{
    m_action.setToolTip(tr("Look through the templates of the catalogue and of the account"));
    connect(&m_action, &QAction::triggered, this, &Templates::openDialog);
    connect(&parts.editor, &ui::FlowEditor::templateWanted, this, &Templates::openDialog);
    connect(&parts.engine, &Engine::templatesListed, this, &Templates::take);
    connect(&parts.engine, &Engine::templatesNotListed, this, [this](const QString &words) {
        if (m_dialog)
            m_dialog->showMessage(tr("The account's templates are not known: %1").arg(words));
    });
}

void Templates::openDialog()
{
    if (m_dialog)
        return;
    m_dialog = new ui::TemplatesDialog(m_parts.environments.current().name,
                                       m_parts.editor.templatePlace(), &m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setTemplates(models::mergedTemplates(m_parts.catalogue, {}));
    m_dialog->showMessage(tr("Asking for the account's templates…"));
    connect(m_dialog, &ui::TemplatesDialog::useWanted, &m_parts.editor,
            &ui::FlowEditor::useTemplate);
    m_dialog->open();
    ask();
}

void Templates::ask()
{
    beginLookup(m_parts.environments, this, [engine = &m_parts.engine](const LookupOrder &order) {
        QMetaObject::invokeMethod(engine, [engine, order] { engine->listTemplates(order); });
    });
}

void Templates::take(const models::TemplateList &list)
{
    if (!m_dialog)
        return;
    m_dialog->setTemplates(models::mergedTemplates(m_parts.catalogue, list.templates));
    m_dialog->showMessage(tr("The account has %n templates.", nullptr, int(list.templates.size())));
    m_dialog->showStrange(list.strange);
}

} // namespace otpscope::window
