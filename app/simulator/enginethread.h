// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <deque>
#include <functional>
#include <mutex>

namespace otpscope::simulator {

/// A thread with an event loop that runs tasks in the order in which they were handed over. The
/// hand-over goes through a mutex of our own, so that thread checkers see it although Qt is not built
/// for them. Tasks handed over while it stops may never run.
class EngineThread final
{
public:
    using Task = std::function<void()>;

    /// Starts the thread.
    EngineThread();
    /// Ends and joins it.
    ~EngineThread();
    Q_DISABLE_COPY_MOVE(EngineThread)

    /// From any thread.
    void post(Task task);
    /// Returns when the task is done. From any thread but this one; not after it was stopped.
    void run(const Task &task);

private:
    void runWaiting();

    QThread m_thread;
    /// Lives in m_thread; its event queue carries the wake-ups.
    QObject m_receiver;
    std::mutex m_mutex;
    std::deque<Task> m_tasks;
};

} // namespace otpscope::simulator
