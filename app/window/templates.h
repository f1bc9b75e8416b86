// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/engine.h"
#include "app/window/environments.h"
#include "models/environment/accountanswers.h"
#include "ui/editor/floweditor.h"
#include "ui/templates/templatesdialog.h"

#include <QAction>
#include <QObject>
#include <QPointer>
#include <QWidget>

namespace otpscope::window {

/// Joins the dialog of templates with the engine, which asks the account for its own, and the
/// editor, which uses one. GUI thread.
class Templates final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Templates)

public:
    struct Parts
    {
        const models::Catalogue &catalogue;
        Engine &engine;
        Environments &environments;
        ui::FlowEditor &editor;
        QWidget &window;
    };
    /// All of them outlive it; `window` is the dialog's parent.
    explicit Templates(const Parts &parts);

    /// For a menu.
    [[nodiscard]] QAction *action() { return &m_action; }

private:
    void openDialog();
    void ask();
    void take(const models::TemplateList &list);

    Parts m_parts;
    QAction m_action;
    QPointer<ui::TemplatesDialog> m_dialog;
};

} // namespace otpscope::window
