// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/recentmenu.h"

#include <QAction>

namespace otpscope::ui {

RecentMenu::RecentMenu(QWidget *parent)
    : QMenu(tr("Open &recent"), parent)
{
    setObjectName(QStringLiteral("recentMenu"));
    setToolTipsVisible(true);
    menuAction()->setEnabled(false);
}

void RecentMenu::setFiles(const std::vector<RecentFile> &files)
{
    menuAction()->setEnabled(!files.empty());
    // An open menu that says the same stays as it is.
    if (files == m_files)
        return;
    m_files = files;
    clear();
    int number = 0;
    for (const RecentFile &file : files)
        addFile(file, ++number);
    addSeparator();
    addAction(tr("&Clear this list"), this, &RecentMenu::clearWanted);
}

void RecentMenu::addFile(const RecentFile &file, int number)
{
    QString title = QString(file.title).replace(u'&', QLatin1String("&&"));
    if (file.isMissing)
        //: %1 is a file and its folder
        title = tr("%1 (missing)").arg(title);
    constexpr int digits = 9;
    if (number <= digits)
        title = QStringLiteral("&%1  %2").arg(QString::number(number), title);
    QAction *action = addAction(title, this, [this, path = file.path] { Q_EMIT fileChosen(path); });
    action->setEnabled(!file.isMissing);
    action->setToolTip(file.path);
}

} // namespace otpscope::ui
