// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/pollschedule.h"
#include "app/client/retryafter.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using client::PollSchedule;
using std::chrono::milliseconds;

namespace {

QString printed(std::initializer_list<milliseconds> waits)
{
    QStringList parts;
    for (const milliseconds wait : waits)
        parts.append(QString::number(wait.count()));
    return parts.join(u' ');
}

} // namespace

class TestPollSchedule final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void quickAtFirstThenSlower();
    void newsMakesItQuickAgain();
    void quickAroundADueFailover_data();
    void quickAroundADueFailover();
    void errorsBackOffUpToTheCap();
    void jitterSpreadsTheBackoff();
    void retryAfterIsObeyed();
    void retryAfterIsRead_data();
    void retryAfterIsRead();
};

void TestPollSchedule::quickAtFirstThenSlower()
{
    PollSchedule schedule;
    QStringList waits;
    for (int count = 0; count < 8; ++count) {
        waits.append(QString::number(schedule.wait({}, 0).count()));
        schedule.answered(false);
    }
    QCOMPARE(waits.join(u' '), QStringLiteral("250 375 562 843 1264 1896 2000 2000"));
}

void TestPollSchedule::newsMakesItQuickAgain()
{
    PollSchedule schedule;
    for (int count = 0; count < 8; ++count)
        schedule.answered(false);
    schedule.answered(true);
    QCOMPARE(schedule.wait({}, 0).count(), 250);
}

void TestPollSchedule::quickAroundADueFailover_data()
{
    QTest::addColumn<int>("untilDue");
    QTest::addColumn<int>("wait");
    QTest::newRow("far away: as slow as ever") << 60'000 << 2'000;
    QTest::newRow("near: not past the moment it gets quick") << 2'500 << 1'500;
    QTest::newRow("hardly before the quick time: never quicker than quick") << 1'100 << 250;
    QTest::newRow("in a second") << 1'000 << 250;
    QTest::newRow("now") << 0 << 250;
    QTest::newRow("just overdue") << -5'000 << 250;
    QTest::newRow("long overdue: slow again") << -5'001 << 2'000;
}

void TestPollSchedule::quickAroundADueFailover()
{
    QFETCH(int, untilDue);
    QFETCH(int, wait);
    PollSchedule schedule;
    for (int count = 0; count < 8; ++count)
        schedule.answered(false);
    QCOMPARE(schedule.wait(milliseconds{untilDue}, 0).count(), wait);
}

void TestPollSchedule::errorsBackOffUpToTheCap()
{
    PollSchedule schedule;
    QStringList waits;
    for (int count = 0; count < 7; ++count) {
        schedule.failed({});
        waits.append(QString::number(schedule.wait(milliseconds{0}, 0).count()));
    }
    QCOMPARE(waits.join(u' '), QStringLiteral("1000 2000 4000 8000 16000 30000 30000"));
    schedule.answered(true);
    QCOMPARE(schedule.wait({}, 0).count(), 250);
}

void TestPollSchedule::jitterSpreadsTheBackoff()
{
    PollSchedule schedule;
    QCOMPARE(schedule.wait({}, 0.5).count(), 250);
    schedule.failed({});
    QCOMPARE(printed({schedule.wait({}, 0), schedule.wait({}, 0.5), schedule.wait({}, 0.999)}),
             QStringLiteral("1000 1125 1249"));
}

void TestPollSchedule::retryAfterIsObeyed()
{
    PollSchedule schedule;
    schedule.failed(std::chrono::seconds{7});
    QCOMPARE(schedule.wait(milliseconds{0}, 0).count(), 7'000);
    schedule.failed(std::chrono::seconds{0});
    QCOMPARE(schedule.wait({}, 0).count(), 2'000);
}

void TestPollSchedule::retryAfterIsRead_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds");
    QTest::newRow("absent") << QByteArray("X-Retry-After: 3") << -1;
    QTest::newRow("seconds") << QByteArray("Retry-After: 7") << 7;
    QTest::newRow("another case") << QByteArray("retry-AFTER:7  ") << 7;
    QTest::newRow("a date") << QByteArray("Retry-After: Mon, 23 Nov 2026 10:00:30 GMT") << 30;
    QTest::newRow("a date gone by") << QByteArray("Retry-After: Mon, 23 Nov 2020 10:00:30 GMT")
                                    << 0;
    QTest::newRow("a far date") << QByteArray("Retry-After: Mon, 23 Nov 2037 10:00:30 GMT") << 300;
    QTest::newRow("10^9") << QByteArray("Retry-After: 1000000000") << 300;
    QTest::newRow("forty digits") << "Retry-After: " + QByteArray(40, '9') << 300;
    QTest::newRow("garbage") << QByteArray("Retry-After: soon") << -1;
    QTest::newRow("negative") << QByteArray("Retry-After: -5") << -1;
    QTest::newRow("empty") << QByteArray("Retry-After:") << -1;
}

void TestPollSchedule::retryAfterIsRead()
{
    QFETCH(QByteArray, header);
    QFETCH(int, seconds);
    const models::Instant now{milliseconds{1'795'428'000'000}};
    const auto wait =
        client::retryAfter("HTTP/1.1 429 Slow\r\nA: b\r\n" + header + "\r\n\r\n", now);
    QCOMPARE(wait ? std::chrono::duration_cast<std::chrono::seconds>(*wait).count() : -1, seconds);
}

QTEST_GUILESS_MAIN(TestPollSchedule)
#include "tst_pollschedule.moc"
