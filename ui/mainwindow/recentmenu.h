// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QString>

#include <vector>

namespace otpscope::ui {

/// A flow file that was open lately.
struct RecentFile
{
    QString path;
    /// Its name and, to tell equal ones apart, its folder.
    QString title;
    /// It is not there any more, or cannot be reached.
    bool isMissing = false;

    friend bool operator==(const RecentFile &, const RecentFile &) = default;
};

/// The flow files that were open lately, the newest first, and a way to forget them. What is
/// missing says so and cannot be chosen. GUI thread.
class RecentMenu final : public QMenu
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecentMenu)

public:
    explicit RecentMenu(QWidget *parent = nullptr);

    void setFiles(const std::vector<RecentFile> &files);

Q_SIGNALS:
    void fileChosen(const QString &path);
    void clearWanted();

private:
    void addFile(const RecentFile &file, int number);

    std::vector<RecentFile> m_files;
};

} // namespace otpscope::ui
