// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/items/observationmodel.h"
#include "models/items/runmodel.h"
#include "models/run/runmachine.h"
#include "models/run/runupdate.h"
#include "tests/support/fakeclock.h"
#include "tests/support/runstory.h"
#include "ui/run/runview.h"
#include "ui/run/verdictbutton.h"
#include "ui/timeline/timelineaccessible.h"
#include "ui/timeline/timelinepainter.h"
#include "ui/timeline/timelinewidget.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>

#include <cmath>
#include <memory>
#include <optional>

using namespace otpscope;
using namespace std::chrono_literals;

// The timeline in a real window, by keys alone, by wheel, by touch and by screen reader.
class TimelineWidgetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        m_clock = std::make_unique<testsupport::FakeClock>(testsupport::storyTime(0));
        m_run = std::make_unique<models::RunModel>();
        m_view = std::make_unique<ui::RunView>(*m_run, m_catalogue, *m_clock);
        m_view->resize(1000, 700);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_machine = std::make_unique<models::RunMachine>(
            testsupport::storyFlow(QStringLiteral("viber 300, sms 600")), m_catalogue);
        m_run->reset(models::RunId(QStringLiteral("r1")), m_machine->state());
        timeline()->setFocus();
    }
    void cleanup() { m_view.reset(); }

    void keysWalkTheStoryAndTellEachMark()
    {
        tell(failover());
        const QSignalSpy chosen(timeline(), &ui::TimelineWidget::observationChosen);
        press(Qt::Key_Home);
        QStringList said{timeline()->accessibleDescription()};
        constexpr int more = 20;
        for (int i = 0; i < more; ++i) {
            press(Qt::Key_Right);
            if (said.last() != timeline()->accessibleDescription())
                said << timeline()->accessibleDescription();
        }
        for (const char *word :
             {"InProgress", "QUEUED", "EXPIRED", "Queued", "Sent", "Delivered", "Succeeded"})
            QVERIFY2(said.filter(QLatin1String(word)).size() >= 1, word);
        QVERIFY(chosen.size() >= said.size());
        press(Qt::Key_Home);
        QCOMPARE(timeline()->accessibleDescription(), said.first());
    }

    void aMarkSelectsItsRowAndARowItsMark()
    {
        tell(failover());
        QTableView *events = eventList();
        press(Qt::Key_End);
        const auto last = timeline()->currentMark();
        QCOMPARE(events->currentIndex().row(), 4);
        events->setFocus();
        for (int row = 3; row >= 0; --row) {
            QTest::keyClick(events, Qt::Key_Up);
            QCOMPARE(events->currentIndex().row(), row);
            const auto mark = timeline()->currentMark();
            QVERIFY(mark);
            QCOMPARE(ui::observationOf(timeline()->data(), *mark).value, row + 1);
        }
        QVERIFY(timeline()->currentMark() != last);
    }

    void keysZoomPanAndComeBack()
    {
        tell(failover());
        const QSignalSpy moved(timeline(), &ui::TimelineWidget::viewChanged);
        press(Qt::Key_Plus);
        QCOMPARE(timeline()->view().mode, ui::TimeView::Mode::Free);
        const double before = timeline()->view().leftMs;
        press(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(timeline()->view().leftMs > before);
        press(Qt::Key_PageUp);
        QVERIFY(timeline()->view().leftMs <= before);
        press(Qt::Key_0);
        QCOMPARE(timeline()->view(), ui::TimeView());
        QCOMPARE(moved.size(), 4);
    }

    void aLiveRunIsFollowedUntilOneMovesAwayAndOneKeyBringsItBack()
    {
        tell(QStringLiteral("send 0 InProgress viber sms"));
        m_view->setFollowed(true);
        m_clock->advance(20s);
        press(Qt::Key_Plus);
        QCOMPARE(timeline()->view().mode, ui::TimeView::Mode::Follow);
        m_clock->advance(60s);
        QVERIFY(timeline()->picture().nowX.has_value());
        press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(timeline()->view().mode, ui::TimeView::Mode::Free);
        m_clock->advance(200s);
        QVERIFY(!timeline()->picture().nowX.has_value());
        QVERIFY(button(QStringLiteral("Follow"))->isEnabled());
        press(Qt::Key_F);
        QVERIFY(timeline()->picture().nowX.has_value());
        QVERIFY(!button(QStringLiteral("Follow"))->isEnabled());
    }

    void theWheelZoomsAtThePointerAndPansSideways()
    {
        tell(failover());
        const double x = timeline()->shown().plotLeft + 200;
        const double before = timeline()->shown().scale->msAt(x);
        turnWheel(QPoint(0, 120), x);
        QCOMPARE(timeline()->view().mode, ui::TimeView::Mode::Free);
        QVERIFY(std::abs(timeline()->shown().scale->msAt(x) - before) < 1);
        const double left = timeline()->view().leftMs;
        turnWheel(QPoint(-120, 0), x);
        QVERIFY(timeline()->view().leftMs > left);
        for (int i = 0; i < 20; ++i)
            turnWheel(QPoint(0, -120), x);
        QCOMPARE(timeline()->view().mode, ui::TimeView::Mode::Fit);
    }

    void twoFingersZoomAndOnePans()
    {
        tell(failover());
        const auto device = std::unique_ptr<QPointingDevice>(QTest::createTouchDevice());
        const QPoint middle(500, 100);
        const QPoint apart(60, 0);
        const QPoint wide(160, 0);
        QTest::touchEvent(timeline(), device.get())
            .press(0, middle - apart)
            .press(1, middle + apart);
        QTest::touchEvent(timeline(), device.get()).move(0, middle - wide).move(1, middle + wide);
        QTest::touchEvent(timeline(), device.get())
            .release(0, middle - wide)
            .release(1, middle + wide);
        QCOMPARE(timeline()->view().mode, ui::TimeView::Mode::Free);
        const double left = timeline()->view().leftMs;
        QTest::touchEvent(timeline(), device.get()).press(0, middle);
        QTest::touchEvent(timeline(), device.get()).move(0, middle - wide);
        QTest::touchEvent(timeline(), device.get()).release(0, middle - wide);
        QVERIFY(timeline()->view().leftMs > left);
    }

    void buttonsSwitchTheClockOfPictureAndTables()
    {
        tell(failover());
        QTableView *events = eventList();
        const auto first = [events] { return events->model()->index(2, 0).data().toString(); };
        QCOMPARE(first(), QStringLiteral("5 min"));
        QTest::keyClick(button(QStringLiteral("Service")), Qt::Key_Space);
        QCOMPARE(timeline()->timeClock(), ui::TimeClock::Service);
        QCOMPARE(first(), QStringLiteral("10:05:00.000"));
        QCOMPARE(events->model()->headerData(0, Qt::Horizontal).toString(),
                 QStringLiteral("Service clock"));
    }

    void aScreenReaderFindsEveryMarkWithItsSentence()
    {
        QAccessible::setActive(true);
        tell(failover());
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(timeline());
        QCOMPARE(whole->role(), QAccessible::List);
        QCOMPARE(whole->childCount(), int(timeline()->marksOnShow().size()));
        QStringList names;
        for (int i = 0; i < whole->childCount(); ++i) {
            QAccessibleInterface *mark = whole->child(i);
            QCOMPARE(mark->parent(), whole);
            QCOMPARE(whole->indexOfChild(mark), i);
            QVERIFY(mark->rect().isValid());
            names << mark->text(QAccessible::Name);
        }
        QVERIFY(!names.contains(QString()));
        for (const char *word : {"QUEUED", "EXPIRED", "Delivered", "Poll", "Webhook"})
            QVERIFY2(!names.filter(QLatin1String(word)).isEmpty(), word);

        QAccessibleInterface *second = whole->child(1);
        second->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(second->state().selected);
        QCOMPARE(whole->focusChild(), second);
        press(Qt::Key_End);
        QVERIFY(!second->state().selected);
        m_run->reset(models::RunId(QStringLiteral("r2")), m_machine->state());
        QVERIFY(!second->isValid());
        QAccessible::setActive(false);
    }

    void aConcludedRunSaysInOneLineHowItEnded()
    {
        tell(failover());
        QStringList lines;
        for (const QLabel *label : m_view->findChildren<QLabel *>())
            lines << label->text();
        const QStringList found =
            lines.filter(QRegularExpression(QStringLiteral("^SMS delivered after 5 min 4 s, ")));
        QVERIFY2(found.size() == 1, qPrintable(lines.join(u'|')));
    }

    void theVerdictSaysWhetherItIsRightAndLeadsToTheFindings_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<QString>("verdict");
        const auto sent = QStringLiteral("send 0 InProgress viber sms\n");
        QTest::newRow("open") << sent << QStringLiteral("No finding so far");
        QTest::newRow("as documented")
            << failover() << QStringLiteral("No finding against the service");
        QTest::newRow("failover after seen")
            << sent + QStringLiteral("webhook 4 Succeeded viber:SEEN\n"
                                     "webhook 9 Succeeded viber:SEEN sms:Delivered@8")
            << QStringLiteral("1 error(s), 1 warning(s)");
    }
    void theVerdictSaysWhetherItIsRightAndLeadsToTheFindings()
    {
        QFETCH(QString, story);
        QFETCH(QString, verdict);
        QVERIFY2(!button(QStringLiteral("No finding so far"))->isVisible(), "there is no run");
        tell(story);
        QToolButton *said = button(verdict);
        QVERIFY2(said, qPrintable(m_view->findChild<ui::VerdictButton *>()->text()));
        QVERIFY(said->isVisible());
        QVERIFY(said->text().size() > verdict.size());
        said->setFocus();
        QTest::keyClick(said, Qt::Key_Space);
        QCOMPARE(m_view->focusWidget()->accessibleName(), QStringLiteral("Findings"));
        QVERIFY(m_view->focusWidget()->isVisible());
    }

    // "Succeeded" in the answer to the send says nothing of a delivery.
    void anAcceptanceIsNotShownAsADelivery()
    {
        const auto wordOf = [this](const char *word) {
            const auto &texts = timeline()->picture().texts;
            const auto found =
                std::ranges::find(texts, QLatin1String(word), &ui::PictureText::text);
            return found == texts.end() ? std::optional<ui::Tone>() : found->tone;
        };
        tell(QStringLiteral("send 0 Succeeded viber sms"));
        QTRY_COMPARE(wordOf("Accepted"), ui::Tone::Muted);
        QVERIFY(!wordOf("Succeeded"));
        press(Qt::Key_Home);
        QVERIFY2(timeline()->accessibleDescription().contains(
                     QStringLiteral("accepted, not yet delivered (“Succeeded”")),
                 qPrintable(timeline()->accessibleDescription()));
        const auto hasLabel = [this](const QString &part) {
            const auto labels = m_view->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->text().contains(part); });
        };
        QTRY_VERIFY(hasLabel(QStringLiteral("accepted, not yet delivered")));
        QVERIFY(!hasLabel(QStringLiteral("Succeeded")));
        QStringList cells;
        for (const QTableView *table : m_view->findChildren<QTableView *>()) {
            if (table->accessibleName() == QLatin1String("Transitions"))
                cells << table->model()->index(0, 3).data().toString();
        }
        QCOMPARE(cells, QStringList{QStringLiteral("Accepted, not yet delivered (“Succeeded”)")});

        tell(QStringLiteral("webhook 5 Succeeded viber:SEEN"));
        QTRY_COMPARE(wordOf("Succeeded"), ui::Tone::Success);
        QCOMPARE(wordOf("Accepted"), ui::Tone::Muted);
        QTRY_VERIFY(hasLabel(QStringLiteral("Succeeded")));
    }

    void noLineIsDrawnThroughAWord_data()
    {
        QTest::addColumn<QString>("story");
        QTest::addColumn<bool>("isFollowed");
        QTest::newRow("the sign of a fold stays clear of how long it is") << failover() << false;
        QTest::newRow("the line of the present goes round the words in its way")
            << QStringLiteral("send 0 InProgress viber sms\npoll 1 InProgress viber:QUEUED")
            << true;
    }
    void noLineIsDrawnThroughAWord()
    {
        QFETCH(const QString, story);
        QFETCH(const bool, isFollowed);
        tell(story);
        m_view->setFollowed(isFollowed);
        const ui::Colours &colours = ui::lightColours();
        ui::TimelinePicture picture = timeline()->picture();
        QVERIFY(isFollowed ? picture.nowX.has_value() : !picture.folds.empty());
        // Everything but the words themselves.
        for (ui::PictureText &text : picture.texts)
            text.text.clear();
        QImage image(picture.size.toSize(), QImage::Format_RGB32);
        image.fill(colours.surface);
        QPainter painter(&image);
        ui::paintTimeline(painter, picture, colours, m_view->font(), std::nullopt);
        painter.end();
        const double line = picture.nowX.value_or(
            picture.folds.empty() ? 0 : (picture.folds[0].left + picture.folds[0].right) / 2);
        const int reach = isFollowed ? 1 : 15;
        const QColor forbidden = isFollowed ? colours.accent : colours.muted;
        int words = 0;
        for (const ui::PictureText &text : picture.texts) {
            if (line < text.rect.left() || line > text.rect.right())
                continue;
            ++words;
            const QRect there(QPoint(int(line) - reach, int(std::ceil(text.rect.top()))),
                              QPoint(int(line) + reach, int(text.rect.bottom()) - 1));
            for (int x = there.left(); x <= there.right(); ++x) {
                for (int y = there.top(); y <= there.bottom(); ++y)
                    QVERIFY2(image.pixelColor(x, y) != forbidden,
                             qPrintable(QStringLiteral("at %1, %2").arg(x).arg(y)));
            }
        }
        QVERIFY(words > 0);
    }

    void aStepWhoseTimeIsOverIsSaidSo()
    {
        tell(QStringLiteral("send 0 InProgress viber sms"));
        m_view->setFollowed(true);
        QCOMPARE(m_view->headline(), QStringLiteral("Viber is on its way."));
        m_clock->advance(400s);
        tell(QStringLiteral("poll 400 InProgress viber:QUEUED"));
        QTRY_VERIFY2(m_view->headline().endsWith(QLatin1String("nothing final was reported.")),
                     qPrintable(m_view->headline()));
        const auto &texts = timeline()->picture().texts;
        QVERIFY(std::ranges::any_of(texts, [](const ui::PictureText &text) {
            return text.text == QLatin1String("ttl 5 min, over");
        }));
    }

private:
    static QString failover()
    {
        return QStringLiteral("send 0 InProgress viber sms\n"
                              "poll 1 InProgress viber:QUEUED\n"
                              "webhook 300 InProgress viber:EXPIRED sms:Queued\n"
                              "webhook 301 InProgress viber:EXPIRED sms:Sent\n"
                              "webhook 304 Succeeded viber:EXPIRED sms:Delivered price=0.01");
    }

    void tell(const QString &story)
    {
        models::RunUpdateBuilder builder{models::RunId(QStringLiteral("r1"))};
        for (const models::Observation &observation : testsupport::storyObservations(story))
            builder.add(observation, m_machine->apply(observation));
        m_run->apply(builder.take(m_machine->state()));
    }

    [[nodiscard]] ui::TimelineWidget *timeline() const { return m_view->timeline(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(timeline(), key, modifiers);
    }

    void turnWheel(QPoint angle, double x)
    {
        const QPointF at(x, 60);
        QWheelEvent turn(at, timeline()->mapToGlobal(at), {}, angle, Qt::NoButton, {},
                         Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(timeline(), &turn);
    }

    [[nodiscard]] QTableView *eventList() const
    {
        for (QTableView *each : m_view->findChildren<QTableView *>()) {
            if (each->accessibleName() == QLatin1String("Events"))
                return each;
        }
        return nullptr;
    }

    [[nodiscard]] QToolButton *button(const QString &name) const
    {
        for (QToolButton *each : m_view->findChildren<QToolButton *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }

    models::Catalogue m_catalogue = platform::builtInCatalogue();
    std::unique_ptr<testsupport::FakeClock> m_clock;
    std::unique_ptr<models::RunModel> m_run;
    std::unique_ptr<models::RunMachine> m_machine;
    std::unique_ptr<ui::RunView> m_view;
};

QTEST_MAIN(TimelineWidgetTest)
#include "tst_timelinewidget.moc"
