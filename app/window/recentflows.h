// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/archive.h"
#include "app/window/settings.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/recentmenu.h"

#include <QObject>
#include <QStringList>

namespace otpscope::window {

/// Joins the menu of recent files with what the settings remember. Whether a file is still there is
/// looked up in the archive's thread each time the menu opens: a folder on a network may take its
/// time. GUI thread.
class RecentFlows final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecentFlows)

public:
    /// All of them must outlive it.
    RecentFlows(ui::MainWindow &window, Settings &settings, Archive &archive);

    /// The settings' list is another one.
    void refresh();

Q_SIGNALS:
    void fileChosen(const QString &path);
    void cleared();

private:
    void lookForThem();

    Settings &m_settings;
    Archive &m_archive;
    QStringList m_missing;
    ui::RecentMenu *m_menu;
};

} // namespace otpscope::window
