// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storequeries.h"

#include <QVariant>

#include <array>
#include <utility>

namespace otpscope::store {

namespace {

// What the numbers in the file mean. They stay as they are whatever becomes of the enumerations.
constexpr std::array sourceCodes{
    std::pair{models::ObservationSource::Send, 1},
    std::pair{models::ObservationSource::Poll, 2},
    std::pair{models::ObservationSource::Webhook, 3},
};
constexpr std::array problemCodes{
    std::pair{models::TransportProblem::None, 0},
    std::pair{models::TransportProblem::CouldNotConnect, 1},
    std::pair{models::TransportProblem::TlsRefused, 2},
    std::pair{models::TransportProblem::NoAnswer, 3},
    std::pair{models::TransportProblem::AnswerCut, 4},
    std::pair{models::TransportProblem::AnswerTooLarge, 5},
    std::pair{models::TransportProblem::Redirected, 6},
    std::pair{models::TransportProblem::NoToken, 7},
    std::pair{models::TransportProblem::Cancelled, 8},
};

template <typename Codes, typename Value>
int codeOf(const Codes &codes, Value value)
{
    for (const auto &[known, code] : codes) {
        if (known == value)
            return code;
    }
    Q_UNREACHABLE();
}

template <typename Codes>
auto valueOf(const Codes &codes, int code, decltype(Codes::value_type::first) otherwise)
{
    for (const auto &[known, knownCode] : codes) {
        if (knownCode == code)
            return known;
    }
    return otherwise;
}

qint64 toMilliseconds(models::Instant instant)
{
    return instant.time_since_epoch().count();
}

models::Instant toInstant(const QVariant &milliseconds)
{
    return models::Instant{std::chrono::milliseconds{milliseconds.toLongLong()}};
}

QString observationColumns()
{
    return QStringLiteral(
        "SELECT observation.seq, run.id, observation.source, observation.arrived_at, "
        "observation.started_at, observation.problem, observation.problem_detail, "
        "observation.answer_status, observation.request_head, observation.request_body, "
        "observation.answer_head, observation.answer_body "
        "FROM observation LEFT JOIN run ON run.key = observation.run ");
}

models::Observation observationFrom(const QSqlQuery &row)
{
    models::Observation observation;
    observation.id = {row.value(0).toLongLong()};
    observation.run = models::RunId(row.value(1).toString());
    observation.source =
        valueOf(sourceCodes, row.value(2).toInt(), models::ObservationSource::Webhook);
    observation.arrivedAt = toInstant(row.value(3));
    observation.startedAt = toInstant(row.value(4));
    observation.problem =
        valueOf(problemCodes, row.value(5).toInt(), models::TransportProblem::NoAnswer);
    observation.problemDetail = row.value(6).toString();
    observation.exchange.answerStatus = row.value(7).toInt();
    observation.exchange.requestHead = row.value(8).toByteArray();
    observation.exchange.requestBody = row.value(9).toByteArray();
    observation.exchange.answerHead = row.value(10).toByteArray();
    observation.exchange.answerBody = row.value(11).toByteArray();
    return observation;
}

QString runColumns()
{
    return QStringLiteral(
        "SELECT id, created_at, title, environment, flow_text, followed_to FROM run ");
}

StoredRun runFrom(const QSqlQuery &row)
{
    return {models::RunId(row.value(0).toString()),
            toInstant(row.value(1)),
            row.value(2).toString(),
            row.value(3).toString(),
            row.value(4).toByteArray(),
            row.isNull(5) ? std::nullopt : std::optional(toInstant(row.value(5)))};
}

QSqlQuery forwardQuery(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    // Else Qt keeps every row it has passed.
    query.setForwardOnly(true);
    return query;
}

} // namespace

WriteQueries::WriteQueries(const QSqlDatabase &database)
    : m_begin(database)
    , m_commit(database)
    , m_insertObservation(database)
    , m_insertRunKey(database)
    , m_findRun(forwardQuery(database))
    , m_describeRun(database)
    , m_noteFollowed(database)
    , m_highest(forwardQuery(database))
{
}

bool WriteQueries::prepare()
{
    const std::array statements{
        std::pair{&m_insertObservation,
                  QStringLiteral("INSERT INTO observation (seq, run, source, arrived_at, "
                                 "started_at, problem, problem_detail, answer_status, "
                                 "request_head, request_body, answer_head, answer_body) "
                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")},
        std::pair{&m_insertRunKey, QStringLiteral("INSERT INTO run (key, id) VALUES (?, ?)")},
        std::pair{&m_findRun, QStringLiteral("SELECT key FROM run WHERE id = ?")},
        std::pair{&m_describeRun,
                  QStringLiteral("UPDATE run SET created_at = ?, title = ?, environment = ?, "
                                 "flow_text = ? WHERE key = ? AND created_at IS NULL")},
        std::pair{&m_noteFollowed, QStringLiteral("UPDATE run SET followed_to = ? WHERE id = ?")},
        std::pair{&m_highest,
                  QStringLiteral("SELECT (SELECT COALESCE(MAX(seq), 0) FROM observation), "
                                 "(SELECT COALESCE(MAX(key), 0) FROM run)")},
    };
    for (const auto &[query, text] : statements) {
        if (!query->prepare(text)) {
            m_lastError = query->lastError();
            return false;
        }
    }
    if (!execute(m_highest) || !m_highest.next())
        return false;
    m_lastSeq = m_highest.value(0).toLongLong();
    m_lastRunKey = m_highest.value(1).toLongLong();
    m_highest.finish();
    return true;
}

bool WriteQueries::begin()
{
    const bool isDone = m_begin.exec(QStringLiteral("BEGIN"));
    m_lastError = isDone ? QSqlError() : m_begin.lastError();
    return isDone;
}

bool WriteQueries::commit()
{
    const bool isDone = m_commit.exec(QStringLiteral("COMMIT"));
    m_lastError = isDone ? QSqlError() : m_commit.lastError();
    return isDone;
}

std::optional<models::ObservationId> WriteQueries::insert(const models::Observation &observation)
{
    QVariant run;
    if (!observation.run.isEmpty()) {
        const std::optional<qint64> key = runKey(observation.run);
        if (!key)
            return std::nullopt;
        run = *key;
    }
    const models::Exchange &exchange = observation.exchange;
    QSqlQuery &query = m_insertObservation;
    query.bindValue(0, m_lastSeq + 1);
    query.bindValue(1, run);
    query.bindValue(2, codeOf(sourceCodes, observation.source));
    query.bindValue(3, toMilliseconds(observation.arrivedAt));
    query.bindValue(4, toMilliseconds(observation.startedAt));
    query.bindValue(5, codeOf(problemCodes, observation.problem));
    query.bindValue(6, observation.problemDetail);
    query.bindValue(7, exchange.answerStatus);
    query.bindValue(8, exchange.requestHead);
    query.bindValue(9, exchange.requestBody);
    query.bindValue(10, exchange.answerHead);
    query.bindValue(11, exchange.answerBody);
    if (!execute(query))
        return std::nullopt;
    return models::ObservationId{++m_lastSeq};
}

WriteQueries::RunInsert WriteQueries::insert(const StoredRun &run)
{
    const std::optional<qint64> key = runKey(run.id);
    if (!key)
        return RunInsert::Failed;
    m_describeRun.bindValue(0, toMilliseconds(run.createdAt));
    m_describeRun.bindValue(1, run.title);
    m_describeRun.bindValue(2, run.environment);
    m_describeRun.bindValue(3, run.flowText);
    m_describeRun.bindValue(4, *key);
    if (!execute(m_describeRun))
        return RunInsert::Failed;
    return m_describeRun.numRowsAffected() == 1 ? RunInsert::Done : RunInsert::IdTaken;
}

bool WriteQueries::noteFollowed(const models::RunId &run, models::Instant to)
{
    m_noteFollowed.bindValue(0, toMilliseconds(to));
    m_noteFollowed.bindValue(1, run.text());
    return execute(m_noteFollowed);
}

std::optional<qint64> WriteQueries::runKey(const models::RunId &id)
{
    const auto known = m_runKeys.constFind(id);
    if (known != m_runKeys.constEnd())
        return *known;
    std::optional<qint64> key = findRunKey(id);
    if (!key && !m_lastError.isValid()) {
        m_insertRunKey.bindValue(0, m_lastRunKey + 1);
        m_insertRunKey.bindValue(1, id.text());
        if (execute(m_insertRunKey))
            key = ++m_lastRunKey;
    }
    if (key)
        m_runKeys.insert(id, *key);
    return key;
}

std::optional<qint64> WriteQueries::findRunKey(const models::RunId &id)
{
    std::optional<qint64> key;
    m_findRun.bindValue(0, id.text());
    if (execute(m_findRun) && m_findRun.next())
        key = m_findRun.value(0).toLongLong();
    m_findRun.finish();
    return key;
}

bool WriteQueries::execute(QSqlQuery &query)
{
    const bool isDone = query.exec();
    m_lastError = isDone ? QSqlError() : query.lastError();
    return isDone;
}

std::vector<StoredRun> readRuns(const QSqlDatabase &database)
{
    QSqlQuery query = forwardQuery(database);
    std::vector<StoredRun> runs;
    if (query.exec(runColumns()
                   + QStringLiteral("WHERE created_at IS NOT NULL "
                                    "ORDER BY created_at DESC, key DESC"))) {
        while (query.next())
            runs.push_back(runFrom(query));
    }
    return runs;
}

std::optional<StoredRun> readRun(const QSqlDatabase &database, const models::RunId &id)
{
    QSqlQuery query = forwardQuery(database);
    query.prepare(runColumns() + QStringLiteral("WHERE id = ? AND created_at IS NOT NULL"));
    query.bindValue(0, id.text());
    if (!query.exec() || !query.next())
        return std::nullopt;
    return runFrom(query);
}

std::vector<models::Observation> readObservations(const QSqlDatabase &database,
                                                  const models::RunId &run,
                                                  models::ObservationId after, int limit)
{
    QSqlQuery query = forwardQuery(database);
    const QString ofRun =
        run.isEmpty()
            ? QStringLiteral("WHERE observation.run IS NULL ")
            : QStringLiteral("WHERE observation.run = (SELECT key FROM run WHERE id = ?) ");
    query.prepare(observationColumns() + ofRun
                  + QStringLiteral("AND observation.seq > ? ORDER BY observation.seq LIMIT ?"));
    if (!run.isEmpty())
        query.addBindValue(run.text());
    query.addBindValue(after.value);
    query.addBindValue(limit);
    std::vector<models::Observation> observations;
    if (query.exec()) {
        while (query.next())
            observations.push_back(observationFrom(query));
    }
    return observations;
}

std::optional<models::Observation> readObservation(const QSqlDatabase &database,
                                                   models::ObservationId id)
{
    QSqlQuery query = forwardQuery(database);
    query.prepare(observationColumns() + QStringLiteral("WHERE observation.seq = ?"));
    query.bindValue(0, id.value);
    if (!query.exec() || !query.next())
        return std::nullopt;
    return observationFrom(query);
}

qint64 readObservationCount(const QSqlDatabase &database)
{
    QSqlQuery query = forwardQuery(database);
    if (!query.exec(QStringLiteral("SELECT COUNT(*) FROM observation")) || !query.next())
        return 0;
    return query.value(0).toLongLong();
}

} // namespace otpscope::store
