// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

class QFileSystemWatcher;

namespace otpscope::window {

/// Tells when the file of the open flow may have become another one on disk: written, replaced,
/// removed, or back again. Reads nothing. Lives in the thread of its parent, the archive's, where
/// all disk work of the window is done.
class FlowWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowWatch)

public:
    explicit FlowWatch(QObject *parent);

    /// From now on this file and no other; an empty path watches none. Told once for the beginning,
    /// since the file may have changed between its reading and this.
    void watch(const QString &path);

Q_SIGNALS:
    /// Soon after the change; several changes in a row are told once.
    void mayHaveChanged(const QString &path);

private:
    void note();

    QString m_path;
    QFileSystemWatcher *m_watcher = nullptr;
    QTimer m_settling;
};

} // namespace otpscope::window
