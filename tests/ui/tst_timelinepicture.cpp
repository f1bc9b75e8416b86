// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/run/runmachine.h"
#include "models/run/runupdate.h"
#include "tests/support/runstory.h"
#include "ui/timeline/timelinedata.h"
#include "ui/timeline/timelinepicture.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

#include <algorithm>
#include <map>

using namespace otpscope;
using namespace std::chrono_literals;

namespace {

constexpr double characterWidth = 7;
constexpr double lineHeight = 14;

double widthOf(const QString &text)
{
    return characterWidth * double(text.size());
}

ui::PictureRequest requestOf(QSizeF size)
{
    ui::PictureRequest request;
    request.size = size;
    request.textWidth = widthOf;
    request.lineHeight = lineHeight;
    return request;
}

QStringList texts(const ui::TimelinePicture &picture)
{
    QStringList texts;
    for (const ui::PictureText &text : picture.texts)
        texts << text.text;
    return texts;
}

bool isLed(const ui::TimelinePicture &picture, const ui::PictureText &text)
{
    return std::ranges::any_of(picture.leaders, [&](const QLineF &leader) {
        return std::abs(leader.x2() - text.rect.left()) < 1;
    });
}

} // namespace

class TimelinePictureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_flow = testsupport::storyFlow(QStringLiteral("viber 300, sms 600"));
    }

    void withoutARunThereIsNothing()
    {
        const ui::TimelineData data(m_catalogue);
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({800, 300}));
        QVERIFY(picture.lanes.empty());
        QVERIFY(picture.texts.empty());
    }

    void everyStatusHasItsWord_data()
    {
        QTest::addColumn<double>("width");
        QTest::newRow("in a small window") << 520.0;
        QTest::newRow("in an ordinary window") << 860.0;
        QTest::newRow("in a wide window") << 1600.0;
    }
    void everyStatusHasItsWord()
    {
        QFETCH(double, width);
        const ui::TimelineData data = told(failover());
        const QStringList said = texts(ui::layOut(data, requestOf({width, 300})));
        for (const char *word :
             {"InProgress", "Succeeded", "QUEUED", "EXPIRED", "Queued", "Sent", "Delivered"})
            QVERIFY2(said.contains(QLatin1String(word)), word);
    }

    // The picture is read at a glance only while nothing stands on something else.
    void noTwoTextsOverlap_data() { everyStatusHasItsWord_data(); }
    void noTwoTextsOverlap()
    {
        QFETCH(double, width);
        const ui::TimelineData data = told(failover());
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({width, 200}));
        for (std::size_t i = 0; i < picture.texts.size(); ++i) {
            for (std::size_t j = i + 1; j < picture.texts.size(); ++j) {
                const QRectF inner = picture.texts[i].rect.adjusted(0, 1, -2, -1);
                QVERIFY2(!inner.intersects(picture.texts[j].rect.adjusted(0, 1, -2, -1)),
                         qPrintable(picture.texts[i].text + u'/' + picture.texts[j].text));
            }
        }
    }

    void aWordThatIsPushedAwayIsLedTo()
    {
        // The flow's lane has no row under its bar.
        const ui::TimelineData data = told(QStringLiteral("send 0 InProgress viber sms\n"
                                                          "webhook 1 Succeeded viber:SEEN"));
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({300, 300}));
        const auto word =
            std::ranges::find(picture.texts, QStringLiteral("Succeeded"), &ui::PictureText::text);
        QVERIFY(word != picture.texts.end());
        const auto mark = std::ranges::find_if(picture.marks, [&](const ui::MarkPicture &each) {
            return ui::sentenceOf(data, each).contains(QLatin1String("Succeeded"));
        });
        QVERIFY(mark != picture.marks.end());
        const bool isNear = std::abs(word->rect.left() - mark->centre.x()) < 40 ||
                            word->rect.contains(QPointF(mark->centre.x(), word->rect.center().y()));
        QVERIFY(isNear || isLed(picture, *word));
    }

    void lanesFillTheirHeight_data()
    {
        QTest::addColumn<double>("height");
        QTest::newRow("as low as can be") << 0.0;
        QTest::newRow("comfortable") << 300.0;
        QTest::newRow("high") << 700.0;
    }
    void lanesFillTheirHeight()
    {
        QFETCH(double, height);
        const ui::TimelineData data = told(failover());
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({860, height}));
        QCOMPARE(picture.lanes.size(), 4u);
        for (std::size_t i = 1; i < picture.lanes.size(); ++i)
            QCOMPARE(picture.lanes[i].top, picture.lanes[i - 1].top + picture.lanes[i - 1].height);
        QVERIFY(picture.bottom >= ui::leastHeightFor(data, lineHeight) - 0.5);
        QVERIFY(picture.bottom <= std::max(height, ui::leastHeightFor(data, lineHeight)) + 0.5);
    }

    void theLastChangeUsesTheWidth()
    {
        const ui::TimelineData data = told(failover());
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({1000, 300}));
        QVERIFY(!picture.folds.empty());
        const double plot = picture.plotRight - picture.plotLeft;
        QVERIFY(picture.marks.back().centre.x() > picture.plotLeft + 0.85 * plot);
    }

    void whatOnlyConfirmsTheEndLeavesTheRunItsWidth()
    {
        const ui::TimelineData data = told(QStringLiteral("send 0 InProgress viber sms\n"
                                                          "webhook 3 InProgress viber:DELIVERED\n"
                                                          "webhook 9 Succeeded viber:SEEN\n"
                                                          "poll 29 Succeeded viber:SEEN"));
        QVERIFY(data.state().isConcluded());
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({1000, 300}));
        const double plot = picture.plotRight - picture.plotLeft;
        QVERIFY(picture.marks.back().centre.x() > picture.plotLeft + 0.7 * plot);
        QCOMPARE(picture.ticks.size(), 3u);
    }

    void whatIsDueIsShownBeforeItHappens()
    {
        const ui::TimelineData data = told(QStringLiteral("send 0 InProgress viber sms"));
        ui::PictureRequest request = requestOf({1000, 300});
        request.now = testsupport::storyTime(60);
        const ui::TimelinePicture picture = ui::layOut(data, request);
        QCOMPARE(picture.arrows.size(), 1u);
        QVERIFY(picture.arrows.front().isDue);
        QVERIFY(picture.nowX && *picture.nowX < picture.arrows.front().from.x());
        const QStringList said = texts(picture);
        QVERIFY2(said.filter(QStringLiteral("in 4 min")).size() == 1, qPrintable(said.join(u'|')));
    }

    void marksGoFromLeftToRight()
    {
        const ui::TimelineData data = told(failover());
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({860, 300}));
        QVERIFY(std::ranges::is_sorted(picture.marks, {}, [](const ui::MarkPicture &mark) {
            return std::pair(mark.centre.x(), mark.centre.y());
        }));
        QVERIFY(std::ranges::all_of(picture.marks, [&](const ui::MarkPicture &mark) {
            return !ui::sentenceOf(data, mark).isEmpty() && mark.observation.isStored();
        }));
    }

    void theAxisIsToldByTheClockAskedFor_data()
    {
        QTest::addColumn<ui::TimeClock>("clock");
        QTest::addColumn<QString>("label");
        QTest::newRow("since send") << ui::TimeClock::SinceSend << QStringLiteral("4 s");
        QTest::newRow("service clock") << ui::TimeClock::Service << QStringLiteral("10:00:04");
        QTest::newRow("wall clock") << ui::TimeClock::Wall << QStringLiteral("10:00:04");
    }
    void theAxisIsToldByTheClockAskedFor()
    {
        QFETCH(ui::TimeClock, clock);
        QFETCH(QString, label);
        const ui::TimelineData data = told(QStringLiteral("send 0 InProgress viber sms\n"
                                                          "webhook 8 Succeeded viber:SEEN"));
        ui::PictureRequest request = requestOf({860, 300});
        request.clock = clock;
        const QStringList said = texts(ui::layOut(data, request));
        QVERIFY2(said.contains(label), qPrintable(said.join(u'|')));
    }

    // Everything an axis, a lane or a word could stumble over, at every scale.
    void strangeRunsAreDrawnInOrder_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("word");
        QTest::newRow("equal times") << QStringLiteral("send 0 InProgress viber sms\n"
                                                       "webhook 5 InProgress viber:QUEUED\n"
                                                       "webhook 5 InProgress viber:SENT\n"
                                                       "webhook 5 Succeeded viber:SEEN")
                                     << QStringLiteral("SENT → SEEN");
        QTest::newRow("a run of a month") << QStringLiteral("send 0 InProgress viber sms\n"
                                                            "webhook 1 InProgress viber:QUEUED\n"
                                                            "webhook 2592000 Succeeded viber:SEEN")
                                          << QStringLiteral("7 d");
        QTest::newRow("a change of ten years later")
            << QStringLiteral("send 0 InProgress viber sms\n"
                              "webhook 1 InProgress viber:QUEUED\n"
                              "webhook 315360000 Succeeded viber:SEEN")
            << QStringLiteral("SEEN");
        QTest::newRow("a change of ten years before")
            << QStringLiteral("send 0 InProgress viber sms\n"
                              "webhook -315360000 InProgress viber:QUEUED\n"
                              "webhook 4 Succeeded viber:SEEN")
            << QStringLiteral("SEEN");
        QTest::newRow("steps missing, doubled and in another order")
            << QStringLiteral("send 0 InProgress viber sms\n"
                              "webhook 300 InProgress viber:EXPIRED id=m1\n"
                              "webhook 301 InProgress sms:Queued id=m2\n"
                              "webhook 302 InProgress sms:Sent id=m2 viber:EXPIRED id=m1\n"
                              "webhook 303 InProgress viber:EXPIRED id=m1 viber:EXPIRED id=m1 "
                              "sms:Sent id=m2\n"
                              "webhook 304 Succeeded sms:Delivered id=m2")
            << QStringLiteral("Delivered");
        QTest::newRow("more steps than the document has")
            << QStringLiteral("send 0 InProgress viber sms\n"
                              "webhook 3 InProgress viber:EXPIRED sms:Sent sms:Sent viber:QUEUED")
            << QStringLiteral("4 Viber");
    }
    void strangeRunsAreDrawnInOrder()
    {
        QFETCH(QString, story);
        QFETCH(QString, word);
        const ui::TimelineData data = told(story);
        ui::PictureRequest request = requestOf({900, 300});
        QStringList said = texts(ui::layOut(data, request));
        for (const ui::LanePicture &lane : ui::layOut(data, request).lanes)
            said << lane.title;
        const bool isSaid =
            std::ranges::any_of(said, [&](const QString &text) { return text.startsWith(word); });
        QVERIFY2(isSaid, qPrintable(said.join(u'|')));
        for (int zoom = 0; zoom < 40; ++zoom) {
            const ui::TimelinePicture picture = ui::layOut(data, request);
            verifyReadable(picture);
            request.view = ui::zoomed(request.view, picture.extent, picture.plot(), {}, 2,
                                      picture.plotLeft + 10 * (zoom % 70));
        }
    }

    // What an arrow stands for is said beside it, also where the bar is short.
    void everyFailoverSaysItsReason_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<double>("width");
        for (const double width : {620.0, 900.0, 1600.0}) {
            const auto named = [width](const char *name) {
                return QStringLiteral("%1, %2 pixels wide").arg(QLatin1String(name)).arg(width);
            };
            QTest::newRow(qPrintable(named("at once")))
                << QStringLiteral("send 0 InProgress viber sms\n"
                                  "webhook 0 Succeeded viber:FAILED@0 sms:Delivered@0")
                << width;
            QTest::newRow(qPrintable(named("soon")))
                << QStringLiteral("send 0 InProgress viber sms\n"
                                  "webhook 1 InProgress viber:FAILED sms:Queued@1\n"
                                  "webhook 5 Succeeded viber:FAILED sms:Delivered@1")
                << width;
            QTest::newRow(qPrintable(named("at the end"))) << failover() << width;
        }
    }
    void everyFailoverSaysItsReason()
    {
        QFETCH(QString, story);
        QFETCH(double, width);
        const ui::TimelineData data = told(story);
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({width, 300}));
        const auto isReason = [](const ui::PictureText &text) {
            return text.text.startsWith(QLatin1String("failover: Viber "));
        };
        QVERIFY2(std::ranges::any_of(picture.texts, isReason),
                 qPrintable(texts(picture).join(u'|')));
        // The arrow goes through none of the texts beside it.
        const double axis = picture.lanes[1].axis;
        const double arrow = picture.arrows.front().from.x();
        for (const ui::PictureText &text : picture.texts) {
            const bool isBelow =
                text.rect.top() > axis && text.rect.bottom() < picture.lanes[2].axis - 20;
            QVERIFY2(!isBelow || arrow <= text.rect.left() || arrow >= text.rect.right(),
                     qPrintable(text.text));
        }
    }

    void theLineOfThePresentGoesThroughNoReason()
    {
        const ui::TimelineData data = told(QStringLiteral("send 0 InProgress viber sms\n"
                                                          "poll 1 InProgress viber:QUEUED"));
        for (int seconds = 2; seconds < 300; seconds += 2) {
            ui::PictureRequest request = requestOf({1100, 300});
            request.now = testsupport::storyTime(seconds);
            const ui::TimelinePicture picture = ui::layOut(data, request);
            const auto reason = std::ranges::find_if(picture.texts, [](const ui::PictureText &t) {
                return t.text.startsWith(QLatin1String("SMS is due"));
            });
            QVERIFY(reason != picture.texts.end());
            QVERIFY2(*picture.nowX <= reason->rect.left() || *picture.nowX >= reason->rect.right(),
                     qPrintable(QString::number(seconds)));
        }
    }

    void barsEndWithTheRun()
    {
        // Viber was delivered and stays at that; a poll long after the end only confirms it.
        const ui::TimelineData data = told(QStringLiteral("send 0 InProgress viber sms\n"
                                                          "webhook 3 Succeeded viber:DELIVERED\n"
                                                          "poll 600 Succeeded viber:DELIVERED"));
        QVERIFY(data.state().isConcluded());
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({900, 300}));
        QCOMPARE(picture.bars.size(), std::size_t(2));
        QCOMPARE(picture.bars[0].rect.right(), picture.bars[1].rect.right());
        QVERIFY(picture.bars[1].rect.right() < picture.ticks.front().centre.x());
    }

    void whatConfirmsARunThatEndedAtOnceTakesLittleRoom()
    {
        const ui::TimelineData data = told(QStringLiteral("send 0 InProgress viber sms\n"
                                                          "webhook 2 Succeeded viber:SEEN\n"
                                                          "poll 160 Succeeded viber:SEEN"));
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({900, 300}));
        const double width = picture.plotRight - picture.plotLeft;
        QVERIFY(picture.marks.back().centre.x() > picture.plotLeft + width / 2);
    }

    void aRunWhoseWaitIsFoldedKeepsTheRoomForItsEnd()
    {
        const ui::TimelineData data =
            told(QStringLiteral("send 0 InProgress viber sms\n"
                                "webhook 300 InProgress viber:EXPIRED sms:Queued\n"
                                "webhook 306 Succeeded viber:EXPIRED sms:Delivered\n"
                                "poll 400 Succeeded viber:EXPIRED sms:Delivered"));
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({900, 300}));
        QVERIFY(picture.folds.size() >= 2);
        const double width = picture.plotRight - picture.plotLeft;
        QVERIFY(picture.marks.back().centre.x() > picture.plotLeft + width / 2);
    }

    void timesBeforeTheSendAreToldAsSuch()
    {
        const ui::TimelineData data = crowd(1, -3600s, 0ms);
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({900, 300}));
        QVERIFY2(texts(picture).contains(QStringLiteral("−1:00:00")),
                 qPrintable(texts(picture).join(u'|')));
        QVERIFY(ui::sentenceOf(data, picture.marks.front()).contains(QLatin1String("1 h before")));
        QVERIFY(picture.marks.front().centre.x() < picture.plotLeft + 10);
    }

    void aThousandChangesInOneMillisecondAreOneMark()
    {
        const ui::TimelineData data = crowd(1000, 1s, 0ms);
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({900, 300}));
        const auto crowded = std::ranges::max_element(picture.marks, {}, &ui::MarkPicture::count);
        QCOMPARE(crowded->count, 1000u);
        QVERIFY(ui::sentenceOf(data, *crowded).contains(QLatin1String("1000")));
        QVERIFY(texts(picture).filter(QStringLiteral("1000 changes")).size() == 1);
    }

    void whatIsDrawnDoesNotGrowWithTheRun()
    {
        const ui::TimelineData few = crowd(1000, 1s, 40ms);
        const ui::TimelineData many = crowd(100'000, 1s, 1ms);
        ui::PictureRequest request = requestOf({900, 300});
        for (int zoom = 0; zoom < 12; ++zoom) {
            const ui::TimelinePicture small = ui::layOut(few, request);
            const ui::TimelinePicture large = ui::layOut(many, request);
            constexpr double closest = 6;
            const double most = (large.plotRight - large.plotLeft) / closest;
            QCOMPARE_LE(double(large.marks.size()), most + 8);
            QCOMPARE_LE(double(small.marks.size()), most + 8);
            request.view = ui::zoomed(request.view, large.extent, large.plot(), {}, 2, 400);
        }
    }

    void aCrowdIsDrawnInColumnsAndSaidInOneSentence()
    {
        const ui::TimelineData many = crowd(100'000, 1s, 1ms);
        ui::PictureRequest request = requestOf({900, 300});
        constexpr int mostSymbols = 24;
        for (int zoom = 0; zoom < 12; ++zoom) {
            const ui::TimelinePicture picture = ui::layOut(many, request);
            std::map<std::size_t, int> symbols;
            for (const ui::MarkPicture &mark : picture.marks)
                symbols[mark.first.lane] += mark.column.isEmpty() ? 1 : 0;
            for (const auto &[lane, count] : symbols)
                QCOMPARE_LE(count, mostSymbols);
            request.view = ui::zoomed(request.view, picture.extent, picture.plot(), {}, 2, 400);
        }
        const QStringList said = texts(ui::layOut(many, requestOf({900, 300})));
        QVERIFY2(said.filter(QLatin1String(" changes, the last to ")).size() == 1,
                 qPrintable(said.join(u'|')));
    }

    void noArrowGoesBackInTime()
    {
        // The status that triggered the failover was reported long after the next step began.
        const ui::TimelineData data =
            told(QStringLiteral("send 0 InProgress viber sms\n"
                                "poll 304 InProgress sms:Queued@300.3 id=m2\n"
                                "poll 320 Succeeded viber:EXPIRED id=m1 sms:Delivered@300.3 id=m2"));
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({900, 300}));
        QCOMPARE(picture.arrows.size(), std::size_t(1));
        QCOMPARE_LE(picture.arrows.front().from.x(), picture.arrows.front().to.x());
    }

    // Against the plainest way to find them: each mark's place, one by one.
    void everyMarkHasItsPlaceAtAnyZoom()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 40; ++round) {
            QString story = QStringLiteral("send 0 InProgress viber sms");
            double at = 0;
            for (int i = 0; i < 30; ++i) {
                at += random.bounded(2) ? random.bounded(0.02) : random.bounded(200.0);
                story +=
                    QStringLiteral("\nwebhook %1 InProgress viber:S%2").arg(at, 0, 'f', 3).arg(i);
            }
            const ui::TimelineData data = told(story);
            ui::PictureRequest request = requestOf({700, 250});
            for (int zoom = 0; zoom < 8; ++zoom) {
                const ui::TimelinePicture picture = ui::layOut(data, request);
                verifyReadable(picture);
                verifyPlaces(data, picture);
                request.view = ui::zoomed(request.view, picture.extent, picture.plot(), {}, 3,
                                          100 + random.bounded(500.0));
            }
        }
    }

    void theWalkVisitsEveryChangeOnceInOrder()
    {
        const ui::TimelineData data = told(failover());
        QStringList walked;
        for (auto mark = ui::firstMark(data); mark; mark = ui::markAfter(data, *mark))
            walked << ui::sentenceOf(data, *mark).section(QStringLiteral(". Source"), 0, 0);
        QStringList back;
        for (auto mark = ui::lastMark(data); mark; mark = ui::markBefore(data, *mark))
            back.prepend(ui::sentenceOf(data, *mark).section(QStringLiteral(". Source"), 0, 0));
        QCOMPARE(back, walked);
        const qsizetype failovers = std::ssize(data.failovers());
        qsizetype changes = std::ssize(data.flowEvents());
        for (std::size_t i = 0; i < data.state().steps.size(); ++i)
            changes += std::ssize(data.stepEvents(i));
        QCOMPARE(walked.size(), changes + failovers);
        QCOMPARE(QSet<QString>(walked.begin(), walked.end()).size(), walked.size());
    }

    void upAndDownGoToTheNearestOfTheNextLane()
    {
        const ui::TimelineData data = told(failover());
        auto mark = ui::firstMark(data);
        QStringList lanes;
        for (; mark; mark = ui::markBelow(data, *mark))
            lanes << QString::number(int(mark->kind));
        // Flow, Viber, failover, SMS, polls, webhooks.
        QCOMPARE(lanes.join(u' '), QStringLiteral("0 1 2 1 3 4"));
    }

    void lateArrivalsFindTheirPlace()
    {
        const ui::TimelineData inOrder = told(failover());
        models::RunMachine machine(m_flow, m_catalogue);
        models::RunUpdateBuilder builder{models::RunId(QStringLiteral("r1"))};
        for (const models::Observation &each : testsupport::storyObservations(failover()))
            builder.add(each, machine.apply(each));
        models::RunUpdate update = builder.take(machine.state());
        std::ranges::reverse(update.transitions);
        std::ranges::reverse(update.observations);
        ui::TimelineData data(m_catalogue);
        data.reset(machine.state());
        data.apply(update);
        const ui::TimelinePicture a = ui::layOut(inOrder, requestOf({860, 300}));
        const ui::TimelinePicture b = ui::layOut(data, requestOf({860, 300}));
        QCOMPARE(b.marks.size(), a.marks.size());
        for (std::size_t i = 0; i < a.marks.size(); ++i)
            QCOMPARE(b.marks[i].centre, a.marks[i].centre);
    }

    void aWaitWithThingsInItIsNoFold()
    {
        // More changes than anything is kept of by itself, all over ten minutes.
        const ui::TimelineData data = crowd(300, 1s, 2000ms);
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({900, 300}));
        QCOMPARE(picture.folds.size(), 0u);
    }

private:
    /// Changes of the first step one after the other, beginning so long after the send.
    ui::TimelineData crowd(int count, std::chrono::milliseconds from,
                           std::chrono::milliseconds apart)
    {
        models::RunMachine machine(m_flow, m_catalogue);
        (void)machine.apply(
            testsupport::storyObservation(QStringLiteral("send 0 InProgress viber sms"), 1));
        ui::TimelineData data(m_catalogue);
        data.reset(machine.state());
        models::RunUpdate update;
        update.state = machine.state();
        const QStringList statuses{QStringLiteral("QUEUED"), QStringLiteral("SENT")};
        for (int i = 0; i < count; ++i) {
            update.transitions.push_back({testsupport::storyStart() + from + i * apart,
                                          models::Subject::Step, 1, QString(), statuses[i % 2],
                                          models::ObservationSource::Webhook,
                                          models::ObservationId{i + 2}});
        }
        data.apply(update);
        return data;
    }

    static void verifyReadable(const ui::TimelinePicture &picture)
    {
        QVERIFY(std::ranges::is_sorted(
            picture.marks, {}, [](const ui::MarkPicture &mark) { return mark.centre.x(); }));
        for (const ui::MarkPicture &mark : picture.marks)
            QVERIFY(mark.centre.x() >= picture.plotLeft && mark.centre.x() <= picture.plotRight);
        for (std::size_t i = 0; i < picture.texts.size(); ++i) {
            for (std::size_t j = i + 1; j < picture.texts.size(); ++j) {
                const QRectF inner = picture.texts[i].rect.adjusted(0, 1, -2, -1);
                QVERIFY2(!inner.intersects(picture.texts[j].rect.adjusted(0, 1, -2, -1)),
                         qPrintable(picture.texts[i].text + u'/' + picture.texts[j].text));
            }
        }
    }

    static void verifyPlaces(const ui::TimelineData &data, const ui::TimelinePicture &picture)
    {
        std::size_t shown = 0;
        std::size_t expected = 0;
        for (const ui::MarkPicture &mark : picture.marks)
            shown += mark.count;
        for (auto mark = ui::firstMark(data); mark; mark = ui::markAfter(data, *mark)) {
            if (mark->kind == ui::MarkKind::Failover)
                continue;
            const ui::Offset at = ui::timeOf(data, *mark) - *data.origin();
            const double x = picture.scale->xAt(at);
            const auto place = ui::placeOf(picture, *mark);
            const bool isOnShow = x >= picture.plotLeft && x <= picture.plotRight;
            expected += isOnShow ? 1 : 0;
            if (isOnShow)
                QVERIFY(place && std::abs(place->x() - x) <= 6);
        }
        // At the edges, one that is half on show may count or not.
        QVERIFY(shown + 2 >= expected && shown <= expected + 2);
    }

    static QString failover()
    {
        return QStringLiteral("send 0 InProgress viber sms\n"
                              "poll 1 InProgress viber:QUEUED\n"
                              "webhook 300 InProgress viber:EXPIRED sms:Queued\n"
                              "webhook 301 InProgress viber:EXPIRED sms:Sent\n"
                              "webhook 304 Succeeded viber:EXPIRED sms:Delivered");
    }

    ui::TimelineData told(const QString &story)
    {
        models::RunMachine machine(m_flow, m_catalogue);
        ui::TimelineData data(m_catalogue);
        data.reset(machine.state());
        models::RunUpdateBuilder builder{models::RunId(QStringLiteral("r1"))};
        for (const models::Observation &observation : testsupport::storyObservations(story))
            builder.add(observation, machine.apply(observation));
        data.apply(builder.take(machine.state()));
        return data;
    }

    models::Catalogue m_catalogue = platform::builtInCatalogue();
    models::Flow m_flow;
};

QTEST_GUILESS_MAIN(TimelinePictureTest)
#include "tst_timelinepicture.moc"
