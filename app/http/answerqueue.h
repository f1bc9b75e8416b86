// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"
#include "app/http/requesthandler.h"

#include <QtGlobal>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace otpscope::http {

/// Answers on their way from whatever thread gave them to the server's thread. The descriptor turns
/// readable once for however many have come in the meantime, so a commit of many webhooks wakes the
/// server once. Outlives the server in the hands of those who still have to answer; then it drops
/// what it gets.
class AnswerQueue final
{
public:
    struct Answer
    {
        quint64 connection = 0;
        Response response;
    };

    AnswerQueue();
    ~AnswerQueue();
    Q_DISABLE_COPY_MOVE(AnswerQueue)

    /// Thread-safe.
    void post(Answer answer);
    /// Asks the server to take no further request and to end when the last answer is out.
    /// Thread-safe.
    void askToFinish();
    /// Nothing is taken any more. Thread-safe.
    void close();

    /// Server's thread: what came since the last call; `answers` is cleared first and its room
    /// kept.
    void take(std::vector<Answer> &answers);
    [[nodiscard]] bool isAskedToFinish() const { return m_isAskedToFinish; }
    /// Readable when there is something to take.
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    void wake();

    const int m_descriptor;
    std::mutex m_mutex;
    std::vector<Answer> m_answers;
    bool m_isClosed = false;
    std::atomic_bool m_isAskedToFinish = false;
};

/// The responder for the request under way on `connection`: the first call counts, and dropping the
/// last copy without a call answers 500.
[[nodiscard]] Responder makeResponder(std::shared_ptr<AnswerQueue> queue, quint64 connection);

} // namespace otpscope::http
