// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/eventgroups.h"

#include <QRegularExpression>
#include <QTest>

using namespace otpscope;
using namespace otpscope::ui;
using namespace std::chrono_literals;

namespace {

struct Event
{
    models::Instant at;
};

std::vector<Event> eventsAt(const std::vector<int> &milliseconds)
{
    std::vector<Event> events;
    for (const int ms : milliseconds)
        events.push_back({models::Instant(std::chrono::milliseconds(ms))});
    return events;
}

/// A thousand pixels for a thousand milliseconds.
const TimeScale scale(0ms, 1000ms, 0, 1000, {}, 0);
constexpr PlotRange plot{0, 800};

std::vector<EventGroup> groups(const std::vector<int> &milliseconds)
{
    return groupsOf(eventsAt(milliseconds), models::Instant(), scale, plot, 6);
}

std::vector<EventGroup> evenly(std::size_t count, double distance)
{
    std::vector<EventGroup> result;
    for (std::size_t i = 0; i < count; ++i)
        result.push_back({i, 1, double(i) * distance, double(i) * distance});
    return result;
}

} // namespace

/// What of many events is drawn.
class EventGroupsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void eventsThatAreCloseAreOne()
    {
        const std::vector<EventGroup> expected{{0, 3, 10, 15}, {3, 1, 16, 16}, {4, 1, 500, 500}};
        QVERIFY(groups({10, 10, 15, 16, 500, 900}) == expected);
    }

    void thereAreNeverMoreThanFitAndNoneIsLost()
    {
        std::vector<int> many;
        for (int i = 0; i < 100'000; ++i)
            many.push_back(i / 100);
        const std::vector<EventGroup> found = groups(many);
        QVERIFY(found.size() <= 1000 / 6 + 1);
        std::size_t next = 0;
        for (const EventGroup &group : found) {
            QCOMPARE(group.first, next);
            next += group.count;
        }
        QVERIFY(next >= 80'000);
    }

    void denseIsManyInARowAndCloseTogether()
    {
        const std::vector<GroupStretch> close{{0, 12, true}};
        QVERIFY(stretchesOf(evenly(12, 8), 14, 12) == close);
        const std::vector<GroupStretch> tooFew{{0, 11, false}};
        QVERIFY(stretchesOf(evenly(11, 8), 14, 12) == tooFew);
        const std::vector<GroupStretch> tooFar{{0, 40, false}};
        QVERIFY(stretchesOf(evenly(40, 14), 14, 12) == tooFar);
        QVERIFY(stretchesOf({}, 14, 12).empty());
    }

    void whatStandsAloneBesideADenseStretchKeepsItsShape()
    {
        std::vector<EventGroup> all = evenly(20, 8);
        all.push_back({20, 1, 300, 300});
        all.push_back({21, 1, 400, 400});
        const std::vector<GroupStretch> expected{{0, 20, true}, {20, 22, false}};
        QVERIFY(stretchesOf(all, 14, 12) == expected);
    }

    void aGapBetweenColumnsStaysAGap()
    {
        const std::vector<EventGroup> apart = evenly(3, 30);
        const std::vector<QRectF> columns = columnsOf(apart, {0, 3, true}, 50, 16);
        QCOMPARE(columns[0].width(), 3.0);
        QCOMPARE(columns[1].left(), 30.0);
    }

    void columnsStandSideBySideAndTheHighestHasTheMost()
    {
        std::vector<EventGroup> all = evenly(12, 8);
        all[5].count = 1000;
        all[6].count = 30;
        const std::vector<QRectF> columns = columnsOf(all, {0, 12, true}, 50, 16);
        QCOMPARE(columns.size(), std::size_t(12));
        for (std::size_t i = 1; i < columns.size(); ++i)
            QCOMPARE(columns[i].left(), columns[i - 1].right());
        QCOMPARE(columns[5].height(), 16.0);
        QVERIFY(columns[6].height() > columns[4].height());
        QVERIFY(columns[6].height() < columns[5].height());
        QVERIFY(columns[0].height() >= 4);
        QCOMPARE(columns[6].center().y(), 50.0);
    }
};

QTEST_GUILESS_MAIN(EventGroupsTest)
#include "tst_eventgroups.moc"
