// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "app/platform/systemclock.h"
#include "app/run/replay.h"
#include "app/store/observationstore.h"
#include "app/window/windowcontroller.h"
#include "models/items/runmodel.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/runtoolbar.h"
#include "ui/run/runview.h"
#include "ui/timeline/timelinewidget.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace otpscope;

namespace {

QStringList printed(const std::vector<models::Transition> &transitions)
{
    QStringList lines;
    for (const models::Transition &transition : transitions) {
        lines << QStringLiteral("%1 %2: %3 -> %4")
                     .arg(models::toIsoUtc(transition.at))
                     .arg(transition.order)
                     .arg(transition.from, transition.to);
    }
    return lines;
}

QString spokenName(QWidget *widget)
{
    const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

QPushButton *buttonNamed(QWidget &window, const QString &name)
{
    for (QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

} // namespace

// The whole window with its services, over real HTTP on loopback.
class WindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The offscreen platform says so of size hints, raising and grabbing.
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("^(?!This plugin does not support )")));
    }

    // What the timeline shows is what the store's observations say, read afresh.
    void sendShowsWhatIsStored()
    {
        QTemporaryDir folder;
        models::RunId run;
        QStringList shown;
        QString location;
        {
            ui::ThemeController theme(*qApp);
            window::WindowController controller(folder.path(), m_catalogue, m_clock, theme);
            controller.start({});
            controller.window().show();
            QVERIFY(QTest::qWaitForWindowExposed(&controller.window()));
            auto *send = buttonNamed(controller.window(), QStringLiteral("Send"));
            QVERIFY(send);
            auto *scenarios = controller.window().toolBar()->findChildren<QComboBox *>().at(1);
            QTRY_VERIFY(scenarios->count() > 0);
            QVERIFY(controller.window().runView()->timeline()->data().isEmpty());

            QTest::mouseClick(send, Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(controller.run().state().isConcluded(), 60'000);
            QTRY_VERIFY(send->isEnabled());
            // The keyboard stays with Send and Stop, so that Space sends again and does nothing else.
            QVERIFY(send->hasFocus());
            run = controller.run().run();
            shown = printed(controller.run().transitions());
            QCOMPARE(controller.run().state().terminatingChannel(), models::Channel::Sms);
            QCOMPARE(controller.window().messageBar()->text(), QString());
            location = controller.storeLocation();
        }
        const auto store = store::ObservationStore::open(location);
        QVERIFY(store);
        const auto stored = store.value()->run(run);
        QVERIFY(stored);
        run::Replay replay(run, run::flowOf(stored->flowText), m_catalogue);
        run::replayStored(replay, *store.value(), *stored);
        QCOMPARE(shown, printed(replay.machine().transitions()));
        QVERIFY(shown.size() >= 5);
    }

    // Closing the window while a run is under way leaves a store that opens.
    void closingInMidRunLeavesAStore()
    {
        QTemporaryDir folder;
        QString location;
        {
            ui::ThemeController theme(*qApp);
            window::WindowController controller(folder.path(), m_catalogue, m_clock, theme);
            controller.start({});
            controller.window().show();
            QVERIFY(QTest::qWaitForWindowExposed(&controller.window()));
            auto *scenarios = controller.window().toolBar()->findChildren<QComboBox *>().at(1);
            QTRY_VERIFY(scenarios->count() > 0);
            QTest::keyClick(&controller.window(), Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY(!controller.run().transitions().empty());
            QVERIFY(!controller.run().state().isConcluded());
            controller.window().close();
            location = controller.storeLocation();
        }
        const auto store = store::ObservationStore::open(location);
        QVERIFY(store);
        QCOMPARE(store.value()->movedAside(), QString());
        QCOMPARE(store.value()->runs().size(), 1u);
        QVERIFY(store.value()->observationCount() > 0);
    }

    void everyControlHasAName()
    {
        QTemporaryDir folder;
        ui::ThemeController theme(*qApp);
        window::WindowController controller(folder.path(), m_catalogue, m_clock, theme);
        controller.start({});
        QStringList nameless;
        for (QWidget *widget : controller.window().findChildren<QWidget *>()) {
            // The list that a combo box drops down is named by its combo box.
            const bool isInner = widget->objectName().startsWith(QLatin1String("qt_"))
                                 || widget->window() != &controller.window();
            const bool isReached = (widget->focusPolicy() & Qt::TabFocus) != 0;
            if (isReached && !isInner && spokenName(widget).isEmpty())
                nameless << QString::fromLatin1(widget->metaObject()->className());
        }
        QCOMPARE(nameless.join(u' '), QString());
    }

    // Programs outside find a combo box by its label and read what is chosen as its value.
    void comboBoxesAreNamedByTheirLabels()
    {
        QTemporaryDir folder;
        ui::ThemeController theme(*qApp);
        window::WindowController controller(folder.path(), m_catalogue, m_clock, theme);
        controller.start({});
        controller.window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&controller.window()));
        auto *type =
            controller.editor().findChild<QComboBox *>(QStringLiteral("step0.templateType"));
        QVERIFY(type);
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(type);
        QVERIFY(spoken);
        QCOMPARE(spoken->role(), QAccessible::ComboBox);
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Template type"));
        type->setCurrentText(QStringLiteral("with_validity"));
        QCOMPARE(spoken->text(QAccessible::Value), QStringLiteral("with_validity"));
        QVERIFY(!spoken->state().expanded);
        QVERIFY(spoken->actionInterface());
        spoken->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
        QTRY_VERIFY(spoken->state().expanded);
        QCOMPARE(spoken->child(0)->childCount(), type->count());
        spoken->actionInterface()->doAction(QAccessibleActionInterface::showMenuAction());
        QTRY_VERIFY(!spoken->state().expanded);
    }

private:
    models::Catalogue m_catalogue = platform::builtInCatalogue();
    platform::SystemClock m_clock;
};

QTEST_MAIN(WindowTest)
#include "tst_window.moc"
