// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/serviceclock.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

#include <limits>

using namespace otpscope;
using namespace std::chrono_literals;
using simulator::ServiceClock;

class TestServiceClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void runsAtItsSpeed_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<int>("wallMs");
        QTest::addColumn<int>("serviceMs");
        QTest::newRow("as fast as the wall clock") << 1.0 << 1500 << 1500;
        QTest::newRow("sixty times as fast") << 60.0 << 1500 << 90'000;
        QTest::newRow("at the highest speed") << 3600.0 << 1 << 3600;
        QTest::newRow("half as fast, rounded down") << 0.5 << 3 << 1;
        QTest::newRow("frozen") << 0.0 << 100'000 << 0;
        QTest::newRow("negative speeds freeze") << -5.0 << 1000 << 0;
        QTest::newRow("higher speeds are cut to the highest") << 1.0e9 << 1 << 3600;
        QTest::newRow("what is no number freezes")
            << std::numeric_limits<double>::quiet_NaN() << 1000 << 0;
    }

    void runsAtItsSpeed()
    {
        QFETCH(const double, speed);
        QFETCH(const int, wallMs);
        QFETCH(const int, serviceMs);
        testsupport::FakeClock clock;
        const models::Instant start = clock.wallNow() - 24h;
        const ServiceClock service(clock, start, speed);
        clock.advance(std::chrono::milliseconds{wallMs});
        QCOMPARE((service.now() - start).count(), serviceMs);
    }

    void aChangeOfSpeedKeepsTheTimeShown()
    {
        testsupport::FakeClock clock;
        const models::Instant start = clock.wallNow();
        ServiceClock service(clock, start, 2.0);
        clock.advance(10s);
        service.setSpeed(100.0);
        QCOMPARE(service.now(), start + 20s);
        clock.advance(1s);
        QCOMPARE(service.now(), start + 120s);
        service.setSpeed(0.0);
        clock.advance(1h);
        QCOMPARE(service.now(), start + 120s);
        QCOMPARE(service.reading(), (models::ServiceClockReading{start + 120s, 0.0}));
    }

    void thousandsOfChangesDoNotMakeItDrift()
    {
        testsupport::FakeClock clock;
        const models::Instant start = clock.wallNow();
        ServiceClock service(clock, start, 0.3);
        for (int change = 0; change < 10'000; ++change) {
            clock.advance(1ms);
            service.setSpeed(0.3);
        }
        const auto off = service.now() - (start + 3s);
        QVERIFY2(off <= 1ms && off >= -1ms, qPrintable(QString::number(off.count())));
    }

    void aJumpOfTheWallClockIsNotSeen()
    {
        testsupport::FakeClock clock;
        const ServiceClock service(clock, clock.wallNow(), 1.0);
        const models::Instant before = service.now();
        clock.setWall(clock.wallNow() + 24h);
        QCOMPARE(service.now(), before);
    }

    void tellsTheWallTimeUntilAnEvent_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<int>("serviceMs");
        QTest::addColumn<int>("wallMs");
        QTest::newRow("at the speed of the wall clock") << 1.0 << 5000 << 5000;
        QTest::newRow("rounded up, so that the event is not missed") << 3600.0 << 5000 << 2;
        QTest::newRow("an event in the past is due") << 1.0 << -1 << 0;
        QTest::newRow("a frozen clock never gets there") << 0.0 << 1 << -1;
        QTest::newRow("a frozen clock has reached the present") << 0.0 << 0 << 0;
    }

    void tellsTheWallTimeUntilAnEvent()
    {
        QFETCH(const double, speed);
        QFETCH(const int, serviceMs);
        QFETCH(const int, wallMs);
        testsupport::FakeClock clock;
        const ServiceClock service(clock, clock.wallNow(), speed);
        const models::Instant event = clock.wallNow() + std::chrono::milliseconds{serviceMs};
        const auto wait = service.wallTimeUntil(event);
        QCOMPARE(wait ? static_cast<int>(wait->count()) : -1, wallMs);
        if (wait) {
            clock.advance(*wait);
            QVERIFY(service.now() >= event);
        }
    }
};

QTEST_GUILESS_MAIN(TestServiceClock)
#include "tst_serviceclock.moc"
