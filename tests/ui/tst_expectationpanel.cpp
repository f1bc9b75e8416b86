// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "app/window/expectationfiles.h"
#include "models/items/flowlistmodel.h"
#include "models/items/runlistmodel.h"
#include "models/items/runmodel.h"
#include "models/run/runupdate.h"
#include "tests/support/runstory.h"
#include "ui/dialogs/comparisondialog.h"
#include "ui/library/librarypanel.h"
#include "ui/run/demanddialog.h"
#include "ui/run/expectationpanel.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>
#include <QTreeWidget>
#include <QtTest>

using namespace otpscope;
using namespace otpscope::models;
using namespace otpscope::testsupport;

namespace {

const auto expired = QStringLiteral("send 0 InProgress viber sms\n"
                                    "webhook 300 InProgress viber:EXPIRED\n"
                                    "webhook 310 Succeeded viber:EXPIRED sms:Delivered@300.3");
const auto seen = QStringLiteral("send 0 InProgress viber sms\n"
                                 "webhook 4 InProgress viber:DELIVERED\n"
                                 "webhook 5 Succeeded viber:SEEN");

void play(RunModel &model, const QString &lines, const Catalogue &catalogue)
{
    const RunId run(QStringLiteral("r"));
    RunMachine machine(storyFlow(QStringLiteral("viber 300, sms 600")), catalogue);
    RunUpdateBuilder builder{run};
    model.reset(run, machine.state());
    for (const Observation &observation : storyObservations(lines))
        builder.add(observation, machine.apply(observation));
    model.apply(builder.take(machine.state()));
}

QPushButton *buttonIn(const QWidget &widget, const QString &text)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

QString listed(const ui::ExpectationPanel &panel)
{
    const auto *list = panel.findChild<QListWidget *>();
    QStringList lines;
    for (int row = 0; row < list->count(); ++row)
        lines.append(list->item(row)->text());
    return lines.join(QLatin1Char('\n'));
}

QString summaryOf(const QWidget &widget)
{
    return widget.findChild<QLabel *>()->text();
}

const auto fillText = QStringLiteral("Make this run the &expectation");

} // namespace

/// What is expected of a run, in its panel, and two runs beside each other.
class ExpectationPanelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRunIsMadeTheExpectationByKey();
    void anOpenRunCannotBeTheExpectation();
    void aDemandIsTakenOffByKey();
    void aDemandIsChangedByKey();
    void theFileIsSavedAndOpened();
    void aFileThatIsNoneIsSaidInPlace();
    void twoRunsOfTheHistoryAreCompared();
    void theComparisonSaysWhatMoved();

private:
    const Catalogue m_catalogue = platform::builtInCatalogue();
};

void ExpectationPanelTest::init()
{
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
}

void ExpectationPanelTest::aRunIsMadeTheExpectationByKey()
{
    RunModel model;
    ui::ExpectationPanel panel(model);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    play(model, expired, m_catalogue);

    QTest::keyClick(buttonIn(panel, fillText), Qt::Key_Space);
    QCOMPARE(summaryOf(panel), QStringLiteral("7 of 7 met."));
    QVERIFY2(listed(panel).startsWith(
                 QStringLiteral("Met. Expected: the flow ends as Succeeded. Seen: Succeeded.\n"
                                "Met. Expected: delivered by SMS. Seen: SMS.")),
             qPrintable(listed(panel)));

    // Then another run is held against it.
    play(model, seen, m_catalogue);
    QVERIFY2(
        listed(panel).contains(QStringLiteral("Failed. Expected: delivered by SMS. Seen: Viber.")),
        qPrintable(listed(panel)));
}

void ExpectationPanelTest::anOpenRunCannotBeTheExpectation()
{
    RunModel model;
    ui::ExpectationPanel panel(model);
    QVERIFY(!buttonIn(panel, fillText)->isEnabled());
    play(model, QStringLiteral("send 0 InProgress viber sms"), m_catalogue);
    QVERIFY(!buttonIn(panel, fillText)->isEnabled());

    Expectations expectations;
    expectations.terminatingChannel = Channel::Viber;
    panel.setExpectations(expectations, QStringLiteral("file.json"));
    QCOMPARE(summaryOf(panel), QStringLiteral("file.json: 0 of 1 met."));
    QVERIFY2(listed(panel).startsWith(QStringLiteral("Not known.")), qPrintable(listed(panel)));
}

void ExpectationPanelTest::aDemandIsTakenOffByKey()
{
    RunModel model;
    ui::ExpectationPanel panel(model);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    panel.activateWindow();
    play(model, expired, m_catalogue);
    buttonIn(panel, fillText)->click();
    auto *list = panel.findChild<QListWidget *>();
    list->setFocus();
    QTRY_VERIFY(list->hasFocus());
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Delete);

    QVERIFY(!panel.expectations().terminatingChannel);
    QVERIFY(panel.expectations().finalStatus);
    QCOMPARE(list->count(), 6);
    QCOMPARE(list->currentRow(), 1);
}

void ExpectationPanelTest::aDemandIsChangedByKey()
{
    RunModel model;
    ui::ExpectationPanel panel(model);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    play(model, expired, m_catalogue);
    Expectations demands;
    demands.finalStatus = QStringLiteral("Failed");
    demands.steps = {{1, {QStringLiteral("EXPIRED")}}};
    demands.withinSeconds = 5;
    panel.setExpectations(demands, QStringLiteral("mine.json"));
    auto *list = panel.findChild<QListWidget *>();
    list->setFocus();
    list->setCurrentRow(0);

    QTest::keyClick(list, Qt::Key_Return);
    auto *dialog = panel.findChild<ui::DemandDialog *>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    auto *line = dialog->findChild<QLineEdit *>();
    QVERIFY(line->hasFocus());
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QVERIFY(!buttonIn(*dialog, QStringLiteral("OK"))->isEnabled());
    QTest::keyClicks(line, QStringLiteral("Succeeded"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(*panel.expectations().finalStatus, QStringLiteral("Succeeded"));
    QCOMPARE(panel.expectations().steps, demands.steps);
    QVERIFY(listed(panel).startsWith(QLatin1String("Met.")));
    QVERIFY(summaryOf(panel).startsWith(QLatin1String("mine.json")));

    list->setCurrentRow(1);
    QTest::keyClick(buttonIn(panel, QStringLiteral("Change…")), Qt::Key_Space);
    QTRY_VERIFY(!panel.findChildren<ui::DemandDialog *>().isEmpty());
    dialog = panel.findChildren<ui::DemandDialog *>().last();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(panel.expectations().steps, demands.steps);
}

void ExpectationPanelTest::theFileIsSavedAndOpened()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("expected.json"));
    QThread thread;
    thread.start();
    RunModel model;
    ui::ExpectationPanel panel(model);
    ui::ExpectationPanel other(model);
    {
        window::ExpectationFiles files(panel, thread);
        window::ExpectationFiles otherFiles(other, thread);
        play(model, expired, m_catalogue);
        buttonIn(panel, fillText)->click();
        files.saveFile(path);
        QTRY_COMPARE(summaryOf(panel), QStringLiteral("expected.json: 7 of 7 met."));
        otherFiles.openFile(path);
        QTRY_COMPARE(other.expectations(), panel.expectations());
    }
    thread.quit();
    QVERIFY(thread.wait());
}

void ExpectationPanelTest::aFileThatIsNoneIsSaidInPlace()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("slip.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"finalstatus\": \"Failed\"}");
    file.close();
    QThread thread;
    thread.start();
    RunModel model;
    ui::ExpectationPanel panel(model);
    {
        window::ExpectationFiles files(panel, thread);
        Expectations before;
        before.priceAtMost = 1;
        panel.setExpectations(before, {});
        files.openFile(path);
        QTRY_COMPARE(summaryOf(panel),
                     QStringLiteral("slip.json: What is expected has a key that means nothing: "
                                    "/finalstatus."));
        QCOMPARE(panel.expectations(), before);
        files.openFile(folder.filePath(QStringLiteral("nowhere.json")));
        QTRY_VERIFY(summaryOf(panel).startsWith(QStringLiteral("nowhere.json cannot be read")));
    }
    thread.quit();
    QVERIFY(thread.wait());
}

void ExpectationPanelTest::twoRunsOfTheHistoryAreCompared()
{
    FlowListModel flows;
    RunListModel runs;
    std::vector<RunListEntry> entries(3);
    for (size_t i = 0; i < entries.size(); ++i) {
        entries[i].id = RunId(QStringLiteral("run%1").arg(3 - i));
        entries[i].title = entries[i].id.text();
        entries[i].createdAt = storyTime(static_cast<double>(30 - 10 * i));
    }
    runs.setEntries(entries);
    ui::LibraryPanel library(flows, runs);
    library.show();
    QVERIFY(QTest::qWaitForWindowExposed(&library));
    QSignalSpy wanted(&library, &ui::LibraryPanel::comparisonWanted);
    QSignalSpy opened(&library, &ui::LibraryPanel::runChosen);
    QPushButton *compare = buttonIn(library, QStringLiteral("Compare the two chosen runs"));
    QVERIFY(!compare->isVisible());

    QListView *list = nullptr;
    for (QListView *candidate : library.findChildren<QListView *>()) {
        if (candidate->accessibleName() == QLatin1String("History"))
            list = candidate;
    }
    QVERIFY(list);
    const auto click = [list](int row, Qt::KeyboardModifiers modifiers) {
        const QPoint place = list->visualRect(list->model()->index(row, 0)).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, modifiers, place);
    };
    click(0, Qt::NoModifier);
    QCOMPARE(opened.size(), 1);
    click(2, Qt::ControlModifier);
    QCOMPARE(opened.size(), 1);
    QVERIFY(compare->isVisible());
    QTest::keyClick(compare, Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().at(0).value<RunId>().text(), QStringLiteral("run1"));
    QCOMPARE(wanted.front().at(1).value<RunId>().text(), QStringLiteral("run3"));
}

void ExpectationPanelTest::theComparisonSaysWhatMoved()
{
    RunComparison comparison{QStringLiteral("one"), QStringLiteral("two"), {}};
    ComparedStatus moved;
    moved.subject = Subject::Step;
    moved.order = 2;
    moved.status = QStringLiteral("Sent");
    moved.first = std::chrono::seconds{5};
    moved.second = std::chrono::seconds{7};
    moved.fields = {
        {QStringLiteral("/flowId"), QStringLiteral("\"a\""), QStringLiteral("\"b\""), true},
        {QStringLiteral("/steps/1/phone_number"), QStringLiteral("\"306971234567\""),
         QStringLiteral("1"), false},
        {QStringLiteral("/total_cost"), QStringLiteral("0.0468"), QStringLiteral("0.00930"), false},
        {QStringLiteral("/steps/1/code"), QStringLiteral("123456"), QString(), false}};
    ComparedStatus missing = moved;
    missing.status = QStringLiteral("Delivered");
    missing.second.reset();
    missing.fields.clear();
    comparison.statuses = {moved, missing};

    auto *dialog = new ui::ComparisonDialog(comparison);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    auto *tree = dialog->findChild<QTreeWidget *>();
    QCOMPARE(tree->topLevelItemCount(), 2);
    QCOMPARE(tree->topLevelItem(0)->text(0), QStringLiteral("Step 2: Sent"));
    QCOMPARE(tree->topLevelItem(0)->text(3), QStringLiteral("2 s later, 3 field(s)"));
    QCOMPARE(tree->topLevelItem(0)->childCount(), 3);
    QVERIFY(!tree->topLevelItem(0)->child(0)->text(1).contains(QLatin1String("1234")));
    // Prices are what one compares by.
    QCOMPARE(tree->topLevelItem(0)->child(1)->text(1), QStringLiteral("0.0468"));
    QCOMPARE(tree->topLevelItem(0)->child(1)->text(2), QStringLiteral("0.00930"));
    QCOMPARE(tree->topLevelItem(0)->child(2)->text(1), QStringLiteral("****"));
    QCOMPARE(tree->topLevelItem(1)->text(3), QStringLiteral("Missing"));
    QTest::keyClick(dialog->findChild<QCheckBox *>(), Qt::Key_Space);
    QCOMPARE(tree->topLevelItem(0)->childCount(), 4);
    dialog->close();
}

QTEST_MAIN(ExpectationPanelTest)
#include "tst_expectationpanel.moc"
