// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/postgresbackend.h"

#include "app/store/schema.h"

#include <QSqlQuery>
#include <QUrlQuery>
#include <QVariant>

#include <utility>

namespace otpscope::store {

namespace {

/// The number under which every OtpScope asks for the one writer's lock: "OTPS".
constexpr int advisoryLock = 0x4f545053;

std::optional<QSqlError> execute(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    return query.exec(statement) ? std::nullopt : std::optional(query.lastError());
}

QVariant answerOf(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    return query.exec(statement) && query.next() ? query.value(0) : QVariant();
}

const ColumnTypes &columnTypes()
{
    static const ColumnTypes types{QStringLiteral("BIGINT"), QStringLiteral("BYTEA")};
    return types;
}

/// All of them or none, and then the store is of this version.
std::optional<QSqlError> changeTables(const QSqlDatabase &database, std::vector<QString> statements)
{
    statements.insert(statements.begin(), QStringLiteral("BEGIN"));
    statements.push_back(
        QStringLiteral("INSERT INTO otpscope_schema VALUES (%1)").arg(schemaVersion));
    statements.push_back(QStringLiteral("COMMIT"));
    for (const QString &statement : statements) {
        if (const auto error = execute(database, statement)) {
            execute(database, QStringLiteral("ROLLBACK"));
            return error;
        }
    }
    return std::nullopt;
}

std::optional<QSqlError> makeTables(const QSqlDatabase &database)
{
    std::vector<QString> statements = schemaStatements(columnTypes());
    statements.push_back(QStringLiteral("CREATE TABLE otpscope_schema (version INTEGER NOT NULL)"));
    return changeTables(database, std::move(statements));
}

} // namespace

PostgresBackend::PostgresBackend(QUrl address) : m_address(std::move(address)) {}

PostgresBackend::~PostgresBackend() = default;

bool PostgresBackend::isAddress(const QString &location)
{
    return location.startsWith(QStringLiteral("postgresql://"))
           || location.startsWith(QStringLiteral("postgres://"));
}

std::optional<StoreProblem> PostgresBackend::prepare()
{
    // All of it needs the writer's lock, and that the writer's own connection holds.
    return std::nullopt;
}

QString PostgresBackend::driver() const
{
    return QStringLiteral("QPSQL");
}

std::optional<StoreProblem> PostgresBackend::open(QSqlDatabase &database) const
{
    if (!database.isValid()) {
        return StoreProblem{StoreProblem::Kind::NotWritable, place(),
                            QStringLiteral("The Qt driver QPSQL is not installed")};
    }
    const QString socket = QUrlQuery(m_address).queryItemValue(QStringLiteral("host"));
    database.setHostName(socket.isEmpty() ? m_address.host(QUrl::FullyDecoded) : socket);
    if (m_address.port() != -1)
        database.setPort(m_address.port());
    database.setUserName(m_address.userName(QUrl::FullyDecoded));
    database.setPassword(m_address.password(QUrl::FullyDecoded));
    database.setDatabaseName(m_address.path(QUrl::FullyDecoded).mid(1));
    database.setConnectOptions(QStringLiteral("connect_timeout=5;application_name=otpscope"));
    if (database.open())
        return std::nullopt;
    return problemOf(database.lastError());
}

std::optional<StoreProblem> PostgresBackend::openWriter(QSqlDatabase &database) const
{
    if (auto problem = open(database))
        return problem;
    // An acknowledged commit must be on disk, whatever the server's default is.
    if (const auto error =
            execute(database, QStringLiteral("SET synchronous_commit = on")))
        return problemOf(*error);
    if (auto problem = takeLock(database))
        return problem;
    return prepareTables(database);
}

std::optional<StoreProblem> PostgresBackend::takeLock(const QSqlDatabase &database) const
{
    const QVariant isOurs =
        answerOf(database, QStringLiteral("SELECT pg_try_advisory_lock(%1)").arg(advisoryLock));
    if (isOurs.toBool())
        return std::nullopt;
    return StoreProblem{StoreProblem::Kind::InUse, place(),
                        QStringLiteral("Another OtpScope writes to it")};
}

std::optional<StoreProblem> PostgresBackend::prepareTables(const QSqlDatabase &database) const
{
    const QVariant table =
        answerOf(database, QStringLiteral("SELECT to_regclass('otpscope_schema')::text"));
    if (table.isNull()) {
        const auto error = makeTables(database);
        return error ? std::optional(problemOf(*error)) : std::nullopt;
    }
    const int version =
        answerOf(database, QStringLiteral("SELECT MAX(version) FROM otpscope_schema")).toInt();
    if (version == schemaVersion)
        return std::nullopt;
    if (version >= 1 && version < schemaVersion) {
        const auto error = changeTables(database, upgradeStatements(version, columnTypes()));
        return error ? std::optional(problemOf(*error)) : std::nullopt;
    }
    return StoreProblem{version > schemaVersion ? StoreProblem::Kind::NewerVersion
                                                : StoreProblem::Kind::NotAStore,
                        place(), QStringLiteral("It says version %1").arg(version)};
}

std::optional<StoreProblem> PostgresBackend::openReader(QSqlDatabase &database) const
{
    if (auto problem = open(database))
        return problem;
    const auto error =
        execute(database, QStringLiteral("SET default_transaction_read_only = on"));
    return error ? std::optional(problemOf(*error)) : std::nullopt;
}

bool PostgresBackend::hasReaders() const
{
    return true;
}

void PostgresBackend::checkpoint(QSqlDatabase &) const
{
    // The server sees to it.
}

StoreProblem PostgresBackend::problemOf(const QSqlError &error) const
{
    // SQLSTATE classes, https://www.postgresql.org/docs/15/errcodes-appendix.html
    const QString code = error.nativeErrorCode();
    const QString detail = error.databaseText();
    if (code == QStringLiteral("53100"))
        return {StoreProblem::Kind::DiskFull, place(), detail};
    if (code == QStringLiteral("25006") || code == QStringLiteral("42501")
        || error.type() == QSqlError::ConnectionError)
        return {StoreProblem::Kind::NotWritable, place(), detail};
    if (code.startsWith(QStringLiteral("XX")) || code.startsWith(QStringLiteral("42")))
        return {StoreProblem::Kind::NotAStore, place(), detail};
    return {StoreProblem::Kind::InputOutput, place(), detail};
}

QString PostgresBackend::place() const
{
    return m_address.toString(QUrl::RemovePassword);
}

QString PostgresBackend::movedAside() const
{
    return {};
}

} // namespace otpscope::store
