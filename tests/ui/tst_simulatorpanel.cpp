// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/openwindow.h"
#include "ui/run/runtexts.h"
#include "ui/simulator/simulatedflowmodel.h"
#include "ui/simulator/simulatorpanel.h"

#include <QAbstractItemModelTester>
#include <QDockWidget>
#include <QSignalSpy>
#include <QLabel>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace otpscope;

namespace {

ui::SimulatedFlow flow(const char *id, std::vector<ui::SimulatedStep> steps)
{
    ui::SimulatedFlow made;
    made.flowId = QLatin1String(id);
    made.status = QStringLiteral("InProgress");
    made.steps = std::move(steps);
    return made;
}

ui::SimulatedStep viber(const char *status)
{
    return {models::Channel::Viber, QLatin1String(status)};
}

QStringList printed(const ui::SimulatedFlowModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        rows.append(model.index(row, 0).data().toString() + QLatin1Char(' ') +
                    model.index(row, 1).data().toString().replace(QLatin1Char('\n'),
                                                                  QStringLiteral(" | ")));
    }
    return rows;
}

void chooseText(QComboBox *combo, const QString &text)
{
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Home);
    while (combo->currentText() != text && combo->currentIndex() + 1 < combo->count())
        QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentText(), text);
}

} // namespace

class SimulatorPanelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnEveryWarning(); }

    void theModelKeepsItsRowsWhereFlowsAreAdded()
    {
        ui::SimulatedFlowModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFlows({});
        model.setFlows({flow("one", {viber("QUEUED")})});
        const QPersistentModelIndex first = model.index(0, 0);
        model.setFlows({flow("two", {viber("QUEUED")}), flow("one", {viber("SEEN")})});
        QCOMPARE(printed(model),
                 (QStringList{QStringLiteral("two Viber QUEUED | InProgress · nothing more"),
                              QStringLiteral("one Viber SEEN | InProgress · nothing more")}));
        QCOMPARE(first.row(), 1);
        model.setFlows({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!first.isValid());
        QCOMPARE(model.columnCount(model.index(0, 0)), ui::SimulatedFlowModel::ColumnCount);
        QVERIFY(
            !model.headerData(ui::SimulatedFlowModel::ColumnCount, Qt::Horizontal, Qt::DisplayRole)
                 .isValid());
    }

    void theModelTellsWhatComesNext()
    {
        ui::SimulatedFlowModel model;
        ui::SimulatedFlow one = flow("one", {viber("QUEUED")});
        one.nextAt = models::Instant{std::chrono::seconds{1'795'428'000}};
        one.nextStatus = QStringLiteral("EXPIRED");
        ui::SimulatedFlow two = flow("two", {viber("DELIVERED")});
        two.nextAt = one.nextAt;
        model.setFlows({two, one});
        const QString time = ui::serviceTimeText(*one.nextAt);
        QCOMPARE(printed(model),
                 (QStringList{
                     QStringLiteral("two Viber DELIVERED | InProgress · next channel at ") + time,
                     QStringLiteral("one Viber QUEUED | InProgress · EXPIRED at ") + time}));
    }

    void theMenuBringsThePanelToTheFront()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        auto *dock = open.window().findChild<QDockWidget *>(QStringLiteral("simulatorDock"));
        QVERIFY(!dock->isVisible());
        dock->toggleViewAction()->trigger();
        auto *table = open.named<QTableView>("Flows in the simulator");
        QTRY_VERIFY(!table->visibleRegion().isEmpty());
    }

    void onlyStatusesThatCanFollowAreOffered()
    {
        const models::Catalogue catalogue = platform::builtInCatalogue();
        ui::SimulatorPanel panel(catalogue);
        panel.setFlows({flow("one", {viber("DELIVERED")})});
        const QList<QComboBox *> combos = panel.findChildren<QComboBox *>();
        const auto status = std::find_if(combos.begin(), combos.end(), [](const QComboBox *combo) {
            return combo->accessibleName() == QLatin1String("Status to report");
        });
        QVERIFY(status != combos.end());
        QCOMPARE((*status)->findText(QStringLiteral("QUEUED")), -1);
        QVERIFY((*status)->findText(QStringLiteral("SEEN")) >= 0);
        panel.setFlows({flow("one", {viber("SEEN")})});
        QCOMPARE((*status)->count(), 0);
        QVERIFY(!(*status)->isEnabled());
        auto *note = panel.findChild<QLabel *>(QStringLiteral("nothingToReport"));
        QVERIFY(!note->isHidden());
        QCOMPARE(note->text(), QStringLiteral("No status can follow SEEN."));
    }

    void aNewFlowIsChosenWhereTheChosenOneIsDoneWith()
    {
        const models::Catalogue catalogue = platform::builtInCatalogue();
        ui::SimulatorPanel panel(catalogue);
        const auto *table = panel.findChild<QTableView *>();
        const auto chosen = [table] {
            return table->currentIndex().siblingAtColumn(0).data().toString();
        };
        QStringList story;
        for (const auto &flows :
             {std::vector{flow("one", {viber("QUEUED")})},
              std::vector{flow("two", {viber("QUEUED")}), flow("one", {viber("QUEUED")})},
              std::vector{flow("two", {viber("QUEUED")}), flow("one", {viber("SEEN")})},
              std::vector{flow("three", {viber("QUEUED")}), flow("two", {viber("QUEUED")}),
                          flow("one", {viber("SEEN")})}}) {
            panel.setFlows(flows);
            story.append(chosen());
        }
        QCOMPARE(story.join(QStringLiteral(", ")), QStringLiteral("one, one, one, three"));
    }

    void aPersonEndsARunByHandWithTheClockStopped()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        auto *pause = open.named<QToolButton>("Pause the service clock");
        QVERIFY(pause);
        QTest::mouseClick(pause, Qt::LeftButton);
        QVERIFY(pause->isChecked());
        open.window().findChild<QDockWidget *>(QStringLiteral("simulatorDock"))->show();
        QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        auto *table = open.named<QTableView>("Flows in the simulator");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_VERIFY(!open.combo("Status to report")->currentText().isEmpty());

        chooseText(open.combo("Status to report"), QStringLiteral("SEEN"));
        QTest::mouseClick(open.button("Report it now"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 20'000);
        QCOMPARE(open.state().terminatingChannel(), models::Channel::Viber);
    }

    void aPauseIsKnownBeforeTheNextAnswer()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(open.state().serviceClock.has_value());
        auto *pause = open.named<QToolButton>("Pause the service clock");
        bool isKnownAtOnce = false;
        // A poll may come in between by chance, but not every time.
        for (int round = 0; round < 5 && !isKnownAtOnce; ++round) {
            QTRY_VERIFY(open.state().serviceClock->speed > 0);
            const models::ObservationCounts before = open.state().counts;
            QTest::mouseClick(pause, Qt::LeftButton);
            QTRY_COMPARE(open.state().serviceClock->speed, 0.0);
            isKnownAtOnce = open.state().counts == before;
            QTest::mouseClick(pause, Qt::LeftButton);
        }
        QVERIFY(isKnownAtOnce);
    }

    void anOpenListOfStatusesIsLeftAlone()
    {
        const models::Catalogue catalogue = platform::builtInCatalogue();
        ui::SimulatorPanel panel(catalogue);
        panel.setFlows({flow("one", {viber("QUEUED")})});
        QComboBox *status = nullptr;
        for (QComboBox *combo : panel.findChildren<QComboBox *>()) {
            if (combo->accessibleName() == QLatin1String("Status to report"))
                status = combo;
        }
        QVERIFY(status);
        const QSignalSpy removed(status->model(), &QAbstractItemModel::rowsRemoved);
        panel.setFlows({flow("two", {viber("QUEUED")}), flow("one", {viber("QUEUED")})});
        QCOMPARE(removed.size(), 0);
    }

    void stepByStepToTheEndWithTheClockStopped()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTest::mouseClick(open.named<QToolButton>("Pause the service clock"), Qt::LeftButton);
        QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(open.named<QTableView>("Flows in the simulator")->model()->rowCount(), 1);
        QTest::mouseClick(open.named<QToolButton>("Step to the next event"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(open.state().steps.at(1).isTried(), 20'000);
        QVERIFY(!open.state().isConcluded());
        QTest::mouseClick(open.named<QToolButton>("Run until concluded"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 20'000);
        QCOMPARE(open.state().terminatingChannel(), models::Channel::Sms);
    }
};

QTEST_MAIN(SimulatorPanelTest)
#include "tst_simulatorpanel.moc"
