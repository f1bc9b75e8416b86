// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/enginethread.h"

#include <QCoreApplication>
#include <QEvent>

#include <condition_variable>
#include <future>
#include <utility>

namespace otpscope::simulator {

EngineThread::EngineThread()
{
    std::promise<void> isReady;
    m_thread.start("simulator", [this, &isReady](QEventLoop &loop) {
        m_runner = std::make_unique<Runner>();
        isReady.set_value();
        loop.exec();
    });
    isReady.get_future().wait();
}

EngineThread::~EngineThread() = default;

void EngineThread::post(Task task)
{
    m_runner->add(std::move(task));
}

void EngineThread::run(const Task &task)
{
    Q_ASSERT(!m_thread.isCurrent());
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
