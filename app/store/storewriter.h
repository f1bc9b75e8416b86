// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/backend.h"
#include "app/store/storedrun.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/run/observation.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <variant>
#include <vector>

namespace otpscope::store {

class Connection;
class WriteQueries;

/// The one thread that writes and checkpoints. Everything queued while a commit is under way goes
/// into the next transaction; completions are called after the commit is on disk, all of a group
/// in a row and in the order of the calls.
class StoreWriter final
{
public:
    using AppendCompletion =
        std::function<void(const models::Result<models::ObservationId, StoreProblem> &)>;
    using RunCompletion = std::function<void(const std::optional<StoreProblem> &)>;
    using Job = std::function<void(QSqlDatabase &)>;

    /// `backend` is prepared and outlives this.
    explicit StoreWriter(const Backend &backend);
    /// Commits what is queued, closes the connection, joins the thread.
    ~StoreWriter();
    Q_DISABLE_COPY_MOVE(StoreWriter)

    /// Starts the thread and waits until it has its connection. Call it once, before the rest.
    [[nodiscard]] std::optional<StoreProblem> start();

    // From any thread.
    void append(models::Observation observation, AppendCompletion done);
    void addRun(StoredRun run, RunCompletion done);
    void noteFollowed(const models::RunId &run, models::Instant to, RunCompletion done);
    /// Runs `job` between two groups and waits for it; never from the writer thread. Does nothing
    /// while there is no connection.
    void runAndWait(const Job &job);

private:
    struct AppendTask
    {
        models::Observation observation;
        AppendCompletion done;
        models::ObservationId id;
    };
    struct RunTask
    {
        StoredRun run;
        RunCompletion done;
        bool isIdTaken = false;
    };
    struct FollowedTask
    {
        models::RunId run;
        models::Instant to;
        RunCompletion done;
    };
    using Task = std::variant<AppendTask, RunTask, FollowedTask>;
    using QueuedJob = std::function<void(QSqlDatabase *)>;
    struct Queue
    {
        std::vector<Task> tasks;
        std::vector<QueuedJob> jobs;
    };

    void loop();
    void enqueue(Task task);
    /// Waits for work; false when the store closes and nothing is left.
    [[nodiscard]] bool takeQueue(Queue &queue);
    [[nodiscard]] std::optional<StoreProblem> openConnection();
    void closeConnection();
    void writeGroup(std::vector<Task> &tasks);
    [[nodiscard]] std::optional<StoreProblem> commitGroup(std::vector<Task> &tasks);
    [[nodiscard]] bool insert(Task &task);
    void answer(const Task &task, const std::optional<StoreProblem> &problem) const;
    void checkpointIfDue();

    const Backend &m_backend;
    std::thread m_thread;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    Queue m_queue;
    bool m_isClosing = false;

    // Only in the writer thread.
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<WriteQueries> m_queries;
    qint64 m_bytesSinceCheckpoint = 0;
};

} // namespace otpscope::store
