// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/schema.h"
#include "app/store/storefile.h"
#include "tests/store/storesamples.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace otpscope;
using namespace otpscope::store;
using models::RunId;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArrayLiteral("cannot be read");
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(bytes);
}

/// The first value that each statement answers, through a connection of our own.
QStringList askSqlite(const QString &path, const QStringList &statements)
{
    QStringList answers;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("outside"));
        database.setDatabaseName(path);
        database.open();
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            const bool hasAnswer = query.exec(statement) && query.next();
            answers.append(hasAnswer ? query.value(0).toString() : QStringLiteral("-"));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("outside"));
    return answers;
}

void makeStore(const QString &path, int rows)
{
    const auto opened = ObservationStore::open(path);
    for (int number = 1; number <= rows; ++number)
        opened.value()->append(sampleObservation(QStringLiteral("r"), number), [](const auto &) {});
}

/// Ids in whole lines; a line that the kill cut is not counted.
QList<qint64> acknowledgedIds(const QByteArray &output)
{
    QList<qint64> ids;
    QByteArrayList lines = output.split('\n');
    lines.removeLast();
    for (const QByteArray &line : std::as_const(lines))
        ids.append(line.toLongLong());
    return ids;
}

} // namespace

class TestStoreFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void whatIsNoSoundStoreIsMovedAside_data();
    void whatIsNoSoundStoreIsMovedAside();
    void whatIsNoSoundStoreAtANamedPlaceIsLeftAlone_data();
    void whatIsNoSoundStoreAtANamedPlaceIsLeftAlone();
    void aNewStoreAtANamedPlaceIsBegunAndFoundAgain();
    void movingAsideNeverOverwrites();
    void aNewerStoreIsRefusedUnchanged();
    void aStoreOfFormat1IsTakenOver();
    void oneInstanceAtATime();
    void placesThatCannotHoldAStoreAreRefused_data();
    void placesThatCannotHoldAStoreAreRefused();
    void aHalfMadeStoreIsNoObstacle();
    void aCutWalOpensToAPrefixOfTheCommits();
    void everyAcknowledgedIdSurvivesKill9();
    void aFullDiskIsSaidAndOvercome();

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    QString newPath() { return m_folder.filePath(QStringLiteral("store-%1.db").arg(++m_files)); }
};

void TestStoreFaults::whatIsNoSoundStoreIsMovedAside_data()
{
    const QString sound = newPath();
    makeStore(sound, 60);
    const QByteArray bytes = bytesOf(sound);
    QVERIFY(bytes.size() > 80'000);
    const QString foreign = newPath();
    askSqlite(foreign, {QStringLiteral("CREATE TABLE notes (text)")});

    QTest::addColumn<QByteArray>("content");
    QTest::newRow("an empty file") << QByteArray();
    QTest::newRow("a text") << QByteArray("Dear diary,\n").repeated(50);
    QTest::newRow("a short text") << QByteArray("x");
    QTest::newRow("the data base of another program") << bytesOf(foreign);
    QTest::newRow("a store cut in the middle") << bytes.left(bytes.size() / 2);
    QTest::newRow("a store cut to its header") << bytes.left(100);
    QTest::newRow("a store with holes")
        << bytes.left(4096) + QByteArray(40'000, '\xa5') + bytes.mid(44'096);
    QTest::newRow("a store without its tables")
        << bytes.left(100) + QByteArray(3'996, '\0') + bytes.mid(4'096);
}

void TestStoreFaults::whatIsNoSoundStoreIsMovedAside()
{
    QFETCH(QByteArray, content);
    const QString path = newPath();
    writeBytes(path, content);
    const auto opened = ObservationStore::open(path);
    QVERIFY(opened);
    const QString aside = opened.value()->movedAside();
    QVERIFY2(aside.startsWith(path + QStringLiteral(".damaged-2")), qPrintable(aside));
    QCOMPARE(bytesOf(aside), content);
    QCOMPARE(opened.value()->observationCount(), 0);
    QVERIFY(appendAndWait(*opened.value(), sampleObservation({}, 1)));
}

void TestStoreFaults::whatIsNoSoundStoreAtANamedPlaceIsLeftAlone_data()
{
    whatIsNoSoundStoreIsMovedAside_data();
}

void TestStoreFaults::whatIsNoSoundStoreAtANamedPlaceIsLeftAlone()
{
    QFETCH(QByteArray, content);
    const QString path = newPath();
    writeBytes(path, content);
    const auto opened = ObservationStore::openNamed(path);
    if (content.isEmpty()) {
        // As mktemp makes one.
        QVERIFY(opened);
        QCOMPARE(opened.value()->movedAside(), QString());
        QVERIFY(appendAndWait(*opened.value(), sampleObservation({}, 1)));
        return;
    }
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, StoreProblem::Kind::NotAStore);
    QCOMPARE(bytesOf(path), content);
    const QFileInfo file(path);
    QCOMPARE(file.dir().entryList({file.fileName() + QStringLiteral(".damaged*")}), QStringList());
}

void TestStoreFaults::aNewStoreAtANamedPlaceIsBegunAndFoundAgain()
{
    const QString path = newPath();
    {
        const auto opened = ObservationStore::openNamed(path);
        QVERIFY(opened);
        QVERIFY(appendAndWait(*opened.value(), sampleObservation({}, 1)));
    }
    const auto again = ObservationStore::openNamed(path);
    QVERIFY(again);
    QCOMPARE(again.value()->observationCount(), 1);
}

void TestStoreFaults::movingAsideNeverOverwrites()
{
    const QString path = newPath();
    QSet<QString> names;
    for (int round = 0; round < 3; ++round) {
        writeBytes(path, QByteArray::number(round));
        const auto opened = ObservationStore::open(path);
        QVERIFY(opened);
        names.insert(opened.value()->movedAside());
        QCOMPARE(bytesOf(opened.value()->movedAside()), QByteArray::number(round));
    }
    QCOMPARE(names.size(), 3);
}

void TestStoreFaults::aNewerStoreIsRefusedUnchanged()
{
    const QString path = newPath();
    makeStore(path, 1);
    askSqlite(path, {QStringLiteral("PRAGMA journal_mode=DELETE"),
                     QStringLiteral("PRAGMA user_version=99")});
    const QByteArray before = bytesOf(path);
    const auto opened = ObservationStore::open(path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, StoreProblem::Kind::NewerVersion);
    QCOMPARE(opened.error().place, path);
    QCOMPARE(bytesOf(path), before);
    QVERIFY(!QFileInfo::exists(path + QStringLiteral("-wal")));
    QVERIFY(!QFileInfo::exists(path + QStringLiteral(".lock")));
}

void TestStoreFaults::aStoreOfFormat1IsTakenOver()
{
    const QString path = newPath();
    askSqlite(
        path,
        {QStringLiteral("CREATE TABLE run (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "
                        "created_at INTEGER, title TEXT, environment TEXT, flow_text BLOB)"),
         QStringLiteral("CREATE TABLE observation (seq INTEGER PRIMARY KEY, "
                        "run INTEGER REFERENCES run (key), source INTEGER NOT NULL, "
                        "arrived_at INTEGER NOT NULL, started_at INTEGER NOT NULL, "
                        "problem INTEGER NOT NULL, problem_detail TEXT, "
                        "answer_status INTEGER NOT NULL, request_head BLOB, request_body BLOB, "
                        "answer_head BLOB, answer_body BLOB)"),
         QStringLiteral("CREATE INDEX observation_by_run ON observation (run, seq)"),
         QStringLiteral("INSERT INTO run VALUES (1, 'old', 60000, 'Login', 'Simulator', '{}')"),
         QStringLiteral("INSERT INTO observation VALUES "
                        "(7, 1, 3, 61000, 61000, 0, '', 200, 'POST', 'body', '', '')"),
         QStringLiteral("PRAGMA application_id=%1").arg(storeApplicationId),
         QStringLiteral("PRAGMA user_version=1")});
    StoredRun old{RunId(QStringLiteral("old")), models::Instant{std::chrono::minutes{1}},
                  QStringLiteral("Login"), QStringLiteral("Simulator"), QByteArrayLiteral("{}")};
    for (const bool isUpgraded : {false, true}) {
        const auto opened = ObservationStore::open(path);
        QVERIFY(opened);
        QCOMPARE(opened.value()->movedAside(), QString());
        QVERIFY(opened.value()->run(old.id) == old);
        const auto observations = opened.value()->observations(old.id, {}, 10);
        QCOMPARE(observations.size(), size_t{1});
        QCOMPARE(observations.front().id.value, 7);
        QCOMPARE(observations.front().exchange.requestBody, QByteArrayLiteral("body"));
        if (isUpgraded)
            break;
        old.followedTo = models::Instant{std::chrono::minutes{3}};
        QVERIFY(!noteFollowedAndWait(*opened.value(), old.id, *old.followedTo));
    }
    QCOMPARE(askSqlite(path, {QStringLiteral("PRAGMA user_version")}),
             QStringList{QString::number(schemaVersion)});
}

void TestStoreFaults::oneInstanceAtATime()
{
    const QString path = newPath();
    auto opened = ObservationStore::open(path);
    QVERIFY(opened);
    const auto second = ObservationStore::open(path);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, StoreProblem::Kind::InUse);
    QProcess other;
    other.start(QStringLiteral(STORE_APPENDER), {path, QStringLiteral("1")});
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.exitCode(), 3);
    QCOMPARE(other.readAllStandardError().trimmed(),
             QByteArray::number(static_cast<int>(StoreProblem::Kind::InUse)));
    QVERIFY(appendAndWait(*opened.value(), sampleObservation({}, 1)));
    std::move(opened).value().reset();
    QVERIFY(ObservationStore::open(path));
}

void TestStoreFaults::placesThatCannotHoldAStoreAreRefused_data()
{
    const QString file = newPath();
    writeBytes(file, "x");
    QTest::addColumn<QString>("path");
    QTest::addColumn<StoreProblem::Kind>("kind");
    QTest::newRow("a folder") << m_folder.path() << StoreProblem::Kind::NotAStore;
    QTest::newRow("below a file") << file + QStringLiteral("/store.db")
                                  << StoreProblem::Kind::NotWritable;
    QTest::newRow("where nobody may write") << QStringLiteral("/proc/otpscope/store.db")
                                            << StoreProblem::Kind::NotWritable;
    QTest::newRow("in a folder where nobody may write") << QStringLiteral("/proc/store.db")
                                                        << StoreProblem::Kind::NotWritable;
}

void TestStoreFaults::placesThatCannotHoldAStoreAreRefused()
{
    QFETCH(QString, path);
    QFETCH(StoreProblem::Kind, kind);
    const auto opened = ObservationStore::open(path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, kind);
    QCOMPARE(opened.error().place, path);
    QVERIFY(!opened.error().detail.isEmpty());
}

void TestStoreFaults::aHalfMadeStoreIsNoObstacle()
{
    const QString path = newPath();
    writeBytes(path + QStringLiteral(".part"), "half");
    const auto opened = ObservationStore::open(path);
    QVERIFY(opened);
    QVERIFY(opened.value()->movedAside().isEmpty());
    QVERIFY(!QFileInfo::exists(path + QStringLiteral(".part")));
}

void TestStoreFaults::aCutWalOpensToAPrefixOfTheCommits()
{
    const QString path = newPath();
    const auto opened = ObservationStore::open(path);
    QVERIFY(opened);
    for (int number = 1; number <= 40; ++number)
        QVERIFY(appendAndWait(*opened.value(), sampleObservation(QStringLiteral("r"), number)));
    const QByteArray database = bytesOf(path);
    const QByteArray wal = bytesOf(path + QStringLiteral("-wal"));
    QRandomGenerator random(7);
    qint64 fewest = 40;
    for (int round = 0; round < 20; ++round) {
        const QString copy = newPath();
        QByteArray damaged = wal;
        const qsizetype at = random.bounded(static_cast<int>(wal.size()));
        if (round % 2 == 0)
            damaged.truncate(at);
        else
            damaged[at] = static_cast<char>(damaged.at(at) ^ 0x10);
        writeBytes(copy, database);
        writeBytes(copy + QStringLiteral("-wal"), damaged);
        const auto reopened = ObservationStore::open(copy);
        QVERIFY(reopened);
        const qint64 count = reopened.value()->observationCount();
        fewest = std::min(fewest, count);
        const auto kept = reopened.value()->observations(RunId(QStringLiteral("r")), {}, 100);
        QCOMPARE(kept.size(), static_cast<size_t>(count));
        for (size_t index = 0; index < kept.size(); ++index)
            QCOMPARE(kept[index].id.value, static_cast<qint64>(index) + 1);
    }
    QVERIFY2(fewest < 40, "else the damage proved nothing");
}

void TestStoreFaults::everyAcknowledgedIdSurvivesKill9()
{
    const QString path = newPath();
    QRandomGenerator random(11);
    qint64 acknowledged = 0;
    for (int round = 0; round < 20; ++round) {
        QProcess appender;
        appender.start(QStringLiteral(STORE_APPENDER), {path});
        // A kill after so many acknowledgements falls anywhere in a commit or a checkpoint.
        const qint64 bytes = random.bounded(1, 12'000);
        while (appender.bytesAvailable() < bytes)
            QVERIFY(appender.waitForReadyRead(20'000));
        appender.kill();
        QVERIFY(appender.waitForFinished());
        const QList<qint64> ids = acknowledgedIds(appender.readAllStandardOutput());
        QVERIFY(!ids.isEmpty());
        QVERIFY2(!ids.contains(0), "an append was refused");
        acknowledged += ids.size();

        QElapsedTimer start;
        start.start();
        const auto opened = ObservationStore::open(path);
        QVERIFY(opened);
        QVERIFY2(start.elapsed() < 2'000, "the start took too long");
        QVERIFY(opened.value()->movedAside().isEmpty());
        QSet<qint64> stored;
        const auto all = opened.value()->observations(RunId(QStringLiteral("load")),
                                                      {ids.first() - 1}, 10'000'000);
        for (const models::Observation &observation : all) {
            stored.insert(observation.id.value);
            QVERIFY(observation.exchange.requestBody.endsWith("end"));
        }
        for (const qint64 id : ids)
            QVERIFY2(stored.contains(id), qPrintable(QStringLiteral("lost %1").arg(id)));
    }
    QVERIFY(acknowledged > 20);
    QCOMPARE(askSqlite(path, {QStringLiteral("PRAGMA integrity_check")}),
             QStringList{QStringLiteral("ok")});
}

void TestStoreFaults::aFullDiskIsSaidAndOvercome()
{
    const QString disk = m_folder.filePath(QStringLiteral("disk"));
    QVERIFY(QDir().mkpath(disk));
    const QStringList mount{QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                            QStringLiteral("size=2m"), QStringLiteral("tmpfs"), disk};
    if (QProcess::execute(QStringLiteral("mount"), mount) != 0)
        QSKIP("A small disk cannot be mounted here: that takes root and a mount namespace.");
    const auto unmount = qScopeGuard([&disk] {
        QProcess::execute(QStringLiteral("umount"), {QStringLiteral("-l"), disk});
    });
    const QString ballast = disk + QStringLiteral("/ballast");
    writeBytes(ballast, QByteArray(1024 * 1024, 'x'));

    const auto opened = ObservationStore::open(disk + QStringLiteral("/store.db"));
    QVERIFY(opened);
    ObservationStore &store = *opened.value();
    qint64 acknowledged = 0;
    std::optional<StoreProblem> problem;
    for (int number = 1; number <= 2'000 && !problem; ++number) {
        const auto id = appendAndWait(store, sampleObservation(QStringLiteral("r"), number));
        if (id)
            ++acknowledged;
        else
            problem = id.error();
    }
    QVERIFY(problem.has_value());
    QCOMPARE(problem->kind, StoreProblem::Kind::DiskFull);
    QVERIFY(acknowledged > 10);
    QVERIFY(!appendAndWait(store, sampleObservation(QStringLiteral("r"), 0)));
    QVERIFY(store.observationCount() >= acknowledged);

    QVERIFY(QFile::remove(ballast));
    for (int number = 1; number <= 50; ++number)
        QVERIFY(appendAndWait(store, sampleObservation(QStringLiteral("later"), number)));
    QCOMPARE(store.observations(RunId(QStringLiteral("later")), {}, 100).size(), size_t{50});
    QVERIFY(store.observations(RunId(QStringLiteral("r")), {}, 10'000).size()
            >= static_cast<size_t>(acknowledged));
}

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_storefaults.moc"
