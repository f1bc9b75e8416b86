// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storewriter.h"

#include "app/store/connection.h"
#include "app/store/storequeries.h"

#include <algorithm>
#include <future>
#include <utility>

namespace otpscope::store {

namespace {

/// Keeps the WAL small enough to be read quickly at the next start, and a checkpoint, for which the
/// commits behind it wait, short enough; more of them write the same pages more often.
constexpr qint64 bytesPerCheckpoint = 4 * 1024 * 1024;

qint64 weightOf(const models::Observation &observation)
{
    const models::Exchange &exchange = observation.exchange;
    return exchange.requestHead.size() + exchange.requestBody.size() + exchange.answerHead.size()
           + exchange.answerBody.size() + 200;
}

} // namespace

StoreWriter::StoreWriter(const Backend &backend) : m_backend(backend) {}

StoreWriter::~StoreWriter()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_isClosing = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

std::optional<StoreProblem> StoreWriter::start()
{
    std::promise<std::optional<StoreProblem>> opened;
    auto result = opened.get_future();
    m_thread = std::thread([this, opened = std::move(opened)]() mutable {
        opened.set_value(openConnection());
        loop();
        closeConnection();
    });
    return result.get();
}

void StoreWriter::append(models::Observation observation, AppendCompletion done)
{
    enqueue(AppendTask{std::move(observation), std::move(done), {}});
}

void StoreWriter::addRun(StoredRun run, RunCompletion done)
{
    enqueue(RunTask{std::move(run), std::move(done)});
}

void StoreWriter::noteFollowed(const models::RunId &run, models::Instant to, RunCompletion done)
{
    enqueue(FollowedTask{run, to, std::move(done)});
}

void StoreWriter::runAndWait(const Job &job)
{
    std::promise<void> done;
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.jobs.emplace_back([&job, &done](QSqlDatabase *database) {
            if (database)
                job(*database);
            done.set_value();
        });
    }
    m_wake.notify_one();
    done.get_future().wait();
}

void StoreWriter::enqueue(Task task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void StoreWriter::loop()
{
    Queue queue;
    while (takeQueue(queue)) {
        if (!queue.tasks.empty())
            writeGroup(queue.tasks);
        for (const QueuedJob &job : queue.jobs)
            job(m_connection ? &m_connection->database() : nullptr);
        queue.tasks.clear();
        queue.jobs.clear();
        checkpointIfDue();
    }
}

bool StoreWriter::takeQueue(Queue &queue)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] {
        return m_isClosing || !m_queue.tasks.empty() || !m_queue.jobs.empty();
    });
    std::swap(queue, m_queue);
    return !queue.tasks.empty() || !queue.jobs.empty();
}

std::optional<StoreProblem> StoreWriter::openConnection()
{
    m_connection = std::make_unique<Connection>(m_backend.driver());
    auto problem = m_backend.openWriter(m_connection->database());
    if (!problem) {
        m_queries = std::make_unique<WriteQueries>(m_connection->database());
        if (!m_queries->prepare())
            problem = m_backend.problemOf(m_queries->lastError());
    }
    if (problem)
        closeConnection();
    return problem;
}

void StoreWriter::closeConnection()
{
    m_queries.reset();
    m_connection.reset();
}

void StoreWriter::writeGroup(std::vector<Task> &tasks)
{
    std::optional<StoreProblem> problem;
    if (!m_connection)
        problem = openConnection();
    if (!problem)
        problem = commitGroup(tasks);
    for (const Task &task : tasks)
        answer(task, problem);
}

std::optional<StoreProblem> StoreWriter::commitGroup(std::vector<Task> &tasks)
{
    const bool isCommitted =
        m_queries->begin()
        && std::all_of(tasks.begin(), tasks.end(), [this](Task &task) { return insert(task); })
        && m_queries->commit();
    if (isCommitted)
        return std::nullopt;
    const StoreProblem problem = m_backend.problemOf(m_queries->lastError());
    // After a failed write or sync nobody knows what is on disk: the connection is given up, and
    // the next group begins by opening a new one, which settles it.
    closeConnection();
    return problem;
}

bool StoreWriter::insert(Task &task)
{
    if (auto *append = std::get_if<AppendTask>(&task)) {
        const auto id = m_queries->insert(append->observation);
        if (!id)
            return false;
        append->id = *id;
        m_bytesSinceCheckpoint += weightOf(append->observation);
        return true;
    }
    if (const auto *followed = std::get_if<FollowedTask>(&task))
        return m_queries->noteFollowed(followed->run, followed->to);
    auto &run = std::get<RunTask>(task);
    const WriteQueries::RunInsert outcome = m_queries->insert(run.run);
    run.isIdTaken = outcome == WriteQueries::RunInsert::IdTaken;
    m_bytesSinceCheckpoint += run.run.flowText.size();
    return outcome != WriteQueries::RunInsert::Failed;
}

void StoreWriter::answer(const Task &task, const std::optional<StoreProblem> &problem) const
{
    if (const auto *append = std::get_if<AppendTask>(&task)) {
        if (problem)
            append->done(*problem);
        else
            append->done(append->id);
        return;
    }
    if (const auto *followed = std::get_if<FollowedTask>(&task)) {
        followed->done(problem);
        return;
    }
    const auto &run = std::get<RunTask>(task);
    if (!problem && run.isIdTaken) {
        run.done(StoreProblem{StoreProblem::Kind::InputOutput, m_backend.place(),
                              QStringLiteral("A run with this id is stored already")});
        return;
    }
    run.done(problem);
}

void StoreWriter::checkpointIfDue()
{
    if (!m_connection || m_bytesSinceCheckpoint < bytesPerCheckpoint)
        return;
    m_backend.checkpoint(m_connection->database());
    m_bytesSinceCheckpoint = 0;
}

} // namespace otpscope::store
