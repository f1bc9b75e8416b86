// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/flowlibrary.h"

#include "app/window/builtinflows.h"

#include <algorithm>
#include <chrono>

namespace otpscope::window {

namespace {

constexpr std::chrono::milliseconds settlingTime(200);

} // namespace

FlowLibrary::FlowLibrary(const models::Catalogue &catalogue, const Folders &folders,
                         QThread &thread)
    : m_folders(folders)
    , m_thread(thread)
    , m_disk(new LibraryDisk)
    , m_builtIn(builtInFlows(catalogue))
{
    qRegisterMetaType<std::vector<models::FlowListEntry>>();
    qRegisterMetaType<DeletedFlow>();
    m_disk->moveToThread(&thread);
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingTime);
    connect(&m_settling, &QTimer::timeout, this, &FlowLibrary::refresh);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settling,
            qOverload<>(&QTimer::start));
    connect(m_disk, &LibraryDisk::listed, this, &FlowLibrary::takeList);
    connect(m_disk, &LibraryDisk::removed, this, &FlowLibrary::takeRemoved);
    connect(m_disk, &LibraryDisk::restored, this, &FlowLibrary::takeRestored);
    connect(m_disk, &LibraryDisk::failed, this, &FlowLibrary::problemTold);
    connect(m_disk, &LibraryDisk::renamed, this, [this](const QString &from, const QString &to) {
        Q_EMIT problemTold({});
        Q_EMIT renamed(from, to);
        refresh();
    });
}

FlowLibrary::~FlowLibrary()
{
    if (m_thread.isRunning())
        m_disk->deleteLater();
    else
        delete m_disk;
}

const models::FlowListEntry *FlowLibrary::builtInFlow(const QString &key) const
{
    const auto found = std::ranges::find(m_builtIn, key, &models::FlowListEntry::key);
    return found == m_builtIn.end() ? nullptr : &*found;
}

bool FlowLibrary::isDeleted(const QString &path) const
{
    return std::ranges::find(m_deleted, path, &DeletedFlow::path) != m_deleted.end();
}

void FlowLibrary::refresh()
{
    QMetaObject::invokeMethod(m_disk, [disk = m_disk, folder = m_folders.flows] { disk->list(folder); });
}

void FlowLibrary::setFolder(const QString &folder)
{
    m_folders.flows = folder;
    m_isChosen = true;
    refresh();
}

void FlowLibrary::rename(const QString &path, const QString &title)
{
    QMetaObject::invokeMethod(m_disk, [disk = m_disk, path, title] { disk->rename(path, title); });
}

void FlowLibrary::remove(const QString &path)
{
    QMetaObject::invokeMethod(m_disk, [disk = m_disk, path, keep = m_folders.deleted] {
        disk->remove(path, keep);
    });
}

void FlowLibrary::undoRemove()
{
    if (m_deleted.empty())
        return;
    QMetaObject::invokeMethod(m_disk,
                              [disk = m_disk, flow = m_deleted.back()] { disk->restore(flow); });
}

void FlowLibrary::takeList(const std::vector<models::FlowListEntry> &flows,
                           const QStringList &folders)
{
    if (const QStringList watched = m_watcher.directories(); watched != folders) {
        if (!watched.isEmpty())
            m_watcher.removePaths(watched);
        if (!folders.isEmpty())
            m_watcher.addPaths(folders);
    }
    m_own = flows;
    if (m_isChosen && folders.isEmpty())
        Q_EMIT problemTold(tr("The folder of your flows, %1, is not there. Bring it back, or choose "
                              "another one in the menu File.")
                               .arg(m_folders.flows));
    Q_EMIT changed();
}

void FlowLibrary::takeRemoved(const DeletedFlow &flow)
{
    m_deleted.push_back(flow);
    Q_EMIT problemTold({});
    Q_EMIT removed(flow.path);
    offerUndo();
    refresh();
}

void FlowLibrary::takeRestored(const DeletedFlow &flow)
{
    std::erase_if(m_deleted,
                  [&](const DeletedFlow &deleted) { return deleted.keptAs == flow.keptAs; });
    Q_EMIT problemTold({});
    offerUndo();
    refresh();
}

void FlowLibrary::offerUndo()
{
    Q_EMIT undoOffered(m_deleted.empty() ? QString() : m_deleted.back().title);
}

} // namespace otpscope::window
