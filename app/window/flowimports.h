// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/flowfiles.h"
#include "app/window/importreader.h"
#include "ui/import/importactions.h"
#include "ui/mainwindow/mainwindow.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <memory>

namespace otpscope::ui {
class ImportDialog;
} // namespace otpscope::ui

namespace otpscope::window {

/// From what is pasted, dropped or named to a new flow in the editor, by way of a dialog that shows
/// what was found. GUI thread; reading happens in `thread`.
class FlowImports final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowImports)

public:
    /// All of it must outlive this.
    FlowImports(ui::MainWindow &window, FlowFiles &files, QThread &thread);
    ~FlowImports() override;

private:
    void askForFile();
    void show(const std::shared_ptr<const models::Import> &import, const QString &source);
    void sayProblem(const QString &problem);

    ui::MainWindow &m_window;
    FlowFiles &m_files;
    QThread &m_thread;
    ui::ImportActions *m_actions = nullptr;
    /// Lives in the thread.
    ImportReader *m_reader = nullptr;
    QPointer<ui::ImportDialog> m_dialog;
};

} // namespace otpscope::window
