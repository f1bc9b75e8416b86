// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/storedrun.h"
#include "models/core/ids.h"
#include "models/run/observation.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <optional>
#include <vector>

namespace otpscope::store {

/// The writing statements, prepared once on the writing connection. After a failure it is of no
/// more use, since it remembers ids and runs that the rollback takes back.
class WriteQueries final
{
public:
    /// `database` is open and outlives this.
    explicit WriteQueries(const QSqlDatabase &database);
    Q_DISABLE_COPY_MOVE(WriteQueries)

    /// Reads where the store stands; must be called first. False with lastError() where it cannot.
    [[nodiscard]] bool prepare();

    // Not QSqlDatabase::transaction() and commit(): their errors come without SQLite's code, so
    // that a full disk could not be told from a broken one. False with lastError() on failure.
    [[nodiscard]] bool begin();
    [[nodiscard]] bool commit();

    // Both only between begin() and commit().
    /// The id it was given; nothing with lastError() where the data base refused.
    [[nodiscard]] std::optional<models::ObservationId>
    insert(const models::Observation &observation);

    enum class RunInsert {
        Done,
        IdTaken,
        /// See lastError().
        Failed,
    };
    [[nodiscard]] RunInsert insert(const StoredRun &run);
    /// False with lastError() where the data base refused.
    [[nodiscard]] bool noteFollowed(const models::RunId &run, models::Instant to);

    [[nodiscard]] const QSqlError &lastError() const { return m_lastError; }

private:
    /// The row of a run, made where it is missing; nothing on error.
    [[nodiscard]] std::optional<qint64> runKey(const models::RunId &id);
    [[nodiscard]] std::optional<qint64> findRunKey(const models::RunId &id);
    [[nodiscard]] bool execute(QSqlQuery &query);

    QSqlQuery m_begin;
    QSqlQuery m_commit;
    QSqlQuery m_insertObservation;
    QSqlQuery m_insertRunKey;
    QSqlQuery m_findRun;
    QSqlQuery m_describeRun;
    QSqlQuery m_noteFollowed;
    QSqlQuery m_highest;
    QHash<models::RunId, qint64> m_runKeys;
    qint64 m_lastSeq = 0;
    qint64 m_lastRunKey = 0;
    QSqlError m_lastError;
};

// Reading; on an open connection of the calling thread. Nothing where the data base refuses.
[[nodiscard]] std::vector<StoredRun> readRuns(const QSqlDatabase &database);
[[nodiscard]] std::optional<StoredRun> readRun(const QSqlDatabase &database,
                                               const models::RunId &id);
[[nodiscard]] std::vector<models::Observation>
readObservations(const QSqlDatabase &database, const models::RunId &run,
                 models::ObservationId after, int limit);
[[nodiscard]] std::optional<models::Observation> readObservation(const QSqlDatabase &database,
                                                                 models::ObservationId id);
[[nodiscard]] qint64 readObservationCount(const QSqlDatabase &database);

} // namespace otpscope::store
