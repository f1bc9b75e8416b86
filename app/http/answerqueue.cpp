// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/answerqueue.h"

#include <sys/eventfd.h>
#include <unistd.h>

namespace otpscope::http {

namespace {

class Ticket final
{
public:
    Ticket(std::shared_ptr<AnswerQueue> queue, quint64 connection)
        : m_queue(std::move(queue))
        , m_connection(connection)
    {}
    ~Ticket()
    {
        Response response;
        response.status = 500;
        response.body = QByteArrayLiteral("The request was not answered.\n");
        answer(std::move(response));
    }
    Q_DISABLE_COPY_MOVE(Ticket)

    void answer(Response response)
    {
        if (!m_isAnswered.exchange(true))
            m_queue->post({m_connection, std::move(response)});
    }

private:
    const std::shared_ptr<AnswerQueue> m_queue;
    const quint64 m_connection;
    std::atomic_bool m_isAnswered = false;
};

} // namespace

AnswerQueue::AnswerQueue()
    : m_descriptor(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{}

AnswerQueue::~AnswerQueue()
{
    ::close(m_descriptor);
}

void AnswerQueue::post(Answer answer)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed)
            return;
        isFirst = m_answers.empty();
        m_answers.push_back(std::move(answer));
    }
    if (isFirst)
        wake();
}

void AnswerQueue::wake()
{
    // Fails only when the counter is full, and then the descriptor is readable already.
    [[maybe_unused]] const int result = eventfd_write(m_descriptor, 1);
}

void AnswerQueue::askToFinish()
{
    m_isAskedToFinish = true;
    wake();
}

void AnswerQueue::close()
{
    const std::lock_guard lock(m_mutex);
    m_isClosed = true;
    m_answers.clear();
}

void AnswerQueue::take(std::vector<Answer> &answers)
{
    answers.clear();
    // Before the list is taken: an answer that comes in between wakes once more for nothing, while
    // the other order could lose its wake-up.
    eventfd_t count = 0;
    [[maybe_unused]] const int result = eventfd_read(m_descriptor, &count);
    const std::lock_guard lock(m_mutex);
    answers.swap(m_answers);
}

Responder makeResponder(std::shared_ptr<AnswerQueue> queue, quint64 connection)
{
    auto ticket = std::make_shared<Ticket>(std::move(queue), connection);
    return [ticket = std::move(ticket)](Response response) { ticket->answer(std::move(response)); };
}

} // namespace otpscope::http
