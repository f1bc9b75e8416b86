// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/run/runmachine.h"
#include "models/run/runupdate.h"
#include "tests/support/runstory.h"
#include "ui/timeline/timelinedata.h"
#include "ui/timeline/timelinepicture.h"

#include <QRegularExpression>
#include <QtTest>

#include <algorithm>

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
    return {size, {}, widthOf, lineHeight};
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
        for (const char *word : {"InProgress", "Succeeded", "QUEUED", "EXPIRED", "Queued", "Sent",
                                 "Delivered"})
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
        const auto word = std::ranges::find(picture.texts, QStringLiteral("Succeeded"),
                                            &ui::PictureText::text);
        QVERIFY(word != picture.texts.end());
        const auto mark = std::ranges::find_if(picture.marks, [](const ui::MarkPicture &each) {
            return each.sentence.contains(QLatin1String("Succeeded"));
        });
        QVERIFY(mark != picture.marks.end());
        const bool isNear = std::abs(word->rect.left() - mark->centre.x()) < 40
                            || word->rect.contains(QPointF(mark->centre.x(), word->rect.center().y()));
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
        QVERIFY2(said.filter(QStringLiteral("in 4 min")).size() == 1,
                 qPrintable(said.join(u'|')));
    }

    void marksGoFromLeftToRight()
    {
        const ui::TimelineData data = told(failover());
        const ui::TimelinePicture picture = ui::layOut(data, requestOf({860, 300}));
        QVERIFY(std::ranges::is_sorted(picture.marks, {}, [](const ui::MarkPicture &mark) {
            return std::pair(mark.centre.x(), mark.centre.y());
        }));
        QVERIFY(std::ranges::all_of(picture.marks, [](const ui::MarkPicture &mark) {
            return !mark.sentence.isEmpty() && mark.observation.isStored();
        }));
    }

private:
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
