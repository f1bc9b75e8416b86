// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/replaydesk.h"
#include "models/items/observationmodel.h"
#include "tests/ui/openwindow.h"
#include "ui/dialogs/comparisondialog.h"
#include "ui/timeline/timelinemarks.h"

#include <QAccessible>
#include <QClipboard>
#include <QImage>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>

using namespace otpscope;

namespace {

/// Hands that have a keyboard and nothing else.
class Keyboard final
{
public:
    explicit Keyboard(testsupport::OpenWindow &open)
        : m_open(open)
    {}

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &m_open.window(), key, modifiers);
    }

    /// Goes on by the Tab key until the keyboard is there.
    [[nodiscard]] bool goTo(const QString &name, Qt::Key by = Qt::Key_Tab)
    {
        if (!isAtWork())
            return false;
        constexpr int mostControls = 250;
        for (int i = 0; i < mostControls; ++i) {
            const QWidget *focus = QApplication::focusWidget();
            if (focus && focus->accessibleName() == name)
                return true;
            press(by);
        }
        return false;
    }

    [[nodiscard]] bool chooseLast(const QString &combo)
    {
        const bool isThere = goTo(combo);
        press(Qt::Key_End);
        return isThere;
    }

    [[nodiscard]] bool pushButton(const QString &name)
    {
        const bool isThere = goTo(name);
        press(Qt::Key_Space);
        return isThere;
    }

    /// An entry of the menu that this letter opens.
    [[nodiscard]] bool chooseInMenu(Qt::Key letter, const QString &text)
    {
        if (!isAtWork())
            return false;
        QTest::keyClick(&m_open.window(), letter, Qt::AltModifier);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        for (int i = 0; menu && i < menu->actions().size(); ++i) {
            QTest::keyClick(menu, Qt::Key_Down);
            const QAction *active = menu->activeAction();
            if (active && QString(active->text()).remove(u'&') == text) {
                QTest::keyClick(menu, Qt::Key_Return);
                return true;
            }
        }
        return false;
    }

private:
    /// The offscreen platform leaves a menu that has closed the active window.
    [[nodiscard]] bool isAtWork()
    {
        ui::MainWindow &window = m_open.window();
        if (QApplication::activeWindow() != &window)
            QApplication::setActiveWindow(&window);
        const bool isActive = QTest::qWaitForWindowActive(&window);
        return isActive && QApplication::focusWidget();
    }

    testsupport::OpenWindow &m_open;
};

} // namespace

/// A tester without a mouse, from the send to the comparison, in one sitting.
class WindowKeysTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The offscreen platform says so of menus too.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    }
    void everythingIsReachedByKeysAlone();

private:
    static void walkTheMarks(testsupport::OpenWindow &open, Keyboard &keys);
    static void goFromRowToMark(testsupport::OpenWindow &open, Keyboard &keys);
    static void moveTheView(testsupport::OpenWindow &open, Keyboard &keys);
    static void switchTheClock(testsupport::OpenWindow &open, Keyboard &keys);
    static void exportTheRun(Keyboard &keys);
    static void replayToAMark(testsupport::OpenWindow &open, Keyboard &keys);
    static void followASecondRun(testsupport::OpenWindow &open, Keyboard &keys);
    static void compareBoth(testsupport::OpenWindow &open, Keyboard &keys);
};

void WindowKeysTest::everythingIsReachedByKeysAlone()
{
    const QTemporaryDir folder;
    testsupport::OpenWindow open(folder.path());
    QVERIFY(open.isReady());
    open.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&open.window()));
    QAccessible::setActive(true);
    const auto quiet = qScopeGuard([] { QAccessible::setActive(false); });
    Keyboard keys(open);
    QVERIFY(keys.chooseLast(QStringLiteral("Speed of the service clock")));
    keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 30'000);
    QTRY_VERIFY(open.button("Send")->isEnabled());

    const auto isFine = [] { return !QTest::currentTestFailed(); };
    walkTheMarks(open, keys);
    if (isFine())
        goFromRowToMark(open, keys);
    if (isFine())
        moveTheView(open, keys);
    if (isFine())
        switchTheClock(open, keys);
    if (isFine())
        exportTheRun(keys);
    if (isFine())
        replayToAMark(open, keys);
    if (isFine())
        followASecondRun(open, keys);
    if (isFine())
        compareBoth(open, keys);
}

/// Each mark says its sentence to the screen reader, and shows its row and its message.
void WindowKeysTest::walkTheMarks(testsupport::OpenWindow &open, Keyboard &keys)
{
    QVERIFY(keys.goTo(QStringLiteral("Timeline")));
    const ui::TimelineWidget *timeline = open.window().runView()->timeline();
    auto *events = open.named<QTableView>("Events");
    QAccessibleInterface *reader =
        QAccessible::queryAccessibleInterface(open.window().runView()->timeline());
    keys.press(Qt::Key_Home);
    QStringList said;
    std::optional<ui::MarkRef> before;
    while (timeline->currentMark() != before) {
        const ui::MarkRef mark = *timeline->currentMark();
        QVERIFY(!before ||
                ui::timeOf(timeline->data(), *before) <= ui::timeOf(timeline->data(), mark));
        before = mark;
        QAccessibleInterface *child = reader->focusChild();
        QVERIFY(child);
        said << child->text(QAccessible::Name);
        QCOMPARE(said.last(), ui::sentenceOf(timeline->data(), mark));
        const auto row = std::size_t(events->currentIndex().row());
        QCOMPARE(open.controller.run().observationModel()->observations().at(row).id,
                 timeline->currentObservation());
        keys.press(Qt::Key_Right);
    }
    QCOMPARE(said.size(), qsizetype(open.controller.run().transitions().size() +
                                    timeline->data().failovers().size()));
    QCOMPARE(QSet<QString>(said.begin(), said.end()).size(), said.size());
    // Webhooks bring it in the request, polls in the answer.
    const auto shows = [&open](const char *side) {
        return open.named<QPlainTextEdit>(side)->toPlainText().contains(
            QLatin1String("\"Delivered\""));
    };
    QTRY_VERIFY(shows("Request") || shows("Answer"));
}

void WindowKeysTest::goFromRowToMark(testsupport::OpenWindow &open, Keyboard &keys)
{
    const ui::TimelineWidget *timeline = open.window().runView()->timeline();
    QVERIFY(keys.goTo(QStringLiteral("Events")));
    const auto *events = open.named<QTableView>("Events");
    keys.press(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(events->currentIndex().row(), 0);
    QTRY_VERIFY(
        open.named<QPlainTextEdit>("Answer")->toPlainText().contains(QLatin1String("createdAt")));
    // Pretty and raw, and as a command.
    const auto answerLines = [&open] {
        return open.named<QPlainTextEdit>("Answer")->toPlainText().count(u'\n');
    };
    const auto pretty = answerLines();
    QVERIFY(keys.pushButton(QStringLiteral("Indent JSON")));
    QVERIFY(answerLines() < pretty);
    QVERIFY(keys.pushButton(QStringLiteral("Copy as cURL")));
    const QString command = QApplication::clipboard()->text();
    QVERIFY2(command.startsWith(QLatin1String("curl --request POST 'http://127.0.0.1:")),
             qPrintable(command));
    QVERIFY(command.contains(QLatin1String("${PIN:?")));
    QVERIFY(keys.goTo(QStringLiteral("Events")));
    for (int row = 1; row < events->model()->rowCount(); ++row) {
        keys.press(Qt::Key_Down);
        QCOMPARE(events->currentIndex().row(), row);
        QCOMPARE(timeline->currentObservation(),
                 open.controller.run().observationModel()->observations().at(std::size_t(row)).id);
    }
}

void WindowKeysTest::moveTheView(testsupport::OpenWindow &open, Keyboard &keys)
{
    const ui::TimelineWidget *timeline = open.window().runView()->timeline();
    QVERIFY(keys.goTo(QStringLiteral("Timeline"), Qt::Key_Backtab));
    const auto folds = timeline->picture().folds.size();
    QVERIFY2(folds > 0, "the clock ran fast, so that the last poll stands far behind");
    keys.press(Qt::Key_Home);
    for (int i = 0; i < 12; ++i)
        keys.press(Qt::Key_Plus);
    QCOMPARE(timeline->view().mode, ui::TimeView::Mode::Free);
    QVERIFY2(timeline->picture().folds.size() < folds, "what is close by is not folded");
    const double left = timeline->view().leftMs;
    keys.press(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(timeline->view().leftMs > left);
    keys.press(Qt::Key_PageUp);
    QVERIFY(timeline->view().leftMs <= left);
    keys.press(Qt::Key_0);
    QCOMPARE(timeline->view(), ui::TimeView());
    QCOMPARE(timeline->picture().folds.size(), folds);
}

void WindowKeysTest::switchTheClock(testsupport::OpenWindow &open, Keyboard &keys)
{
    const ui::TimelineWidget *timeline = open.window().runView()->timeline();
    const auto *events = open.named<QTableView>("Events");
    const auto title = [events] {
        return events->model()->headerData(0, Qt::Horizontal).toString();
    };
    // One of three: the arrow keys go from one to the next.
    QVERIFY(keys.goTo(QStringLiteral("Since send")));
    keys.press(Qt::Key_Right);
    QCOMPARE(timeline->timeClock(), ui::TimeClock::Service);
    QCOMPARE(title(), QStringLiteral("Service clock"));
    keys.press(Qt::Key_Right);
    QCOMPARE(timeline->timeClock(), ui::TimeClock::Wall);
    QCOMPARE(title(), QStringLiteral("Wall clock"));
    keys.press(Qt::Key_Left);
    keys.press(Qt::Key_Left);
    QCOMPARE(title(), QStringLiteral("Since send"));
}

/// To the clipboard; files are asked for in a dialog of Qt's, which has keys of its own.
void WindowKeysTest::exportTheRun(Keyboard &keys)
{
    QVERIFY(keys.chooseInMenu(Qt::Key_R, QStringLiteral("Copy the events")));
    const QString events = QApplication::clipboard()->text();
    QVERIFY2(events.startsWith(QLatin1String("at,")) && events.contains(QLatin1String("Delivered")),
             qPrintable(events));
    QVERIFY(keys.chooseInMenu(Qt::Key_R, QStringLiteral("Copy the picture")));
    QVERIFY(!QApplication::clipboard()->image().isNull());
}

void WindowKeysTest::replayToAMark(testsupport::OpenWindow &open, Keyboard &keys)
{
    const models::RunId run = open.controller.run().run();
    const auto transitions = open.controller.run().transitions();
    const ui::TimelineWidget *timeline = open.window().runView()->timeline();
    QVERIFY(keys.chooseInMenu(Qt::Key_R, QStringLiteral("Replay this run")));
    QTRY_VERIFY(open.controller.replays().isShown());
    QTRY_VERIFY(open.controller.run().transitions() == transitions);
    QVERIFY(keys.goTo(QStringLiteral("Timeline")));
    keys.press(Qt::Key_Home);
    while (ui::sentenceOf(timeline->data(), *timeline->currentMark())
               .contains(QLatin1String("EXPIRED")) == false)
        keys.press(Qt::Key_Right);
    const models::ObservationId mark = timeline->currentObservation();
    QVERIFY(keys.pushButton(QStringLiteral("To the mark")));
    QTRY_COMPARE(open.controller.run().transitions().back().observation, mark);
    QVERIFY(!open.state().isConcluded());
    QVERIFY(keys.pushButton(QStringLiteral("Next change")));
    QTRY_VERIFY(open.controller.run().transitions().back().observation.value > mark.value);
    QVERIFY(keys.pushButton(QStringLiteral("Close the replay")));
    QTRY_COMPARE(open.controller.run().run(), run);
}

void WindowKeysTest::followASecondRun(testsupport::OpenWindow &open, Keyboard &keys)
{
    const ui::TimelineWidget *timeline = open.window().runView()->timeline();
    QVERIFY(keys.goTo(QStringLiteral("Speed of the service clock")));
    keys.press(Qt::Key_Home);
    keys.press(Qt::Key_Down);
    keys.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!open.controller.run().transitions().empty() && !open.state().isConcluded());
    QVERIFY(keys.goTo(QStringLiteral("Timeline")));
    keys.press(Qt::Key_Plus);
    QCOMPARE(timeline->view().mode, ui::TimeView::Mode::Follow);
    keys.press(Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(timeline->view().mode, ui::TimeView::Mode::Free);
    keys.press(Qt::Key_F);
    QCOMPARE(timeline->view().mode, ui::TimeView::Mode::Follow);
    QVERIFY(timeline->picture().nowX.has_value());
    QVERIFY(keys.chooseLast(QStringLiteral("Speed of the service clock")));
    QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 30'000);
    QTRY_VERIFY(open.button("Send")->isEnabled());
}

void WindowKeysTest::compareBoth(testsupport::OpenWindow &open, Keyboard &keys)
{
    QVERIFY(keys.goTo(QStringLiteral("History")));
    keys.press(Qt::Key_Home);
    keys.press(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(keys.pushButton(QStringLiteral("Compare the two chosen runs")));
    const auto shown = [&open] { return open.window().findChild<ui::ComparisonDialog *>(); };
    QTRY_VERIFY(shown() && shown()->isVisible());
    const QPointer<ui::ComparisonDialog> dialog = shown();
    const auto *tree = dialog->findChild<QTreeWidget *>();
    QVERIFY(tree->topLevelItemCount() >= 7);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

QTEST_MAIN(WindowKeysTest)
#include "tst_windowkeys.moc"
