// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlitebackend.h"

#include "app/store/connection.h"
#include "app/store/schema.h"
#include "app/store/storefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QVariant>

#include <utility>

namespace otpscope::store {

namespace {

/// Above this size the whole file is no longer read at each start; damage shows when it is met.
constexpr qint64 wholeCheckBytes = 128 * 1024 * 1024;

// SQLite's primary result codes, https://sqlite.org/rescode.html; the upper bits say more.
enum PrimaryCode {
    Permission = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Authorization = 23,
    NotADatabase = 26,
};

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// The first value of the answer; invalid where the statement fails or answers nothing.
QVariant answerOf(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(statement) || !query.next())
        return {};
    return query.value(0);
}

std::optional<QSqlError> executeAll(const QSqlDatabase &database,
                                    const std::vector<QString> &statements)
{
    QSqlQuery query(database);
    for (const QString &statement : statements) {
        if (!query.exec(statement))
            return query.lastError();
    }
    return std::nullopt;
}

const ColumnTypes &columnTypes()
{
    static const ColumnTypes types{QStringLiteral("INTEGER"), QStringLiteral("BLOB")};
    return types;
}

/// All of them or none, and then the store is of this version.
std::optional<QSqlError> changeTables(const QSqlDatabase &database, std::vector<QString> statements)
{
    statements.insert(statements.begin(), QStringLiteral("BEGIN IMMEDIATE"));
    statements.push_back(QStringLiteral("PRAGMA user_version=%1").arg(schemaVersion));
    statements.push_back(QStringLiteral("COMMIT"));
    return executeAll(database, statements);
}

std::optional<QSqlError> makeTables(const QSqlDatabase &database)
{
    std::vector<QString> statements = schemaStatements(columnTypes());
    statements.push_back(QStringLiteral("PRAGMA application_id=%1").arg(storeApplicationId));
    return changeTables(database, std::move(statements));
}

std::optional<QSqlError> upgradeTables(const QSqlDatabase &database)
{
    const int version = answerOf(database, QStringLiteral("PRAGMA user_version")).toInt();
    // What cannot be read has no version; the next statement of the caller says why.
    if (version < 1 || version >= schemaVersion)
        return std::nullopt;
    return changeTables(database, upgradeStatements(version, columnTypes()));
}

std::vector<QString> writerPragmas()
{
    return {
        QStringLiteral("PRAGMA foreign_keys=ON"),
        QStringLiteral("PRAGMA trusted_schema=OFF"),
        QStringLiteral("PRAGMA mmap_size=0"),
        QStringLiteral("PRAGMA journal_mode=WAL"),
        QStringLiteral("PRAGMA synchronous=FULL"),
        // The writer checkpoints between commits, when nobody waits for an answer.
        QStringLiteral("PRAGMA wal_autocheckpoint=0"),
        QStringLiteral("PRAGMA journal_size_limit=67108864"),
    };
}

} // namespace

SqliteBackend::SqliteBackend(QString path, NoStore treatment)
    : m_path(std::move(path)), m_treatment(treatment)
{
}

SqliteBackend::~SqliteBackend() = default;

std::optional<StoreProblem> SqliteBackend::prepare()
{
    if (isInMemory())
        return std::nullopt;
    if (const auto obstacle = makeFolderOf(m_path))
        return problem(StoreProblem::Kind::NotWritable, *obstacle);
    if (const auto lockProblem = lock())
        return lockProblem;
    return takeOverOrReplace();
}

std::optional<StoreProblem> SqliteBackend::lock()
{
    const QString lockPath = m_path + QStringLiteral(".lock");
    m_lock = std::make_unique<QLockFile>(lockPath);
    // A lock is stale when its process is gone, however long ago it was taken.
    m_lock->setStaleLockTime(0);
    if (m_lock->tryLock(0)) {
        QFile::setPermissions(lockPath, ownerOnly);
        return std::nullopt;
    }
    if (m_lock->error() == QLockFile::LockFailedError) {
        qint64 process = 0;
        QString host;
        QString program;
        m_lock->getLockInfo(&process, &host, &program);
        return problem(StoreProblem::Kind::InUse,
                       QStringLiteral("%1, process %2").arg(program).arg(process));
    }
    return problem(StoreProblem::Kind::NotWritable,
                   QStringLiteral("The lock file cannot be written: %1").arg(lockPath));
}

std::optional<StoreProblem> SqliteBackend::takeOverOrReplace()
{
    switch (inspectStoreFile(m_path)) {
    case StoreFile::Missing:
        return create();
    case StoreFile::Ours:
        QFile::setPermissions(m_path, ownerOnly);
        return isSound() ? std::nullopt : replaceOrRefuse();
    case StoreFile::Newer:
        return problem(StoreProblem::Kind::NewerVersion,
                       QStringLiteral("This version writes format %1").arg(schemaVersion));
    case StoreFile::Foreign:
        return replaceOrRefuse();
    case StoreFile::Folder:
        return problem(StoreProblem::Kind::NotAStore, QStringLiteral("It is a folder"));
    case StoreFile::Unreadable:
        return problem(StoreProblem::Kind::NotWritable, QStringLiteral("It cannot be read"));
    }
    Q_UNREACHABLE();
}

std::optional<StoreProblem> SqliteBackend::create() const
{
    // Made under another name and then renamed: a crash half-way leaves nothing that would look
    // like a damaged store.
    const QString part = m_path + QStringLiteral(".part");
    QFile::remove(part);
    QFile file(part);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        return problem(StoreProblem::Kind::NotWritable, file.errorString());
    file.close();
    {
        Connection connection(driver());
        connection.database().setDatabaseName(part);
        std::optional<QSqlError> error;
        if (!connection.database().open())
            error = connection.database().lastError();
        else
            error = makeTables(connection.database());
        if (error) {
            const StoreProblem found = problemOf(*error);
            QFile::remove(part);
            return found;
        }
    }
    if (!QFile::rename(part, m_path))
        return problem(StoreProblem::Kind::NotWritable, QStringLiteral("It cannot be renamed"));
    return std::nullopt;
}

std::optional<StoreProblem> SqliteBackend::replaceOrRefuse()
{
    const bool isEmpty = QFileInfo(m_path).size() == 0;
    if (m_treatment == NoStore::Refuse && !isEmpty) {
        return problem(StoreProblem::Kind::NotAStore,
                       QStringLiteral("It was left as it is"));
    }
    if (m_treatment == NoStore::Refuse && QFile::remove(m_path))
        return create();
    m_movedAside = moveFileAside(m_path);
    if (m_movedAside.isEmpty()) {
        return problem(StoreProblem::Kind::NotAStore,
                       QStringLiteral("It is damaged, and cannot be moved aside"));
    }
    return create();
}

bool SqliteBackend::isSound() const
{
    Connection connection(driver());
    connection.database().setDatabaseName(m_path);
    connection.database().setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!connection.database().open())
        return true; // Not damage: openWriter() meets the same and says why.
    const auto isDamage = [](const QSqlError &error) {
        const int code = error.nativeErrorCode().toInt() & 0xff;
        return code == Corrupt || code == NotADatabase || code == 1;
    };
    // A first read settles what the last session left in its WAL.
    for (const QString &statement :
         {QStringLiteral("SELECT key, id, created_at, title, environment, flow_text FROM run "
                         "ORDER BY key DESC LIMIT 1"),
          QStringLiteral("SELECT seq, run, answer_body FROM observation "
                         "ORDER BY seq DESC LIMIT 1")}) {
        QSqlQuery query(connection.database());
        if (!query.exec(statement))
            return !isDamage(query.lastError());
    }
    if (QFileInfo(m_path).size() > wholeCheckBytes)
        return true;
    return answerOf(connection.database(), QStringLiteral("PRAGMA quick_check(1)")).toString()
           == QStringLiteral("ok");
}

QString SqliteBackend::driver() const
{
    return QStringLiteral("QSQLITE");
}

std::optional<StoreProblem> SqliteBackend::openWriter(QSqlDatabase &database) const
{
    database.setDatabaseName(m_path);
    // Longer than any reader of ours holds on; another program's exclusive lock is reported.
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!database.open())
        return problemOf(database.lastError());
    if (const auto error = executeAll(database, writerPragmas()))
        return problemOf(*error);
    if (isInMemory()) {
        const auto error = makeTables(database);
        return error ? std::optional(problemOf(*error)) : std::nullopt;
    }
    if (const auto error = upgradeTables(database))
        return problemOf(*error);
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")) || !query.next())
        return problemOf(query.lastError());
    if (query.value(0).toInt() != 0)
        return problem(StoreProblem::Kind::InUse, QStringLiteral("A reader holds on to it"));
    return std::nullopt;
}

std::optional<StoreProblem> SqliteBackend::openReader(QSqlDatabase &database) const
{
    database.setDatabaseName(m_path);
    // Opened read-only it can neither write nor checkpoint, not even when it closes last.
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"));
    if (!database.open())
        return problemOf(database.lastError());
    const auto error = executeAll(
        database, {QStringLiteral("PRAGMA query_only=ON"), QStringLiteral("PRAGMA mmap_size=0"),
                   QStringLiteral("PRAGMA trusted_schema=OFF")});
    return error ? std::optional(problemOf(*error)) : std::nullopt;
}

bool SqliteBackend::hasReaders() const
{
    return !isInMemory();
}

void SqliteBackend::checkpoint(QSqlDatabase &database) const
{
    // What fails here is not lost: it is in the WAL still, and the next commit meets the same disk.
    QSqlQuery(database).exec(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
}

StoreProblem SqliteBackend::problemOf(const QSqlError &error) const
{
    const QString detail = error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return problem(StoreProblem::Kind::InUse, detail);
    case Permission:
    case ReadOnly:
    case CannotOpen:
    case Authorization:
        return problem(StoreProblem::Kind::NotWritable, detail);
    case Full:
        return problem(StoreProblem::Kind::DiskFull, detail);
    case Corrupt:
    case NotADatabase:
        return problem(StoreProblem::Kind::NotAStore, detail);
    }
    return problem(StoreProblem::Kind::InputOutput, detail);
}

QString SqliteBackend::place() const
{
    return m_path;
}

QString SqliteBackend::movedAside() const
{
    return m_movedAside;
}

bool SqliteBackend::isInMemory() const
{
    return m_path == QStringLiteral(":memory:");
}

StoreProblem SqliteBackend::problem(StoreProblem::Kind kind, const QString &detail) const
{
    return {kind, m_path, detail};
}

} // namespace otpscope::store
