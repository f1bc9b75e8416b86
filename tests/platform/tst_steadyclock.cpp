// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/steadyclock.h"
#include "tests/support/fakeclock.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// Wall time in the middle of a run.
class TestSteadyClock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void itFollowsTheMachine();
    void setBackItGoesOn();
    void aSlowClockIsNotTakenForASetOne();
    void rebasedItFollowsTheMachineAgain();
};

void TestSteadyClock::itFollowsTheMachine()
{
    testsupport::FakeClock machine;
    const platform::SteadyClock clock(machine);
    QCOMPARE(clock.wallNow(), machine.wallNow());
    machine.advance(milliseconds{250});
    QCOMPARE(clock.wallNow(), machine.wallNow());
    // Asleep: the monotonic clock stood still.
    machine.setWall(machine.wallNow() + seconds{3'600});
    QCOMPARE(clock.wallNow(), machine.wallNow());
    QCOMPARE(clock.monotonicNow(), machine.monotonicNow());
}

void TestSteadyClock::setBackItGoesOn()
{
    testsupport::FakeClock machine;
    const platform::SteadyClock clock(machine);
    const models::Instant start = clock.wallNow();
    for (int times = 1; times <= 3; ++times) {
        machine.advance(seconds{10});
        machine.setWall(machine.wallNow() - seconds{3'600});
        QCOMPARE(clock.wallNow(), start + seconds{10 * times});
    }
    machine.advance(seconds{5});
    QCOMPARE(clock.wallNow(), start + seconds{35});
}

void TestSteadyClock::aSlowClockIsNotTakenForASetOne()
{
    testsupport::FakeClock machine;
    const platform::SteadyClock clock(machine);
    for (int times = 0; times < 100; ++times) {
        machine.advance(seconds{10});
        machine.setWall(machine.wallNow() - milliseconds{5});
        QCOMPARE(clock.wallNow(), machine.wallNow());
    }
    const models::Instant before = clock.wallNow();
    machine.setWall(machine.wallNow() - milliseconds{300});
    QCOMPARE(clock.wallNow(), before);
}

void TestSteadyClock::rebasedItFollowsTheMachineAgain()
{
    testsupport::FakeClock machine;
    platform::SteadyClock clock(machine);
    machine.setWall(machine.wallNow() - seconds{3'600});
    QVERIFY(clock.wallNow() != machine.wallNow());
    clock.rebase();
    QCOMPARE(clock.wallNow(), machine.wallNow());
}

QTEST_GUILESS_MAIN(TestSteadyClock)
#include "tst_steadyclock.moc"
