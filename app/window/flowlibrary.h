// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/librarydisk.h"
#include "models/catalogue/catalogue.h"
#include "models/items/flowlistmodel.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QThread>
#include <QTimer>

#include <vector>

namespace otpscope::window {

/// All flows one can begin with: those that come with the program, and the person's own in the
/// library's folder, kept up with what other programs do there. GUI thread; the disk's work happens
/// in `thread`.
class FlowLibrary final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowLibrary)

public:
    /// Where its files lie; neither folder need exist.
    struct Folders
    {
        QString flows;
        /// What was deleted, for bringing it back.
        QString deleted;
    };

    /// Both references must outlive this.
    FlowLibrary(const models::Catalogue &catalogue, const Folders &folders, QThread &thread);
    ~FlowLibrary() override;

    [[nodiscard]] const QString &folder() const { return m_folders.flows; }
    /// Lists another folder from now on; it should be there.
    void setFolder(const QString &folder);
    [[nodiscard]] const std::vector<models::FlowListEntry> &builtIn() const { return m_builtIn; }
    [[nodiscard]] const std::vector<models::FlowListEntry> &own() const { return m_own; }
    /// nullptr where no flow of that key comes with the program.
    [[nodiscard]] const models::FlowListEntry *builtInFlow(const QString &key) const;
    /// Deleted here, and not brought back since.
    [[nodiscard]] bool isDeleted(const QString &path) const;

    /// Reads the folder anew; changed() follows. The thread must run.
    void refresh();
    void rename(const QString &path, const QString &title);
    void remove(const QString &path);
    /// Brings back what was deleted last, one after the other.
    void undoRemove();

Q_SIGNALS:
    void changed();
    void renamed(const QString &from, const QString &to);
    void removed(const QString &path);
    /// Title of the flow that undoRemove() would bring back; empty where there is none.
    void undoOffered(const QString &title);
    /// A sentence; empty once something worked.
    void problemTold(const QString &problem);

private:
    void takeList(const std::vector<models::FlowListEntry> &flows, const QStringList &folders);
    void takeRemoved(const DeletedFlow &flow);
    void takeRestored(const DeletedFlow &flow);
    void offerUndo();

    Folders m_folders;
    /// The person chose the folder, so that it is news where it is gone.
    bool m_isChosen = false;
    QThread &m_thread;
    /// Lives in the thread.
    LibraryDisk *m_disk;
    std::vector<models::FlowListEntry> m_builtIn;
    std::vector<models::FlowListEntry> m_own;
    std::vector<DeletedFlow> m_deleted;
    QFileSystemWatcher m_watcher;
    /// A version control changes many files at once.
    QTimer m_settling;
};

} // namespace otpscope::window
