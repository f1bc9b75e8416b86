// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/storesamples.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace otpscope;
using namespace otpscope::store;
using models::ObservationId;
using models::RunId;

namespace {

QStringList numbersOf(const std::vector<models::Observation> &observations)
{
    QStringList numbers;
    for (const models::Observation &observation : observations)
        numbers.append(QString::fromLatin1(observation.exchange.requestBody.split(':').first()));
    return numbers;
}

StoredRun sampleRun(const QString &id, int minute)
{
    return {RunId(id), models::Instant{std::chrono::minutes{minute}}, QStringLiteral("Flow ") + id,
            QStringLiteral("Simulator"), QByteArrayLiteral("{\"flow\": []}\n\0\xff")};
}

/// Counts the rows through a connection that the store knows nothing of.
int countFromOutside(const QString &path)
{
    int count = -1;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("outside"));
        database.setDatabaseName(path);
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(QStringLiteral("SELECT COUNT(*) FROM observation")) && query.next())
                count = query.value(0).toInt();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("outside"));
    return count;
}

} // namespace

class TestObservationStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    // Each store that a test opens, in a file and in memory.
    void everyFieldComesBackAsItWasStored_data();
    void everyFieldComesBackAsItWasStored();
    void runsComeBackNewestFirst_data() { everyFieldComesBackAsItWasStored_data(); }
    void runsComeBackNewestFirst();
    void upToWhenARunWasFollowedIsRemembered_data() { everyFieldComesBackAsItWasStored_data(); }
    void upToWhenARunWasFollowedIsRemembered();
    void aRunIdIsTakenOnlyOnce();
    void observationsMayComeBeforeTheirRun();
    void observationsOfARunComeInOrderAndInPages();
    void idsGrowInTheOrderOfTheCalls();
    void idsGrowOnAfterReopening();
    void aCompletionComesAfterTheCommit();
    void twoThreadsAppendWithoutLoss();
    void whatIsQueuedIsCommittedBeforeClosing();
    void filesAreForTheOwnerAlone();
    void readersDoNotWriteAndTheWriterCheckpoints();
    void theAddressIsSaid();

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    QString newPath() { return m_folder.filePath(QStringLiteral("store-%1.db").arg(++m_files)); }
};

void TestObservationStore::everyFieldComesBackAsItWasStored_data()
{
    QTest::addColumn<QString>("location");
    QTest::newRow("in a file") << newPath();
    QTest::newRow("in memory") << QStringLiteral(":memory:");
}

void TestObservationStore::everyFieldComesBackAsItWasStored()
{
    QFETCH(QString, location);
    const auto opened = ObservationStore::open(location);
    QVERIFY(opened);
    ObservationStore &store = *opened.value();
    using enum models::TransportProblem;
    std::vector<models::Observation> stored;
    for (const auto problem : {None, CouldNotConnect, TlsRefused, NoAnswer, AnswerCut,
                               AnswerTooLarge, Redirected, NoToken, Cancelled}) {
        models::Observation observation = sampleObservation(QStringLiteral("run"), 7);
        observation.source = problem == None ? models::ObservationSource::Send
                                             : models::ObservationSource::Poll;
        observation.startedAt -= std::chrono::milliseconds{250};
        observation.problem = problem;
        observation.problemDetail = QStringLiteral("Verbindung – πρόβλημα");
        observation.exchange.answerHead = QByteArrayLiteral("HTTP/1.1 200 OK\r\nA: b\r\n\r\n");
        observation.exchange.answerBody = QByteArrayLiteral("\0\x01\xff{}");
        const auto id = appendAndWait(store, observation);
        QVERIFY(id);
        observation.id = id.value();
        stored.push_back(observation);
    }
    QVERIFY(store.observations(RunId(QStringLiteral("run")), {}, 100) == stored);
    QVERIFY(store.observation(stored[3].id) == stored[3]);
    QCOMPARE(store.observationCount(), 9);
    QVERIFY(!store.observation({999}).has_value());
    QVERIFY(store.observations(RunId(QStringLiteral("other")), {}, 100).empty());
}

void TestObservationStore::runsComeBackNewestFirst()
{
    QFETCH(QString, location);
    const auto opened = ObservationStore::open(location);
    QVERIFY(opened);
    ObservationStore &store = *opened.value();
    const StoredRun early = sampleRun(QStringLiteral("early"), 1);
    const StoredRun late = sampleRun(QStringLiteral("late"), 2);
    QVERIFY(!addRunAndWait(store, late));
    QVERIFY(!addRunAndWait(store, early));
    QVERIFY(store.runs() == (std::vector{late, early}));
    QVERIFY(store.run(early.id) == early);
    QVERIFY(!store.run(RunId(QStringLiteral("none"))).has_value());
}

void TestObservationStore::upToWhenARunWasFollowedIsRemembered()
{
    QFETCH(QString, location);
    const auto opened = ObservationStore::open(location);
    QVERIFY(opened);
    ObservationStore &store = *opened.value();
    StoredRun followed = sampleRun(QStringLiteral("followed"), 1);
    const StoredRun other = sampleRun(QStringLiteral("other"), 2);
    QVERIFY(!addRunAndWait(store, followed));
    QVERIFY(!addRunAndWait(store, other));
    for (const int minute : {9, 7}) {
        followed.followedTo = models::Instant{std::chrono::minutes{minute}};
        QVERIFY(!noteFollowedAndWait(store, followed.id, *followed.followedTo));
        QVERIFY(store.run(followed.id) == followed);
    }
    QVERIFY(store.runs() == (std::vector{other, followed}));
}

void TestObservationStore::aRunIdIsTakenOnlyOnce()
{
    const auto opened = ObservationStore::open(newPath());
    QVERIFY(opened);
    ObservationStore &store = *opened.value();
    const StoredRun first = sampleRun(QStringLiteral("same"), 1);
    QVERIFY(!addRunAndWait(store, first));
    const auto problem = addRunAndWait(store, sampleRun(QStringLiteral("same"), 2));
    QVERIFY(problem.has_value());
    QCOMPARE(problem->kind, StoreProblem::Kind::InputOutput);
    QVERIFY(store.runs() == std::vector{first});
    QVERIFY(appendAndWait(store, sampleObservation(QStringLiteral("same"), 1)));
}

void TestObservationStore::observationsMayComeBeforeTheirRun()
{
    const auto opened = ObservationStore::open(newPath());
    QVERIFY(opened);
    ObservationStore &store = *opened.value();
    QVERIFY(appendAndWait(store, sampleObservation(QStringLiteral("run"), 1)));
    QVERIFY(store.runs().empty());
    QVERIFY(!store.run(RunId(QStringLiteral("run"))).has_value());
    const StoredRun run = sampleRun(QStringLiteral("run"), 5);
    QVERIFY(!addRunAndWait(store, run));
    QVERIFY(store.runs() == std::vector{run});
    QCOMPARE(store.observations(run.id, {}, 10).size(), size_t{1});
}

void TestObservationStore::observationsOfARunComeInOrderAndInPages()
{
    const auto opened = ObservationStore::open(newPath());
    QVERIFY(opened);
    ObservationStore &store = *opened.value();
    for (int number = 1; number <= 9; ++number) {
        const QStringList runs{QString(), QStringLiteral("a"), QStringLiteral("b")};
        QVERIFY(appendAndWait(store, sampleObservation(runs.at(number % 3), number)));
    }
    const RunId a(QStringLiteral("a"));
    QCOMPARE(numbersOf(store.observations(a, {}, 2)).join(u' '), QStringLiteral("1 4"));
    QCOMPARE(numbersOf(store.observations(a, {4}, 2)).join(u' '), QStringLiteral("7"));
    QCOMPARE(numbersOf(store.observations(a, {7}, 2)).join(u' '), QString());
    QCOMPARE(numbersOf(store.observations(RunId(), {}, 9)).join(u' '), QStringLiteral("3 6 9"));
}

void TestObservationStore::idsGrowInTheOrderOfTheCalls()
{
    QString order;
    {
        const auto opened = ObservationStore::open(newPath());
        QVERIFY(opened);
        for (int number = 1; number <= 20; ++number) {
            opened.value()->append(sampleObservation({}, number), [&order, number](const auto &id) {
                order += QStringLiteral("%1=%2 ").arg(number).arg(id.value().value);
            });
        }
    }
    QString expected;
    for (int number = 1; number <= 20; ++number)
        expected += QStringLiteral("%1=%1 ").arg(number);
    QCOMPARE(order, expected);
}

void TestObservationStore::idsGrowOnAfterReopening()
{
    const QString path = newPath();
    for (qint64 round = 1; round <= 3; ++round) {
        const auto opened = ObservationStore::open(path);
        QVERIFY(opened);
        QVERIFY(opened.value()->movedAside().isEmpty());
        const auto id = appendAndWait(*opened.value(), sampleObservation(QStringLiteral("r"), 1));
        QVERIFY(id);
        QCOMPARE(id.value().value, round);
    }
}

void TestObservationStore::aCompletionComesAfterTheCommit()
{
    const QString path = newPath();
    const auto opened = ObservationStore::open(path);
    QVERIFY(opened);
    std::promise<int> counted;
    opened.value()->append(sampleObservation({}, 1), [&](const auto &) {
        counted.set_value(countFromOutside(path));
    });
    QCOMPARE(counted.get_future().get(), 1);
}

void TestObservationStore::twoThreadsAppendWithoutLoss()
{
    constexpr int perThread = 2000;
    std::mutex mutex;
    std::vector<qint64> acknowledged;
    std::atomic<int> refused{0};
    const QString path = newPath();
    {
        const auto opened = ObservationStore::open(path);
        QVERIFY(opened);
        const auto load = [&](const QString &run) {
            for (int number = 1; number <= perThread; ++number) {
                opened.value()->append(sampleObservation(run, number), [&](const auto &id) {
                    if (!id) {
                        ++refused;
                        return;
                    }
                    const std::scoped_lock lock(mutex);
                    acknowledged.push_back(id.value().value);
                });
            }
        };
        std::thread other([&] { load(QStringLiteral("other")); });
        load(QStringLiteral("one"));
        other.join();
    }
    QCOMPARE(refused.load(), 0);
    QCOMPARE(acknowledged.size(), size_t{2 * perThread});
    QVERIFY(std::is_sorted(acknowledged.begin(), acknowledged.end()));
    const auto opened = ObservationStore::open(path);
    QVERIFY(opened);
    QStringList expected;
    for (int number = 1; number <= perThread; ++number)
        expected.append(QString::number(number));
    for (const auto &run : {QStringLiteral("one"), QStringLiteral("other")})
        QCOMPARE(numbersOf(opened.value()->observations(RunId(run), {}, 1'000'000)), expected);
}

void TestObservationStore::whatIsQueuedIsCommittedBeforeClosing()
{
    const QString path = newPath();
    std::atomic<int> acknowledged{0};
    {
        const auto opened = ObservationStore::open(path);
        QVERIFY(opened);
        for (int number = 1; number <= 500; ++number) {
            opened.value()->append(sampleObservation({}, number),
                                   [&](const auto &id) { acknowledged += id ? 1 : 0; });
        }
    }
    QCOMPARE(acknowledged.load(), 500);
    QVERIFY2(!QFileInfo::exists(path + QStringLiteral("-wal")), "closing checkpoints");
    QCOMPARE(countFromOutside(path), 500);
    QVERIFY(!QFileInfo::exists(path + QStringLiteral(".lock")));
}

void TestObservationStore::filesAreForTheOwnerAlone()
{
    const QString folder = m_folder.filePath(QStringLiteral("new/deeper"));
    const QString path = folder + QStringLiteral("/store.db");
    const auto opened = ObservationStore::open(path);
    QVERIFY(opened);
    QVERIFY(appendAndWait(*opened.value(), sampleObservation({}, 1)));
    using enum QFileDevice::Permission;
    const auto forOthers = ReadGroup | WriteGroup | ExeGroup | ReadOther | WriteOther | ExeOther;
    const QStringList entries{folder,
                              m_folder.filePath(QStringLiteral("new")),
                              path,
                              path + QStringLiteral("-wal"),
                              path + QStringLiteral("-shm"),
                              path + QStringLiteral(".lock")};
    for (const QString &entry : entries) {
        QVERIFY2(QFileInfo::exists(entry), qPrintable(entry));
        QVERIFY2(!(QFile::permissions(entry) & forOthers), qPrintable(entry));
    }
}

void TestObservationStore::readersDoNotWriteAndTheWriterCheckpoints()
{
    const QString path = newPath();
    const auto opened = ObservationStore::open(path);
    QVERIFY(opened);
    std::atomic<bool> isOver{false};
    std::vector<std::thread> readers;
    std::atomic<int> backwards{0};
    for (int reader = 0; reader < 3; ++reader) {
        readers.emplace_back([&] {
            for (qint64 before = 0; !isOver;) {
                const qint64 now = opened.value()->observationCount();
                backwards += now < before ? 1 : 0;
                before = now;
            }
        });
    }
    constexpr int rows = 15'000; // some 21 MB: more than two checkpoints
    std::promise<void> done;
    for (int number = 1; number <= rows; ++number) {
        opened.value()->append(sampleObservation(QStringLiteral("r"), number),
                               [&, number](const auto &) {
                                   if (number == rows)
                                       done.set_value();
                               });
    }
    done.get_future().wait();
    isOver = true;
    for (std::thread &reader : readers)
        reader.join();
    QCOMPARE(backwards.load(), 0);
    QCOMPARE(opened.value()->observationCount(), rows);
    QVERIFY(QFileInfo(path + QStringLiteral("-wal")).size() < 64 * 1024 * 1024);
}

void TestObservationStore::theAddressIsSaid()
{
    const QString path = newPath();
    const auto opened = ObservationStore::open(path);
    QVERIFY(opened);
    QCOMPARE(opened.value()->location(), path);
    QCOMPARE(opened.value()->movedAside(), QString());
}

QTEST_GUILESS_MAIN(TestObservationStore)
#include "tst_observationstore.moc"
