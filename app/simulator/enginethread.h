// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/joinedthread.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace otpscope::simulator {

/// A thread with an event loop that runs tasks in the order in which they were handed over. The
/// hand-over goes through a mutex of our own, and Qt carries no more than a bare wake-up, so that
/// thread checkers see it although Qt is not built for them. Tasks handed over while it stops may
/// never run.
class EngineThread final
{
public:
    using Task = std::function<void()>;

    /// Starts the thread.
    EngineThread();
    ~EngineThread();
    Q_DISABLE_COPY_MOVE(EngineThread)

    /// From any thread.
    void post(Task task);
    /// Returns when the task is done. From any thread but this one; not after it was stopped.
    void run(const Task &task);

private:
    /// Lives in the thread; its only events are the wake-ups.
    class Runner final : public QObject
    {
        Q_DISABLE_COPY_MOVE(Runner)

    public:
        Runner() = default;
        /// From any thread.
        void add(Task task);

    protected:
        void customEvent(QEvent *event) override;

    private:
        std::mutex m_mutex;
        std::deque<Task> m_tasks;
    };

    /// Made in the thread, and outlives it.
    std::unique_ptr<Runner> m_runner;
    platform::JoinedThread m_thread;
};

} // namespace otpscope::simulator
