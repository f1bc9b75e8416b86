// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/storesamples.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace otpscope;
using namespace otpscope::store;
using models::RunId;

/// The store on a PostgreSQL server of its own: a cluster in a temporary folder that listens on a
/// local socket alone. PostgreSQL refuses to run as root, so it runs as nobody then.
class TestPostgresStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanupTestCase();

    void everyFieldComesBackAsItWasStored();
    void idsGrowOnAfterReopening();
    void tablesOfFormat1AreTakenOver();
    void oneWriterAtATime();
    void aServerThatIsNotThereIsSaidWithoutThePassword();

private:
    int runAsServer(const QString &program, const QStringList &arguments) const;
    /// Whether the server takes all of these, on a connection of our own.
    [[nodiscard]] bool ask(const QStringList &statements) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_programs;
    QString m_address;
};

int TestPostgresStore::runAsServer(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    const QString path = m_programs + QLatin1Char('/') + program;
    if (::geteuid() == 0) {
        process.start(QStringLiteral("setpriv"),
                      QStringList{QStringLiteral("--reuid=nobody"), QStringLiteral("--regid=nogroup"),
                                  QStringLiteral("--clear-groups"), path}
                          + arguments);
    } else {
        process.start(path, arguments);
    }
    return process.waitForFinished(60'000) ? process.exitCode() : -1;
}

bool TestPostgresStore::ask(const QStringList &statements) const
{
    bool isTaken = false;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("outside"));
        database.setHostName(m_folder->path());
        database.setUserName(QStringLiteral("tester"));
        database.setDatabaseName(QStringLiteral("postgres"));
        isTaken = database.open();
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            isTaken = isTaken && query.exec(statement);
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("outside"));
    return isTaken;
}

void TestPostgresStore::initTestCase()
{
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (versions.exists(version + QStringLiteral("/bin/initdb")))
            m_programs = versions.filePath(version + QStringLiteral("/bin"));
    }
    if (m_programs.isEmpty())
        QSKIP("No PostgreSQL server is installed here.");
    m_folder = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/otpscope-pg-XXXXXX"));
    if (::geteuid() == 0)
        QCOMPARE(QProcess::execute(QStringLiteral("chown"),
                                   {QStringLiteral("nobody:nogroup"), m_folder->path()}),
                 0);
    const QString data = m_folder->filePath(QStringLiteral("data"));
    QCOMPARE(runAsServer(QStringLiteral("initdb"),
                         {QStringLiteral("-D"), data, QStringLiteral("-U"), QStringLiteral("tester"),
                          QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("--no-sync")}),
             0);
    QCOMPARE(runAsServer(QStringLiteral("pg_ctl"),
                         {QStringLiteral("-D"), data, QStringLiteral("-w"), QStringLiteral("-l"),
                          m_folder->filePath(QStringLiteral("log")), QStringLiteral("-o"),
                          QStringLiteral("-c listen_addresses='' -k %1").arg(m_folder->path()),
                          QStringLiteral("start")}),
             0);
    m_address = QStringLiteral("postgresql://tester:s3cret@localhost/postgres?host=%1")
                    .arg(m_folder->path());
}

void TestPostgresStore::cleanupTestCase()
{
    if (m_folder)
        runAsServer(QStringLiteral("pg_ctl"),
                    {QStringLiteral("-D"), m_folder->filePath(QStringLiteral("data")),
                     QStringLiteral("-m"), QStringLiteral("immediate"), QStringLiteral("stop")});
}

void TestPostgresStore::everyFieldComesBackAsItWasStored()
{
    const auto opened = ObservationStore::open(m_address);
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    ObservationStore &store = *opened.value();
    QVERIFY(!store.location().contains(QStringLiteral("s3cret")));
    const StoredRun run{RunId(QStringLiteral("run")), models::Instant{std::chrono::minutes{5}},
                        QStringLiteral("Ροή"), QStringLiteral("Simulator"),
                        QByteArrayLiteral("{}\n\0\xff\\'")};
    QVERIFY(!addRunAndWait(store, run));
    QVERIFY(addRunAndWait(store, run).has_value());
    QVERIFY(store.runs() == std::vector{run});
    models::Observation observation = sampleObservation(QStringLiteral("run"), 7);
    observation.problem = models::TransportProblem::AnswerCut;
    observation.problemDetail = QStringLiteral("cut");
    observation.exchange.answerBody = QByteArrayLiteral("\0\x01\xff{}");
    const auto id = appendAndWait(store, observation);
    QVERIFY2(id, qPrintable(id ? QString() : id.error().detail));
    observation.id = id.value();
    QVERIFY(store.observation(observation.id) == observation);
    QVERIFY(store.observations(run.id, {}, 10) == std::vector{observation});
    QVERIFY(appendAndWait(store, sampleObservation({}, 8)));
    QCOMPARE(store.observations(RunId(), {}, 10).size(), size_t{1});
}

void TestPostgresStore::idsGrowOnAfterReopening()
{
    qint64 last = 0;
    for (int round = 0; round < 3; ++round) {
        const auto opened = ObservationStore::open(m_address);
        QVERIFY(opened);
        const auto id = appendAndWait(*opened.value(), sampleObservation(QStringLiteral("r"), 1));
        QVERIFY(id);
        QVERIFY(id.value().value > last);
        last = id.value().value;
    }
}

void TestPostgresStore::tablesOfFormat1AreTakenOver()
{
    StoredRun run{RunId(QStringLiteral("old")), models::Instant{std::chrono::minutes{5}},
                  QStringLiteral("Login"), QStringLiteral("Simulator"), QByteArrayLiteral("{}")};
    {
        const auto opened = ObservationStore::open(m_address);
        QVERIFY(opened);
        QVERIFY(!addRunAndWait(*opened.value(), run));
    }
    QVERIFY(ask({QStringLiteral("ALTER TABLE run DROP COLUMN followed_to"),
                 QStringLiteral("DELETE FROM otpscope_schema"),
                 QStringLiteral("INSERT INTO otpscope_schema VALUES (1)")}));
    for (int round = 0; round < 2; ++round) {
        const auto opened = ObservationStore::open(m_address);
        QVERIFY(opened);
        QVERIFY(opened.value()->run(run.id) == run);
        run.followedTo = models::Instant{std::chrono::minutes{7}};
        QVERIFY(!noteFollowedAndWait(*opened.value(), run.id, *run.followedTo));
        QVERIFY(opened.value()->run(run.id) == run);
    }
}

void TestPostgresStore::oneWriterAtATime()
{
    const auto opened = ObservationStore::open(m_address);
    QVERIFY(opened);
    const auto second = ObservationStore::open(m_address);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, StoreProblem::Kind::InUse);
}

void TestPostgresStore::aServerThatIsNotThereIsSaidWithoutThePassword()
{
    const auto opened =
        ObservationStore::open(QStringLiteral("postgresql://tester:s3cret@127.0.0.1:1/postgres"));
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, StoreProblem::Kind::NotWritable);
    QVERIFY(!opened.error().place.contains(QStringLiteral("s3cret")));
    QVERIFY(!opened.error().detail.contains(QStringLiteral("s3cret")));
}

QTEST_GUILESS_MAIN(TestPostgresStore)
#include "tst_postgresstore.moc"
