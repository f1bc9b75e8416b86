// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/openwindow.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>

using namespace otpscope;
using Field = ui::StatusLine::Field;

namespace {

void chooseByKey(QComboBox &combo, int row)
{
    combo.setFocus();
    QTest::keyClick(&combo, Qt::Key_Home);
    for (int i = 0; i < row; ++i)
        QTest::keyClick(&combo, Qt::Key_Down);
}

void clickRow(QAbstractItemView &view, int row)
{
    const QModelIndex index = view.model()->index(row, 0);
    view.scrollTo(index);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
}

QAction *menuAction(const QWidget &window, const QString &text)
{
    for (QAction *action : window.findChildren<QAction *>()) {
        if (QString(action->text()).remove(u'&') == text)
            return action;
    }
    return nullptr;
}

void press(testsupport::OpenWindow &open, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QTest::keyClick(&open.window(), key, modifiers);
}

} // namespace

// A run in the real window, driven by keys and mouse.
class WindowRunTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnEveryWarning(); }

    void theReceiverIsGreenOnceItAnsweredItself()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QTRY_VERIFY(open.status(Field::Receiver).contains(QLatin1String("self-test")));
    }

    void aStoppedServiceClockIsSaidBeforeAndAfterTheSend()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        chooseByKey(*open.combo("Speed of the service clock"), 6);
        const auto clockText = [&open] {
            for (const QLabel *label : open.window().toolBar()->findChildren<QLabel *>()) {
                if (label->accessibleDescription() == QLatin1String("Service clock"))
                    return label->text();
            }
            return QString();
        };
        QCOMPARE(clockText(), QString());
        press(open, Qt::Key_F6);
        QCOMPARE(clockText(), QStringLiteral("service clock stopped"));
        QCOMPARE(open.message(), QString());
        press(open, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(open.message().contains(QLatin1String("The service clock is stopped")),
                     qPrintable(open.message()));
        QTRY_VERIFY(!open.controller.run().transitions().empty());
        QVERIFY(!open.state().isConcluded());
        press(open, Qt::Key_F6);
        QCOMPARE(open.message(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 60'000);
        QTRY_VERIFY(open.button("Send")->isEnabled());
        QCOMPARE(clockText(), QString());
    }

    void helpNamesEveryKeyThereIs()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        press(open, Qt::Key_F1);
        for (const char *key :
             {"Send Ctrl+Return", "Stop Esc", "Open Ctrl+O", "Save Ctrl+S", "F4", "F6", "F7", "F8",
              "F9", "Import Ctrl+I", "Ctrl+V", "Deliveries Ctrl+Shift+L", "Undo Ctrl+Z", "Keys F1"})
            QVERIFY2(open.message().contains(QLatin1String(key)), qPrintable(open.message()));
        // Nobody follows a run, so the key means the message.
        press(open, Qt::Key_Escape);
        QCOMPARE(open.message(), QString());
    }

    void anotherRunCanBeLookedAtWhileOneGoesOn()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        chooseByKey(*open.combo("Speed of the service clock"), 6);
        press(open, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 60'000);
        const models::RunId first = open.controller.run().run();
        QTRY_VERIFY(open.button("Send")->isEnabled());

        chooseByKey(*open.combo("Speed of the service clock"), 1);
        press(open, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!open.controller.run().transitions().empty());
        const models::RunId second = open.controller.run().run();
        const auto before = open.controller.run().transitions().size();
        auto *history = open.named<QListView>("History");
        clickRow(*history, 1);
        QTRY_COMPARE(open.controller.run().run(), first);
        QVERIFY(open.state().isConcluded());
        QVERIFY(!open.window().runView()->isFollowed());
        QVERIFY(open.message().contains(QLatin1String("goes on")));
        QVERIFY(open.button("Stop")->isEnabled());

        clickRow(*history, 0);
        QCOMPARE(open.controller.run().run(), second);
        QVERIFY(open.controller.run().transitions().size() >= before);
        QVERIFY(open.window().runView()->isFollowed());
        QCOMPARE(open.message(), QString());
    }

    void escapeStopsAndSaysWhatThatMeans()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        chooseByKey(*open.combo("Speed of the service clock"), 1);
        press(open, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!open.controller.run().transitions().empty());
        press(open, Qt::Key_Escape);
        QTRY_VERIFY(open.button("Send")->isEnabled());
        QVERIFY(!open.button("Stop")->isEnabled());
        QVERIFY(!open.state().isConcluded());
        QVERIFY(open.message().contains(QLatin1String("What was sent stays sent")));
    }

    void aFasterClockInMidRunBringsTheEnd()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        chooseByKey(*open.combo("Speed of the service clock"), 1);
        press(open, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!open.controller.run().transitions().empty());
        QVERIFY(!open.state().isConcluded());
        chooseByKey(*open.combo("Speed of the service clock"), 6);
        QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 60'000);
        QCOMPARE(open.state().terminatingChannel(), models::Channel::Sms);
    }

    void aScenarioChosenNowIsPlayedByTheNextRun()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QComboBox *scenario = open.combo("Scenario");
        chooseByKey(*scenario, scenario->findData(QStringLiteral("viber-delivered-seen")));
        chooseByKey(*open.combo("Speed of the service clock"), 6);
        press(open, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 60'000);
        QCOMPARE(open.state().terminatingChannel(), models::Channel::Viber);
    }

    void aLineOfTheEventListShowsItsBytes()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        press(open, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(open.named<QTableView>("Events")->model()->rowCount() > 0);
        clickRow(*open.named<QTableView>("Events"), 0);
        auto *answer = open.named<QPlainTextEdit>("Answer");
        QTRY_VERIFY(answer->toPlainText().contains(QLatin1String("flowId")));
        const QString request = open.named<QPlainTextEdit>("Request")->toPlainText();
        QVERIFY(request.startsWith(QLatin1String("POST ")));
        QVERIFY(request.contains(QLatin1String("uthorization: ***")));
    }

    void theThemeOfTheMenuIsTakenAndRemembered()
    {
        QTemporaryDir folder;
        {
            testsupport::OpenWindow open(folder.path());
            menuAction(open.window(), QStringLiteral("Dark"))->trigger();
            QVERIFY(open.window().palette().color(QPalette::Window).lightness() < 64);
            menuAction(open.window(), QStringLiteral("Light"))->trigger();
            QVERIFY(open.window().palette().color(QPalette::Window).lightness() > 192);
        }
        QCOMPARE(window::Settings(folder.path()).theme(), ui::ThemeChoice::Light);
    }

    void tabReachesEverythingAndComesBack()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        open.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.window()));
        QWidget *first = open.combo("Environment");
        first->setFocus();
        QStringList reached;
        constexpr int mostControls = 200;
        for (int i = 0; i < mostControls; ++i) {
            reached << QApplication::focusWidget()->accessibleName();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (QApplication::focusWidget() == first)
                break;
        }
        QCOMPARE(QApplication::focusWidget(), first);
        for (const char *name : {"Environment", "Scenario", "Speed of the service clock", "Send",
                                 "Search flows and runs", "Flows", "Recipient", "Pin", "Add a step",
                                 "Timeline", "Events", "Details"})
            QVERIFY2(reached.contains(QLatin1String(name)),
                     qPrintable(QString::fromLatin1(name) + QStringLiteral(" is not among ") +
                                reached.join(u'|')));
    }

    void anErrorInTheFlowStopsTheSendInPlace()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        auto *pin = open.window().findChild<QLineEdit *>(QStringLiteral("step0.pin"));
        pin->setFocus();
        pin->selectAll();
        QTest::keyClick(pin, Qt::Key_Delete);
        press(open, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(open.message().startsWith(QLatin1String("Not sent")));
        QVERIFY(open.controller.run().transitions().empty());
        QTest::keyClicks(pin, QStringLiteral("123456"));
        QCOMPARE(open.message(), QString());
    }

    // Text that is no flow opens all the same, so that it can be mended; what is too large does
    // not.
    void aFileThatIsNoFlowIsSaid_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QString>("said");
        QTest::addColumn<size_t>("steps");
        QTest::newRow("text that is no JSON is opened to be mended")
            << QByteArray("{ oops") << qint64(-1) << "broken.json" << size_t(0);
        QTest::newRow("JSON that is no flow is opened to be mended")
            << QByteArray("[1, 2]") << qint64(-1) << "broken.json" << size_t(0);
        QTest::newRow("200 MB are not opened, and the open flow stays")
            << QByteArray("{") << qint64(200) * 1024 * 1024 << "larger than" << size_t(2);
    }
    void aFileThatIsNoFlowIsSaid()
    {
        QFETCH(QByteArray, content);
        QFETCH(qint64, size);
        QFETCH(QString, said);
        QFETCH(size_t, steps);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("broken.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        if (size > 0)
            QVERIFY(file.resize(size));
        file.close();
        testsupport::OpenWindow open(folder.path(), file.fileName());
        QTRY_VERIFY2(open.message().contains(said), qPrintable(open.message()));
        QCOMPARE(open.controller.editor().document().flow().steps.size(), steps);
    }

    void aFileThatIsNotThereIsSaid()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path(), folder.filePath(QStringLiteral("gone.json")));
        QTRY_VERIFY(open.message().contains(QLatin1String("gone.json cannot be opened")));
    }
};

QTEST_MAIN(WindowRunTest)
#include "tst_windowrun.moc"
