// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/observationstore.h"

#include "app/store/backend.h"
#include "app/store/connection.h"
#include "app/store/postgresbackend.h"
#include "app/store/sqlitebackend.h"
#include "app/store/storequeries.h"
#include "app/store/storewriter.h"

#include <utility>

namespace otpscope::store {

namespace {

std::unique_ptr<Backend> backendFor(const QString &location, NoStore treatment)
{
    if (PostgresBackend::isAddress(location))
        return std::make_unique<PostgresBackend>(QUrl(location));
    return std::make_unique<SqliteBackend>(location, treatment);
}

} // namespace

class ObservationStore::Private
{
public:
    explicit Private(std::unique_ptr<Backend> backend_)
        : backend(std::move(backend_)), writer(*backend)
    {
    }

    /// What `read` returns on a connection of this thread; an empty value where none can be had.
    template <typename Read>
    auto read(const Read &read)
    {
        decltype(read(std::declval<QSqlDatabase &>())) result{};
        if (!backend->hasReaders()) {
            writer.runAndWait([&](QSqlDatabase &database) { result = read(database); });
            return result;
        }
        Connection connection(backend->driver());
        if (!backend->openReader(connection.database()))
            result = read(connection.database());
        return result;
    }

    // The backend holds the instance lock, so it goes after the writer.
    std::unique_ptr<Backend> backend;
    StoreWriter writer;
};

models::Result<std::shared_ptr<ObservationStore>, StoreProblem>
ObservationStore::open(const QString &location)
{
    return open(backendFor(location, NoStore::MoveAside));
}

models::Result<std::shared_ptr<ObservationStore>, StoreProblem>
ObservationStore::openNamed(const QString &location)
{
    return open(backendFor(location, NoStore::Refuse));
}

models::Result<std::shared_ptr<ObservationStore>, StoreProblem>
ObservationStore::open(std::unique_ptr<Backend> backend)
{
    if (const auto problem = backend->prepare())
        return *problem;
    auto d = std::make_unique<Private>(std::move(backend));
    if (const auto problem = d->writer.start())
        return *problem;
    return std::shared_ptr<ObservationStore>(new ObservationStore(std::move(d)));
}

ObservationStore::ObservationStore(std::unique_ptr<Private> d_) : d(std::move(d_)) {}

ObservationStore::~ObservationStore() = default;

QString ObservationStore::location() const
{
    return d->backend->place();
}

QString ObservationStore::movedAside() const
{
    return d->backend->movedAside();
}

void ObservationStore::append(models::Observation observation, Completion done)
{
    d->writer.append(std::move(observation), std::move(done));
}

void ObservationStore::addRun(StoredRun run, RunCompletion done)
{
    d->writer.addRun(std::move(run), std::move(done));
}

void ObservationStore::noteFollowed(const models::RunId &run, models::Instant to,
                                    RunCompletion done)
{
    d->writer.noteFollowed(run, to, std::move(done));
}

std::vector<StoredRun> ObservationStore::runs() const
{
    return d->read([](QSqlDatabase &database) { return readRuns(database); });
}

std::optional<StoredRun> ObservationStore::run(const models::RunId &id) const
{
    return d->read([&id](QSqlDatabase &database) { return readRun(database, id); });
}

std::vector<models::Observation> ObservationStore::observations(const models::RunId &run,
                                                                models::ObservationId after,
                                                                int limit) const
{
    return d->read([&run, after, limit](QSqlDatabase &database) {
        return readObservations(database, run, after, limit);
    });
}

std::optional<models::Observation> ObservationStore::observation(models::ObservationId id) const
{
    return d->read([id](QSqlDatabase &database) { return readObservation(database, id); });
}

qint64 ObservationStore::observationCount() const
{
    return d->read([](QSqlDatabase &database) { return readObservationCount(database); });
}

} // namespace otpscope::store
