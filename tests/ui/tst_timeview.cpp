// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/busystretches.h"
#include "ui/timeline/clockmap.h"
#include "ui/timeline/timelinepicture.h"
#include "ui/timeline/timeview.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>

using namespace otpscope;
using namespace std::chrono_literals;
using ui::Offset;
using ui::PlotRange;
using ui::TimeExtent;
using ui::TimeView;

namespace {

const PlotRange plot{100, 900};

TimeExtent failoverExtent()
{
    return {310s, {{5s, 295s}}};
}

models::Instant at(std::chrono::milliseconds time)
{
    return models::Instant(24h * 20'000 + 10h + time);
}

} // namespace

Q_DECLARE_METATYPE(otpscope::ui::TimeClock)

// Which part of a run is on show, and by which clock it is told.
class TimeViewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void allOfItFillsThePlot()
    {
        const ui::TimeScale scale = ui::scaleOf({}, failoverExtent(), plot);
        QCOMPARE(scale.xAt(0s), plot.left);
        QCOMPARE(scale.xAt(310s), plot.right);
    }

    void zoomingKeepsTheTimeUnderThePointer_data()
    {
        QTest::addColumn<double>("x");
        QTest::newRow("in the middle of the first part") << 250.0;
        QTest::newRow("in the fold") << 500.0;
        QTest::newRow("in the second part") << 700.0;
        QTest::newRow("close to the right edge") << 880.0;
    }
    void zoomingKeepsTheTimeUnderThePointer()
    {
        QFETCH(double, x);
        TimeView view;
        const TimeExtent extent = failoverExtent();
        for (int i = 0; i < 30; ++i) {
            const double before = ui::scaleOf(view, extent, plot).msAt(x);
            view = ui::zoomed(view, extent, plot, {}, 1.3, x);
            const double after = ui::scaleOf(view, extent, plot).msAt(x);
            QVERIFY2(std::abs(after - before) < 1e-3 * std::max(1.0, std::abs(before)),
                     qPrintable(QStringLiteral("%1 became %2").arg(before).arg(after)));
        }
    }

    void zoomingInAndOutComesBackToAll()
    {
        TimeView view;
        for (int i = 0; i < 10; ++i)
            view = ui::zoomed(view, failoverExtent(), plot, {}, 2, 300);
        QCOMPARE(view.mode, TimeView::Mode::Free);
        for (int i = 0; i < 10; ++i)
            view = ui::zoomed(view, failoverExtent(), plot, {}, 0.5, 600);
        QCOMPARE(view, TimeView());
    }

    void thereIsAnEndToZoomingIn()
    {
        TimeView view;
        for (int i = 0; i < 200; ++i)
            view = ui::zoomed(view, failoverExtent(), plot, {}, 4, 300);
        QCOMPARE(view.pixelsPerMs, ui::mostPixelsPerMs);
    }

    void panningMovesByPixelsAndStopsAtTheEnds()
    {
        const TimeExtent extent = failoverExtent();
        TimeView view = ui::zoomed({}, extent, plot, {}, 8, 100);
        const double before = ui::scaleOf(view, extent, plot).xAt(2s);
        view = ui::panned(view, extent, plot, {}, 50);
        QVERIFY(std::abs(ui::scaleOf(view, extent, plot).xAt(2s) - (before - 50)) < 1e-6);
        view = ui::panned(view, extent, plot, {}, -1e9);
        QCOMPARE(ui::scaleOf(view, extent, plot).xAt(0s), plot.left);
        view = ui::panned(view, extent, plot, {}, 1e9);
        QVERIFY(std::abs(ui::scaleOf(view, extent, plot).xAt(310s) - plot.right) < 1e-6);
        // What was too far is not remembered: one step back is one step back.
        view = ui::panned(view, extent, plot, {}, -10);
        QVERIFY(std::abs(ui::scaleOf(view, extent, plot).xAt(310s) - plot.right - 10) < 1e-6);
    }

    void panningAllOfItDoesNothing()
    {
        QCOMPARE(ui::panned({}, failoverExtent(), plot, {}, 40), TimeView());
    }

    void followingKeepsThePresentInSight()
    {
        TimeView view = ui::zoomed({}, failoverExtent(), plot, {}, 8, 100);
        view.mode = TimeView::Mode::Follow;
        for (const Offset now : {20s, 100s, 300s}) {
            const double x = ui::scaleOf(view, {1000s, {}}, plot, now).xAt(now);
            QVERIFY(x >= plot.left && x <= plot.right);
        }
    }

    void aFreeViewStaysWhereItIsWhileTheRunGrows()
    {
        const TimeView view = ui::zoomed({}, {60s, {}}, plot, {}, 6, 400);
        const double before = ui::scaleOf(view, {60s, {}}, plot).msAt(400);
        const double after = ui::scaleOf(view, {600s, {}}, plot).msAt(400);
        QVERIFY(std::abs(before - after) < 1e-6);
    }

    void whatIsRevealedIsOnShow()
    {
        const TimeExtent extent{1000s, {}};
        TimeView view = ui::zoomed({}, extent, plot, {}, 50, 100);
        for (const Offset wanted : {900s, 3s, 500s, 1000s, 0s}) {
            view = ui::revealing(view, extent, plot, {}, wanted);
            const double x = ui::scaleOf(view, extent, plot).xAt(wanted);
            QVERIFY(x >= plot.left && x <= plot.right);
            QCOMPARE(ui::revealing(view, extent, plot, {}, wanted), view);
        }
    }

    void aStretchIsShownWhole()
    {
        const TimeExtent extent{1000s, {}};
        const ui::TimeScale scale =
            ui::scaleOf(ui::showing(extent, plot, 100s, 110s), extent, plot);
        QVERIFY(std::abs(scale.xAt(100s) - plot.left) < 1);
        QVERIFY(std::abs(scale.xAt(110s) - plot.right) < 1);
    }

    // Whatever a person does: time and x lead back to each other, and never cross.
    void roundTripsWhateverTheView()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 100; ++round) {
            std::vector<Offset> moments{0s};
            for (int i = 0; i < 10; ++i)
                moments.push_back(moments.back() + Offset(random.bounded(1, 300'000)));
            const TimeExtent extent{moments.back(), ui::foldIdle(moments)};
            TimeView view;
            for (int i = 0; i < 12; ++i) {
                const double x = plot.left + random.bounded(plot.width());
                view = random.bounded(3) == 0
                           ? ui::panned(view, extent, plot, {}, random.bounded(800.0) - 400)
                           : ui::zoomed(view, extent, plot, {}, 0.5 + random.bounded(3.0), x);
                const ui::TimeScale scale = ui::scaleOf(view, extent, plot);
                QVERIFY(scale.segments().front().left <= plot.left + 1e-6);
                QVERIFY(scale.segments().back().right >= plot.right - 1e-6);
                double before = -1e300;
                for (const Offset moment : moments) {
                    const double there = scale.xAt(moment);
                    QCOMPARE_GE(there, before);
                    before = there;
                    QCOMPARE_LE(std::abs((scale.offsetAt(there) - moment).count()), 1);
                }
            }
        }
    }

    void offsetsReadWell_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<qint64>("step");
        QTest::addColumn<QString>("text");
        QTest::newRow("the send") << 0LL << 1000LL << QStringLiteral("0 s");
        QTest::newRow("a fraction") << 500LL << 100LL << QStringLiteral("0.5 s");
        QTest::newRow("minutes") << 296'000LL << 1000LL << QStringLiteral("4:56");
        QTest::newRow("hours") << 3'723'000LL << 1000LL << QStringLiteral("1:02:03");
        QTest::newRow("days") << 273'600'000LL << 3'600'000LL << QStringLiteral("3 d 4:00:00");
        QTest::newRow("before the send") << -2000LL << 1000LL << QStringLiteral("−2 s");
    }
    void offsetsReadWell()
    {
        QFETCH(qint64, ms);
        QFETCH(qint64, step);
        QFETCH(QString, text);
        QCOMPARE(ui::axisText(Offset(ms), Offset(step)), text);
    }

    void clockTimesReadWell_data()
    {
        QTest::addColumn<qint64>("step");
        QTest::addColumn<QString>("text");
        QTest::newRow("days apart") << 86'400'000LL << QStringLiteral("4 Oct 10:02");
        QTest::newRow("minutes apart") << 60'000LL << QStringLiteral("10:02");
        QTest::newRow("seconds apart") << 1000LL << QStringLiteral("10:02:18");
        QTest::newRow("milliseconds apart") << 5LL << QStringLiteral("10:02:18.250");
    }
    void clockTimesReadWell()
    {
        QFETCH(qint64, step);
        QFETCH(QString, text);
        QCOMPARE(ui::clockText(at(2min + 18'250ms), ui::TimeClock::Service, Offset(step)), text);
    }

    void wallTimesFollowTheServiceClock_data()
    {
        QTest::addColumn<QString>("pairs");
        QTest::addColumn<int>("service");
        QTest::addColumn<int>("wall");
        QTest::newRow("nothing known: the same") << QString() << 7000 << 7000;
        QTest::newRow("one pair: as far away as then")
            << QStringLiteral("1000:5000") << 7000 << 11'000;
        QTest::newRow("sixty times as fast, between two pairs")
            << QStringLiteral("0:0 60000:1000") << 30'000 << 500;
        QTest::newRow("the same pace goes on")
            << QStringLiteral("0:0 60000:1000") << 120'000 << 2000;
        QTest::newRow("a turn of the clock counts from where it was")
            << QStringLiteral("0:0 60000:1000 61000:2000 62000:3000") << 61'500 << 2500;
        QTest::newRow("late ones are no turn")
            << QStringLiteral("0:0 60000:1000 1000:1500") << 30'000 << 500;
    }
    void wallTimesFollowTheServiceClock()
    {
        QFETCH(QString, pairs);
        QFETCH(int, service);
        QFETCH(int, wall);
        ui::ClockMap map;
        for (const QString &pair : pairs.split(u' ', Qt::SkipEmptyParts))
            map.add(at(Offset(pair.section(u':', 0, 0).toInt())),
                    at(Offset(pair.section(u':', 1, 1).toInt())));
        QCOMPARE(map.wallAt(at(Offset(service))) - at(0ms), std::chrono::milliseconds(wall));
    }

    void aLongRunNeedsFewPairs()
    {
        ui::ClockMap map;
        for (int i = 0; i < 100'000; ++i)
            map.add(at(Offset(60 * i)), at(Offset(i + i % 7)));
        QVERIFY(map.size() < 300);
    }

    // Against keeping every moment.
    void stretchesAreTheGapsThatMatter()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 100; ++round) {
            std::vector<Offset> moments;
            for (int i = 0; i < 60; ++i)
                moments.push_back(Offset(random.bounded(1'000'000)));
            ui::BusyStretches busy;
            for (const Offset moment : moments)
                busy.add(at(moment));
            std::ranges::sort(moments);
            QStringList expected;
            for (std::size_t i = 1; i < moments.size(); ++i) {
                if (moments[i] - moments[i - 1] >= 10s)
                    expected << QStringLiteral("%1-%2")
                                    .arg(moments[i - 1].count())
                                    .arg(moments[i].count());
            }
            QStringList gaps;
            for (std::size_t i = 1; i < busy.intervals().size(); ++i)
                gaps << QStringLiteral("%1-%2")
                            .arg((busy.intervals()[i - 1].to - at(0ms)).count())
                            .arg((busy.intervals()[i].from - at(0ms)).count());
            QCOMPARE(gaps, expected);
        }
    }

    void stretchesStayFew()
    {
        ui::BusyStretches busy;
        for (int i = 0; i < 20'000; ++i)
            busy.add(at(i * 11s));
        QVERIFY(busy.intervals().size() <= 512);
        QCOMPARE(busy.intervals().front().from, at(0ms));
        QCOMPARE(busy.intervals().back().to, at(19'999 * 11s));
    }
};

QTEST_APPLESS_MAIN(TimeViewTest)
#include "tst_timeview.moc"
