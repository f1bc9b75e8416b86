// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/recentflows.h"

#include <QDir>

#include <vector>

namespace otpscope::window {

namespace {

/// "login.json – ~/flows/customers"
QString titleOf(const QString &path)
{
    const QString name = path.section(u'/', -1);
    QString folder = path.chopped(name.size() + 1);
    if (const QString home = QDir::homePath(); folder == home || folder.startsWith(home + u'/'))
        folder.replace(0, home.size(), QStringLiteral("~"));
    return QStringLiteral("%1 – %2").arg(name, folder);
}

} // namespace

RecentFlows::RecentFlows(ui::MainWindow &window, Settings &settings, Archive &archive)
    : m_settings(settings)
    , m_archive(archive)
    , m_menu(new ui::RecentMenu(&window))
{
    window.addFileActions({m_menu->menuAction()});
    connect(m_menu, &QMenu::aboutToShow, this, &RecentFlows::lookForThem);
    connect(m_menu, &ui::RecentMenu::fileChosen, this, &RecentFlows::fileChosen);
    connect(m_menu, &ui::RecentMenu::clearWanted, this, [this] {
        m_settings.clearRecentFlows();
        refresh();
        Q_EMIT cleared();
    });
    connect(&archive, &Archive::filesMissed, this, [this](const QStringList &missing) {
        m_missing = missing;
        refresh();
    });
    refresh();
}

void RecentFlows::refresh()
{
    std::vector<ui::RecentFile> files;
    const QStringList paths = m_settings.recentFlows();
    for (const QString &path : paths)
        files.push_back({path, titleOf(path), m_missing.contains(path)});
    m_menu->setFiles(files);
}

void RecentFlows::lookForThem()
{
    QMetaObject::invokeMethod(&m_archive, [archive = &m_archive, paths = m_settings.recentFlows()] {
        archive->lookForFiles(paths);
    });
}

} // namespace otpscope::window
