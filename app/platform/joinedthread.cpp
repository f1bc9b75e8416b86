// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/joinedthread.h"

#include <pthread.h>

#include <utility>

namespace otpscope::platform {

namespace {

void endLater(QEventLoop *loop)
{
    QMetaObject::invokeMethod(loop, &QEventLoop::quit, Qt::QueuedConnection);
}

} // namespace

JoinedThread::~JoinedThread()
{
    quit();
    join();
}

void JoinedThread::start(const char *name, Body body)
{
    Q_ASSERT(!m_thread.joinable());
    m_isOver = false;
    m_thread = std::thread([this, name, body = std::move(body)] {
        ::pthread_setname_np(::pthread_self(), name);
        run(body);
    });
}

void JoinedThread::run(const Body &body)
{
    {
        QEventLoop loop;
        {
            const std::lock_guard lock(m_mutex);
            m_loop = &loop;
            m_id = std::this_thread::get_id();
            if (m_isQuitting)
                endLater(&loop);
        }
        body(loop);
        const std::lock_guard lock(m_mutex);
        m_loop = nullptr;
        m_id = {};
    }
    const std::lock_guard lock(m_mutex);
    m_isOver = true;
    m_ended.notify_all();
}

void JoinedThread::quit()
{
    const std::lock_guard lock(m_mutex);
    m_isQuitting = true;
    if (m_loop)
        endLater(m_loop);
}

bool JoinedThread::waitFor(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_ended.wait_for(lock, patience, [this] { return m_isOver; });
}

void JoinedThread::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

bool JoinedThread::isCurrent() const
{
    const std::lock_guard lock(m_mutex);
    return m_id == std::this_thread::get_id();
}

} // namespace otpscope::platform
