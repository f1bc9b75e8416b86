// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/flowwatch.h"

#include <QFileInfo>
#include <QFileSystemWatcher>

#include <chrono>

namespace otpscope::window {

namespace {

// Programs write a file in several steps; half of it is nobody's business.
constexpr std::chrono::milliseconds settlingTime(100);

} // namespace

FlowWatch::FlowWatch(QObject *parent)
    : QObject(parent)
    , m_settling(this)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingTime);
    connect(&m_settling, &QTimer::timeout, this, [this] { Q_EMIT mayHaveChanged(m_path); });
}

void FlowWatch::watch(const QString &path)
{
    m_settling.stop();
    m_path = path;
    // A new one each time: it forgets what was noticed about the file before.
    delete m_watcher;
    m_watcher = nullptr;
    if (path.isEmpty())
        return;
    m_watcher = new QFileSystemWatcher(this);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, &FlowWatch::note);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &FlowWatch::note);
    m_watcher->addPath(path);
    m_watcher->addPath(QFileInfo(path).absolutePath());
    // What happened since the file was read was seen by nobody.
    m_settling.start();
}

void FlowWatch::note()
{
    // A file that was replaced is a new one and has to be watched anew.
    if (m_watcher->files().isEmpty() && QFileInfo::exists(m_path))
        m_watcher->addPath(m_path);
    m_settling.start();
}

} // namespace otpscope::window
