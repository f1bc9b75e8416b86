// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/enginethread.h"

#include <QCoreApplication>
#include <QEvent>

#include <condition_variable>
#include <utility>

namespace otpscope::simulator {

EngineThread::EngineThread()
{
    m_thread.setObjectName(QStringLiteral("simulator"));
    m_runner.moveToThread(&m_thread);
    m_thread.start();
}

EngineThread::~EngineThread()
{
    m_thread.quit();
    m_thread.wait();
}

void EngineThread::post(Task task)
{
    m_runner.add(std::move(task));
}

void EngineThread::run(const Task &task)
{
    Q_ASSERT(QThread::currentThread() != &m_thread);
    std::mutex mutex;
    std::condition_variable finished;
    bool isDone = false;
    post([&] {
        task();
        const std::lock_guard lock(mutex);
        isDone = true;
        // Notified under the lock: the waiting side owns the condition and destroys it next.
        finished.notify_one();
    });
    std::unique_lock lock(mutex);
    finished.wait(lock, [&isDone] { return isDone; });
}

void EngineThread::Runner::add(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

void EngineThread::Runner::customEvent(QEvent *)
{
    std::deque<Task> tasks;
    {
        const std::lock_guard lock(m_mutex);
        tasks.swap(m_tasks);
    }
    for (const Task &task : tasks)
        task();
}

} // namespace otpscope::simulator
