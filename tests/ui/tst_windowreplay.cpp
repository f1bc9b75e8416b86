// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exportdesk.h"
#include "app/window/replaydesk.h"
#include "models/bundle/bundle.h"
#include "models/core/json.h"
#include "models/items/findingmodel.h"
#include "tests/ui/openwindow.h"
#include "ui/dialogs/pastelogdialog.h"
#include "ui/run/expectationpanel.h"
#include "ui/run/runview.h"
#include "ui/run/verdictbutton.h"
#include "ui/timeline/timelinewidget.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

using namespace otpscope;
using Form = window::ExportDesk::Form;

namespace {

QByteArray logLine(const QByteArray &at, const QByteArray &status, const QByteArray &steps)
{
    return "{\"at\":\"2026-11-23T" + at +
           "Z\",\"source\":\"webhook\",\"body\":{\"flowId\":\"f1\","
           "\"status\":\"" +
           status + "\",\"steps\":[" + steps + "]}}\n";
}

QByteArray step(const QByteArray &id, const QByteArray &channel, const QByteArray &status)
{
    return "{\"trackingId\":\"" + id + "\",\"channel\":\"" + channel + "\",\"status\":\"" + status +
           "\"}";
}

QString failoverLog()
{
    return QString::fromUtf8(
        logLine("10:00:00.000", "InProgress", step("m1", "viber", "QUEUED")) + "{ oops\n" +
        logLine("10:05:00.000", "InProgress",
                step("m1", "viber", "EXPIRED") + ',' + step("m2", "sms", "Queued")) +
        logLine("10:05:04.000", "Succeeded",
                step("m1", "viber", "EXPIRED") + ',' + step("m2", "sms", "Delivered")));
}

QString bundleDemanding(const QByteArray &expectations)
{
    models::Bundle bundle;
    bundle.title = QStringLiteral("Login");
    bundle.expectations = expectations;
    models::Observation webhook;
    webhook.source = models::ObservationSource::Webhook;
    webhook.arrivedAt = *models::fromIso(QStringLiteral("2026-11-23T10:00:00Z"));
    webhook.startedAt = webhook.arrivedAt;
    webhook.exchange.requestBody = "{\"flowId\":\"f1\",\"status\":\"Succeeded\",\"steps\":[" +
                                   step("m1", "sms", "Delivered") + "]}";
    webhook.exchange.answerStatus = 200;
    bundle.observations = {webhook};
    return QString::fromUtf8(models::writeBundle(bundle));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// A log played in the real window, and what is taken out of it.
class WindowReplayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testsupport::failOnEveryWarning(); }

    void aPastedLogIsPlayedAtOnceAndItsBrokenLineNamed()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        open.controller.replays().openText(failoverLog());
        QTRY_COMPARE(open.state().counts.webhook, 3);
        QCOMPARE(open.state().terminatingChannel(), models::Channel::Sms);
        QVERIFY2(open.message().contains(QLatin1String("Line 2")), qPrintable(open.message()));
        QVERIFY(open.button("Close the replay")->isVisible());

        auto *events = open.named<QTableView>("Events");
        events->setFocus();
        events->setCurrentIndex(events->model()->index(1, 0));
        auto *changes = open.named<QPlainTextEdit>("Changes");
        QTRY_VERIFY(changes->toPlainText().contains(
            QStringLiteral("~ /steps/0/status: \"QUEUED\" → \"EXPIRED\"")));

        QTest::keyClick(open.button("Close the replay"), Qt::Key_Space);
        QVERIFY(!open.button("Close the replay")->isVisible());
        QVERIFY(open.controller.run().transitions().empty());
        QCOMPARE(open.message(), QString());
    }

    void itGoesFromChangeToChangeByKey()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QComboBox *pace = open.combo("Speed of the replay");
        pace->setCurrentIndex(pace->findData(1.0));
        open.controller.replays().openText(failoverLog());
        QTRY_VERIFY(open.state().counts.webhook >= 1);
        QPushButton *next = open.button("Next change");
        QTest::keyClick(next, Qt::Key_Space);
        QTRY_COMPARE(open.state().counts.webhook, 2);
        QVERIFY(!open.state().isConcluded());
        QTRY_VERIFY(next->isEnabled());
        QTest::keyClick(next, Qt::Key_Space);
        QTRY_COMPARE(open.state().counts.webhook, 3);
        QTRY_VERIFY(!next->isEnabled());
    }

    void aStoredRunIsPlayedAgain()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QVERIFY(open.runToItsEnd());
        const models::RunId before = open.controller.run().run();
        const auto transitions = open.controller.run().transitions();
        trigger(open, QStringLiteral("Replay this run"));
        QTRY_VERIFY(open.controller.replays().isShown());
        QTRY_COMPARE(open.controller.run().transitions().size(), transitions.size());
        QVERIFY(open.controller.run().transitions() == transitions);
        QTest::keyClick(open.button("Close the replay"), Qt::Key_Space);
        QTRY_COMPARE(open.controller.run().run(), before);
    }

    void itPausesAtTheMarkThatIsChosen()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QPushButton *toMark = open.button("To the mark");
        open.controller.replays().openText(failoverLog());
        QTRY_COMPARE(open.state().counts.webhook, 3);
        QVERIFY(!toMark->isEnabled());
        ui::TimelineWidget *timeline = open.window().runView()->timeline();
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Home);
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(timeline, Qt::Key_Right);
        const models::ObservationId mark = timeline->currentObservation();
        QVERIFY(mark.isStored());
        QVERIFY(toMark->isEnabled());
        QTest::keyClick(toMark, Qt::Key_Space);
        QTRY_COMPARE(open.state().counts.webhook, qint64(mark.value));
        QVERIFY(mark.value < 3);
        QCOMPARE(timeline->currentObservation(), mark);
        QTRY_VERIFY(open.button("Next change")->isEnabled());
        QTest::keyClick(open.button("Next change"), Qt::Key_Space);
        QTRY_VERIFY(open.state().counts.webhook > mark.value);
    }

    void aRunIsSavedAsABundleAndPlayedFromIt()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QVERIFY(open.runToItsEnd());
        const auto transitions = open.controller.run().transitions();
        const QString path = folder.filePath(QStringLiteral("run.json"));
        open.controller.exports().exportTo(path, Form::Bundle);
        QTRY_VERIFY(!contentOf(path).isEmpty());
        const auto bundle = models::readBundle(contentOf(path));
        QVERIFY(bundle);
        QVERIFY(bundle.value().isMasked);
        QVERIFY(!bundle.value().flow.isEmpty());
        open.controller.replays().openFile(path);
        QTRY_VERIFY(open.controller.replays().isShown());
        QTRY_COMPARE(open.controller.run().transitions().size(), transitions.size());
        QTRY_VERIFY(open.state().isConcluded());

        // What is played from it can be handed on, and is the same.
        const QString again = folder.filePath(QStringLiteral("again.json"));
        open.controller.exports().exportTo(again, Form::Bundle);
        QTRY_VERIFY(!contentOf(again).isEmpty());
        QCOMPARE(contentOf(again), contentOf(path));

        open.controller.replays().openText(QStringLiteral("{\"otpscopeBundle\": 9}"));
        QTRY_VERIFY2(open.message().contains(QLatin1String("newer OtpScope")),
                     qPrintable(open.message()));
    }

    void aPlayedLogIsSavedAsABundle()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        const QString path = folder.filePath(QStringLiteral("log.json"));
        open.controller.exports().exportTo(path, Form::Bundle);
        QTRY_VERIFY2(open.message().contains(QLatin1String("not in the history")),
                     qPrintable(open.message()));
        open.controller.replays().openText(failoverLog());
        QTRY_COMPARE(open.state().counts.webhook, 3);
        open.controller.exports().exportTo(path, Form::Bundle);
        QTRY_VERIFY(!contentOf(path).isEmpty());
        const auto bundle = models::readBundle(contentOf(path));
        QVERIFY(bundle);
        QCOMPARE(bundle.value().observations.size(), size_t{3});
        QCOMPARE(bundle.value().title, QStringLiteral("the pasted log"));
        open.controller.replays().openFile(path);
        QTRY_COMPARE(open.controller.run().transitions().size(), size_t{6});
        QCOMPARE(open.state().terminatingChannel(), models::Channel::Sms);
    }

    void aBundleBringsItsExpectationsAndTakesThemAlong_data()
    {
        QTest::addColumn<bool>("isChanged");
        QTest::newRow("what was demanded before comes back") << false;
        QTest::newRow("who goes on working with them keeps them") << true;
    }
    void aBundleBringsItsExpectationsAndTakesThemAlong()
    {
        QFETCH(bool, isChanged);
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        ui::ExpectationPanel *panel = open.window().expectationPanel();
        models::Expectations own;
        own.priceAtMost = 0.5;
        panel->setExpectations(own, QStringLiteral("own.json"));
        open.controller.replays().openText(bundleDemanding("{\"finalStatus\": \"Failed\"}"));
        QTRY_VERIFY(open.controller.replays().isShown());
        QTRY_COMPARE(open.state().counts.webhook, 1);
        QCOMPARE(panel->expectations().finalStatus, QStringLiteral("Failed"));
        auto *list = open.named<QListWidget>("Expectations");
        QVERIFY2(list->item(0)->text().startsWith(QLatin1String("Failed.")),
                 qPrintable(list->item(0)->text()));
        if (isChanged) {
            open.window().activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&open.window()));
            for (auto *tabs : open.window().findChildren<QTabWidget *>()) {
                if (tabs->indexOf(panel) >= 0)
                    tabs->setCurrentWidget(panel);
            }
            list->setFocus();
            list->setCurrentRow(0);
            QTest::keyClick(list, Qt::Key_Delete);
        }
        QTest::keyClick(open.button("Close the replay"), Qt::Key_Space);
        QTRY_VERIFY(!open.controller.replays().isShown());
        QVERIFY(panel->expectations() == (isChanged ? models::Expectations() : own));
    }

    void expectationsThatCannotBeReadAreSaidAndTheRestIsPlayed()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        open.controller.replays().openText(bundleDemanding("{\"finalStatu\": 1}"));
        QTRY_COMPARE(open.state().counts.webhook, 1);
        QVERIFY2(open.message().contains(QLatin1String("expectations in it were left out")),
                 qPrintable(open.message()));
        QVERIFY(open.window().expectationPanel()->expectations().isEmpty());
    }

    void aRunThatWasPlayedToItsEndIsPlayedAgain()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        open.controller.replays().openText(failoverLog());
        QTRY_COMPARE(open.state().counts.webhook, 3);
        const auto transitions = open.controller.run().transitions();
        QComboBox *pace = open.combo("Speed of the replay");
        pace->setCurrentIndex(pace->findData(1.0));
        QPushButton *play = open.button("Play again");
        QVERIFY(play && play->isEnabled());
        QTest::keyClick(play, Qt::Key_Space);
        // From its beginning, at the speed that was chosen.
        QTRY_COMPARE(open.state().counts.webhook, 1);
        QVERIFY(!open.state().isConcluded());
        QTRY_VERIFY(open.button("Pause"));
        QTest::keyClick(open.button("Pause"), Qt::Key_Space);
        QTRY_VERIFY(open.button("Next change") && open.button("Next change")->isEnabled());
        QTest::keyClick(open.button("Next change"), Qt::Key_Space);
        QTRY_COMPARE(open.state().counts.webhook, 2);
        pace->setCurrentIndex(pace->findData(0.0));
        QTest::keyClick(open.button("Play"), Qt::Key_Space);
        QTRY_VERIFY(open.controller.run().transitions() == transitions);
    }

    void aPastedTextThatIsNoLogIsKeptAndCorrected()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        trigger(open, QStringLiteral("Replay pasted text…"));
        QPointer<ui::PasteLogDialog> dialog = open.window().findChild<ui::PasteLogDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
        auto *text = dialog->findChild<QPlainTextEdit *>();
        QPushButton *replay = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QTest::keyClicks(text, QStringLiteral("hello"));
        QTest::mouseClick(replay, Qt::LeftButton);
        const auto said = [&dialog] {
            QStringList lines;
            for (const QLabel *label : dialog->findChildren<QLabel *>()) {
                if (label->isVisible())
                    lines << label->text();
            }
            return lines.join(u'|');
        };
        QTRY_VERIFY2(said().contains(QLatin1String("The pasted log holds no observation")),
                     qPrintable(said()));
        QCOMPARE(text->toPlainText(), QStringLiteral("hello"));
        QCOMPARE(open.message(), QString());

        text->selectAll();
        QApplication::clipboard()->setText(failoverLog());
        QTest::keyClick(text, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!said().contains(QLatin1String("holds no observation")));
        QTest::mouseClick(replay, Qt::LeftButton);
        QTRY_COMPARE(open.state().counts.webhook, 3);
        QTRY_VERIFY(!dialog);
    }

    void anExpectationThatFailedIsTheVerdict()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        open.controller.replays().openText(failoverLog());
        QTRY_COMPARE(open.state().counts.webhook, 3);
        auto *verdict = open.window().runView()->findChild<ui::VerdictButton *>();
        QVERIFY2(!verdict->accessibleName().contains(QLatin1String("expectation")),
                 qPrintable(verdict->text()));
        models::Expectations demands;
        demands.finalStatus = QStringLiteral("Failed");
        demands.terminatingChannel = models::Channel::Sms;
        ui::ExpectationPanel *panel = open.window().expectationPanel();
        panel->setExpectations(demands, {});
        QVERIFY2(verdict->accessibleName().startsWith(QLatin1String("1 expectation(s) failed")),
                 qPrintable(verdict->text()));
        QCOMPARE(verdict->property("look").toString(), QStringLiteral("verdict-error"));
        QVERIFY(!panel->isVisible());
        QTest::mouseClick(verdict, Qt::LeftButton);
        QVERIFY(panel->isVisible());

        demands.finalStatus = QStringLiteral("Succeeded");
        panel->setExpectations(demands, {});
        QVERIFY(!verdict->accessibleName().contains(QLatin1String("expectation")));
    }

    void whatIsNoLogIsSaid()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        open.controller.replays().openText(QStringLiteral("hello\n"));
        QTRY_VERIFY(open.message().contains(QLatin1String("holds no observation")));
        open.controller.replays().openFile(folder.filePath(QStringLiteral("gone.jsonl")));
        QTRY_VERIFY(open.message().contains(QLatin1String("cannot be opened")));
    }

    void theRunIsExportedAndCopied()
    {
        QTemporaryDir folder;
        testsupport::OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        open.controller.replays().openText(failoverLog());
        QTRY_COMPARE(open.state().counts.webhook, 3);
        const auto path = [&folder](const char *name) {
            return folder.filePath(QLatin1String(name));
        };
        window::ExportDesk &exports = open.controller.exports();
        exports.exportTo(path("a.csv"), Form::Csv);
        QTRY_COMPARE(contentOf(path("a.csv")).count("\r\n"), 4);
        exports.exportTo(path("a.json"), Form::Json);
        QTRY_VERIFY(!contentOf(path("a.json")).isEmpty());
        QCOMPARE(models::parseJson(contentOf(path("a.json"))).value()["events"].size(), 3u);
        exports.exportTo(path("a.png"), Form::Png);
        QTRY_VERIFY(!QImage(path("a.png")).isNull());
        QVERIFY(QImage(path("a.png")).width() > 600);
        exports.exportTo(path("a.svg"), Form::Svg);
        QTRY_VERIFY(contentOf(path("a.svg")).contains("<svg"));
        QVERIFY(contentOf(path("a.svg")).contains("EXPIRED"));
        QTRY_VERIFY(open.message().contains(QLatin1String("a.svg")));
        exports.exportTo(QStringLiteral("/no/such/folder/a.csv"), Form::Csv);
        QTRY_VERIFY(open.message().contains(QLatin1String("cannot be written")));
        exports.copyEvents();
        QVERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("at,arrivedAt")));
        exports.copyPicture();
        QVERIFY(!QApplication::clipboard()->image().isNull());
    }

private:
    static void trigger(testsupport::OpenWindow &open, const QString &text)
    {
        for (QAction *action : open.window().findChildren<QAction *>()) {
            if (QString(action->text()).remove(u'&') == text)
                action->trigger();
        }
        const auto actions = open.controller.replays().findChildren<QAction *>();
        for (QAction *action : actions) {
            if (QString(action->text()).remove(u'&') == text)
                action->trigger();
        }
    }
};

QTEST_MAIN(WindowReplayTest)
#include "tst_windowreplay.moc"
