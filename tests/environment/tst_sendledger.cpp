// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environment/sendledger.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace otpscope;
using environment::SendLedger;
using models::EnvironmentId;
using testsupport::FakeClock;

class TestSendLedger final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void aLimitHoldsUntilTheNextDay();
    void twoProgramsCountTogether();
    void environmentsAreCountedApart();
    void aClockSetBackGivesNoSecondDay();
    void whatCannotBeCountedIsSaid_data();
    void whatCannotBeCountedIsSaid();

private:
    const EnvironmentId m_routee{QStringLiteral("routee")};
};

void TestSendLedger::aLimitHoldsUntilTheNextDay()
{
    const QTemporaryDir folder;
    FakeClock clock;
    SendLedger ledger(folder.path(), clock);
    QCOMPARE(ledger.sentToday(m_routee), 0);
    QCOMPARE(ledger.count(m_routee, 2), SendLedger::Outcome::Counted);
    QCOMPARE(ledger.count(m_routee, 2), SendLedger::Outcome::Counted);
    QCOMPARE(ledger.count(m_routee, 2), SendLedger::Outcome::LimitReached);
    QCOMPARE(ledger.sentToday(m_routee), 2);
    // The tests' day is UTC's; the clock stands at ten.
    clock.advance(std::chrono::hours{14} - std::chrono::seconds{1});
    QCOMPARE(ledger.count(m_routee, 2), SendLedger::Outcome::LimitReached);
    clock.advance(std::chrono::seconds{1});
    QCOMPARE(ledger.sentToday(m_routee), 0);
    QCOMPARE(ledger.count(m_routee, 2), SendLedger::Outcome::Counted);
}

void TestSendLedger::twoProgramsCountTogether()
{
    const QTemporaryDir folder;
    const FakeClock clock;
    SendLedger window(folder.path(), clock);
    SendLedger commandLine(folder.path(), clock);
    QCOMPARE(window.count(m_routee, 2), SendLedger::Outcome::Counted);
    QCOMPARE(commandLine.count(m_routee, 2), SendLedger::Outcome::Counted);
    QCOMPARE(window.count(m_routee, 2), SendLedger::Outcome::LimitReached);
}

void TestSendLedger::environmentsAreCountedApart()
{
    const QTemporaryDir folder;
    const FakeClock clock;
    SendLedger ledger(folder.path(), clock);
    QCOMPARE(ledger.count(m_routee, 1), SendLedger::Outcome::Counted);
    QCOMPARE(ledger.count(EnvironmentId(QStringLiteral("other")), 1), SendLedger::Outcome::Counted);
    QCOMPARE(ledger.count(EnvironmentId(QStringLiteral("free")), 0), SendLedger::Outcome::Counted);
    QCOMPARE(ledger.count(EnvironmentId(QStringLiteral("free")), 0), SendLedger::Outcome::Counted);
    QCOMPARE(ledger.sentToday(EnvironmentId(QStringLiteral("free"))), 2);
}

void TestSendLedger::aClockSetBackGivesNoSecondDay()
{
    const QTemporaryDir folder;
    FakeClock clock;
    SendLedger ledger(folder.path(), clock);
    QCOMPARE(ledger.count(m_routee, 1), SendLedger::Outcome::Counted);
    clock.setWall(clock.wallNow() - std::chrono::hours{48});
    QCOMPARE(ledger.count(m_routee, 1), SendLedger::Outcome::LimitReached);
}

void TestSendLedger::whatCannotBeCountedIsSaid_data()
{
    QTest::addColumn<QByteArray>("found");
    QTest::newRow("no JSON") << QByteArray("{\"day\":");
    QTest::newRow("JSON of something else") << QByteArray("[]");
    QTest::newRow("empty") << QByteArray("");
}

void TestSendLedger::whatCannotBeCountedIsSaid()
{
    QFETCH(QByteArray, found);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("sends.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(found) == found.size());
    file.close();
    const FakeClock clock;
    SendLedger ledger(folder.path(), clock);
    QCOMPARE(ledger.count(m_routee, 5), SendLedger::Outcome::NotCounted);
}

QTEST_GUILESS_MAIN(TestSendLedger)
#include "tst_sendledger.moc"
