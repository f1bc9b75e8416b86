// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timescale.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

using namespace otpscope;
using namespace std::chrono_literals;
using ui::Fold;
using ui::Offset;
using ui::TimeScale;

using Moments = std::vector<Offset>;
Q_DECLARE_METATYPE(Moments)

namespace {

QString printed(const std::vector<Fold> &folds)
{
    QStringList parts;
    for (const Fold &fold : folds)
        parts << QStringLiteral("%1-%2").arg(fold.from.count()).arg(fold.to.count());
    return parts.join(u' ');
}

QString printed(const ui::AxisTicks &ticks)
{
    QStringList parts;
    for (const Offset offset : ticks.offsets)
        parts << QString::number(offset.count());
    return QStringLiteral("%1: %2").arg(ticks.step.count()).arg(parts.join(u' '));
}

} // namespace

class TimeScaleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void foldsIdleStretches_data()
    {
        QTest::addColumn<Moments>("moments");
        QTest::addColumn<int>("openFromMs");
        QTest::addColumn<QString>("expected");

        QTest::newRow("nothing at all folds nothing") << Moments{} << -1 << QString();
        QTest::newRow("one gap is the whole picture") << Moments{0s, 300s} << -1 << QString();
        QTest::newRow("a crowd of equal moments and one gap is one gap")
            << Moments{0s, 0s, 300s, 300s} << -1 << QString();
        QTest::newRow("the long wait before a failover is folded, with a margin on both sides")
            << Moments{0s, 2s, 300s, 308s} << -1 << QStringLiteral("4500-297500");
        QTest::newRow("a gap that somebody is waiting through stays open")
            << Moments{0s, 2s, 300s, 308s} << 2000 << QString();
        QTest::newRow("a gap before that one may still be folded")
            << Moments{0s, 300s, 308s, 309s} << 308'000 << QStringLiteral("2300-297700");
        QTest::newRow("nine seconds are not worth a fold")
            << Moments{0s, 1s, 10s} << -1 << QString();
        QTest::newRow("a gap about as long as the rest can be read")
            << Moments{0s, 60s, 100s} << -1 << QString();
        QTest::newRow("two long waits are both folded")
            << Moments{0s, 2s, 1000s, 1002s, 1300s} << -1
            << QStringLiteral("3300-998700 1003300-1298700");
        QTest::newRow("a few milliseconds beside a wait are no reason to fold it")
            << Moments{0ms, 50ms, 300'000ms} << -1 << QString();
    }
    void foldsIdleStretches()
    {
        QFETCH(const Moments, moments);
        QFETCH(const int, openFromMs);
        QFETCH(const QString, expected);
        const auto openFrom = openFromMs < 0 ? std::nullopt : std::optional(Offset(openFromMs));
        QCOMPARE(printed(ui::foldIdle(moments, openFrom)), expected);
    }

    void mapsTimeToX_data()
    {
        QTest::addColumn<int>("offsetMs");
        QTest::addColumn<double>("x");

        QTest::newRow("before the range is the left edge") << -1 << 100.0;
        QTest::newRow("the origin is the left edge") << 0 << 100.0;
        QTest::newRow("half of the first open segment") << 5'000 << 150.0;
        QTest::newRow("where the fold begins") << 10'000 << 200.0;
        QTest::newRow("the middle of the fold") << 150'000 << 230.0;
        QTest::newRow("where the fold ends") << 290'000 << 260.0;
        QTest::newRow("half of the second open segment") << 295'000 << 310.0;
        QTest::newRow("the end is the right edge") << 300'000 << 360.0;
        QTest::newRow("behind the range is the right edge") << 300'001 << 360.0;
    }
    void mapsTimeToX()
    {
        QFETCH(const int, offsetMs);
        QFETCH(const double, x);
        const TimeScale scale(0s, 300s, 100, 360, {{10s, 290s}}, 60);
        QCOMPARE(scale.xAt(Offset(offsetMs)), x);
    }

    void positionsOutsideGiveTheEnds()
    {
        const TimeScale scale(0s, 300s, 100, 360, {{10s, 290s}}, 60);
        QCOMPARE(scale.offsetAt(99), Offset(0));
        QCOMPARE(scale.offsetAt(361), Offset(300s));
    }

    void aRangeWithoutLengthCountsAsOneSecond()
    {
        const TimeScale scale(5s, 5s, 0, 100, {}, 60);
        QCOMPARE(scale.to(), Offset(6s));
        QCOMPARE(scale.xAt(5500ms), 50.0);
    }

    void noWidthPutsEverythingAtTheLeftEdge()
    {
        const TimeScale scale(0s, 10s, 40, 40, {{2s, 8s}}, 60);
        QCOMPARE(scale.xAt(9s), 40.0);
    }

    void foldsTakeAtMostHalfOfTheWidth()
    {
        const TimeScale scale(0s, 100s, 0, 100, {{1s, 50s}, {51s, 99s}}, 500);
        double folded = 0;
        for (const TimeScale::Segment &segment : scale.segments())
            folded += segment.isFold ? segment.right - segment.left : 0;
        QCOMPARE(folded, 50.0);
    }

    // Whatever the folds: time and x lead back to each other, and never cross.
    void roundTripsAtAnyFold()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            Moments moments{0s};
            for (int i = 0; i < 12; ++i)
                moments.push_back(moments.back() + Offset(random.bounded(1, 400'000)));
            const TimeScale scale(0s, moments.back(), 80, 980, ui::foldIdle(moments), 70);
            double before = -1;
            for (const Offset moment : moments) {
                const double x = scale.xAt(moment);
                QCOMPARE_GT(x, before);
                before = x;
                const auto error = scale.offsetAt(x) - moment;
                QCOMPARE_LE(std::abs(error.count()), 1);
            }
        }
    }

    void choosesRoundTicks_data()
    {
        QTest::addColumn<int>("fromMs");
        QTest::addColumn<int>("toMs");
        QTest::addColumn<double>("width");
        QTest::addColumn<QString>("expected");

        QTest::newRow("ten seconds over 500 pixels")
            << 0 << 10'000 << 500.0 << QStringLiteral("2000: 0 2000 4000 6000 8000 10000");
        QTest::newRow("a segment that begins between two round times")
            << 296'300 << 304'000 << 400.0 << QStringLiteral("2000: 298000 300000 302000 304000");
        QTest::newRow("five minutes over 400 pixels")
            << 0 << 300'000 << 400.0
            << QStringLiteral("60000: 0 60000 120000 180000 240000 300000");
        QTest::newRow("no width, no ticks") << 0 << 10'000 << 0.0 << QStringLiteral("0: ");
    }
    void choosesRoundTicks()
    {
        QFETCH(const int, fromMs);
        QFETCH(const int, toMs);
        QFETCH(const double, width);
        QFETCH(const QString, expected);
        const TimeScale::Segment segment{Offset(fromMs), Offset(toMs), 0, width, false};
        QCOMPARE(printed(ui::axisTicks(segment, 78)), expected);
    }

    void aRunOfAMonthHasFewTicks()
    {
        const TimeScale::Segment segment{0s, 24h * 31, 0, 100, false};
        QCOMPARE_LE(ui::axisTicks(segment, 78).offsets.size(), 2u);
    }
};

QTEST_APPLESS_MAIN(TimeScaleTest)
#include "tst_timescale.moc"
