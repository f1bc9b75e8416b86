// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace otpscope::platform {

/// A thread for sockets and timers that is over, to its last destructor, when its owner goes on.
/// QThread::wait() returns earlier: while libraries still release what they keep for each thread.
/// Where that meets the end of the process, they have cleaned up already.
class JoinedThread final
{
public:
    /// Runs in the thread; the loop is its own, and quit() ends it.
    using Body = std::function<void(QEventLoop &loop)>;

    JoinedThread() = default;
    /// Quits and joins.
    ~JoinedThread();
    Q_DISABLE_COPY_MOVE(JoinedThread)

    /// Once. `name` is what system tools show, 15 letters at most.
    void start(const char *name, Body body);
    /// Ends the loop, also one that is yet to be entered. From any thread.
    void quit();
    /// Whether the body ended within `patience`; true where it was never started.
    [[nodiscard]] bool waitFor(std::chrono::milliseconds patience);
    /// Returns at once where it was never started, or was joined before. From its owner's thread.
    void join();
    /// Whether the calling thread is this one, in its body. From any thread.
    [[nodiscard]] bool isCurrent() const;

private:
    void run(const Body &body);

    mutable std::mutex m_mutex;
    std::condition_variable m_ended;
    /// While the body runs.
    QEventLoop *m_loop = nullptr;
    /// While the body runs. Not asked of m_thread, which start() may still be about to set.
    std::thread::id m_id;
    bool m_isQuitting = false;
    bool m_isOver = true;
    std::thread m_thread;
};

} // namespace otpscope::platform
