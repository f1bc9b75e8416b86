// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/flowlistmodel.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace otpscope::window {

/// A flow that was moved out of the library, and where it lies now.
struct DeletedFlow
{
    QString path;
    QString title;
    QString keptAs;
};

/// What lies in the library's folder: one flow a file, in folders of the person's making, so that
/// any tool and any version control can work on it too. Off the GUI thread, one job after the
/// other. Nothing is ever overwritten; what is deleted is moved aside.
class LibraryDisk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryDisk)

public:
    LibraryDisk() = default;

    /// Lists what is in the folder, which need not exist.
    void list(const QString &folder);
    void rename(const QString &path, const QString &title);
    /// Moves the file into `keep`, which is made if need be.
    void remove(const QString &path, const QString &keep);
    void restore(const otpscope::window::DeletedFlow &flow);

Q_SIGNALS:
    /// By path; `folders` are all folders that were looked into.
    void listed(const std::vector<otpscope::models::FlowListEntry> &flows,
                const QStringList &folders);
    void renamed(const QString &from, const QString &to);
    void removed(const otpscope::window::DeletedFlow &flow);
    void restored(const otpscope::window::DeletedFlow &flow);
    /// With a whole sentence; nothing was changed.
    void failed(const QString &problem);
};

/// The title of the file at `path` in the library: "otp / login" for otp/login.json.
[[nodiscard]] QString libraryTitle(const QString &path, const QString &folder);

} // namespace otpscope::window
