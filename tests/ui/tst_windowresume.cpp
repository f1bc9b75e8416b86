// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/datafolder.h"
#include "app/store/observationstore.h"
#include "tests/ui/environmentwindow.h"

#include <QAbstractItemView>
#include <QTemporaryDir>

#include <future>
#include <memory>

using namespace otpscope;
using namespace otpscope::environmentwindow;
using testsupport::OpenWindow;
using Field = ui::StatusLine::Field;

namespace {

void sendWithSecret(OpenWindow &open)
{
    enterSecret(open);
    QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
}

std::shared_ptr<store::ObservationStore> historyOf(const QString &folder)
{
    return store::ObservationStore::open(platform::historyStorePath(folder)).value();
}

/// What the window before had written down when it ended: a run each, with what the service said to
/// its send, or nothing where `answer` is empty. A second ago.
void leaveBehind(store::ObservationStore &store, const QString &environment, const QString &run,
                 const QByteArray &answer)
{
    const platform::SystemClock clock;
    const models::Instant then = clock.wallNow() - std::chrono::seconds{1};
    std::promise<bool> isRunStored;
    const QByteArray flow = platform::builtInExamples().at(0).text;
    store.addRun({models::RunId(run), then, run, environment, flow},
                 [&](const auto &problem) { isRunStored.set_value(!problem); });
    QVERIFY(isRunStored.get_future().get());
    if (answer.isEmpty())
        return;
    models::Observation observation;
    observation.run = models::RunId(run);
    observation.source = models::ObservationSource::Send;
    observation.startedAt = then;
    observation.arrivedAt = then;
    observation.exchange.answerStatus = 200;
    observation.exchange.answerBody = answer;
    std::promise<bool> isStored;
    store.append(observation, [&](const auto &result) { isStored.set_value(result.hasValue()); });
    QVERIFY(isStored.get_future().get());
}

QByteArray sendAnswerFor(const QByteArray &flow)
{
    return "{\"flowId\":\"" + flow +
           "\",\"status\":\"InProgress\",\"type\":\"Viber\",\"flow\":[],\"createdAt\":"
           "\"2026-11-23T10:00:00Z\"}";
}

void typeSecret(OpenWindow &open)
{
    ui::EnvironmentsDialog *dialog = openDialog(open);
    QVERIFY(dialog);
    write(*dialog, "Application secret", canary);
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
}

} // namespace

/// Runs that are open when the window closes, or when the program is killed.
class WindowResumeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // No key store of whoever runs the tests is asked.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }
    void init() { testsupport::failOnEveryWarning(); }

    void anOpenRunGoesOnInTheNextWindow()
    {
        Service service;
        QTemporaryDir folder;
        keep(folder.path(), cheapEnvironmentAt(service));
        {
            OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
            sendWithSecret(open);
            QTRY_VERIFY(open.state().counts.poll > 0);
        }
        QCOMPARE(service.sends(), 1);
        // A poll may have been on its way when the window was closed.
        QTRY_COMPARE(service.server().openConnectionCount(), 0);
        const qsizetype polls = service.polls();

        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        // The secret was kept for the session alone.
        QTRY_VERIFY2(open.message().contains(QLatin1String(
                         "Open runs with Acceptance are not followed, for there is no secret.")),
                     qPrintable(open.message()));
        QCOMPARE(service.polls(), polls);
        service.say(trackingOf("Succeeded", "SEEN"));
        ui::EnvironmentsDialog *dialog = openDialog(open);
        QVERIFY(dialog);
        write(*dialog, "Application secret", canary);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
        QTRY_VERIFY2(service.polls() > polls, qPrintable(open.message()));
        auto *history = named<QAbstractItemView>(open.window(), "History");
        QVERIFY(history);
        const auto headline = [&] {
            return history->model()->index(0, 0).data(Qt::DisplayRole).toString() + u' ' +
                   history->model()->index(0, 0).data(Qt::ToolTipRole).toString();
        };
        history->setCurrentIndex(history->model()->index(0, 0));
        QTest::keyClick(history, Qt::Key_Return);
        QTRY_VERIFY2(open.state().conclusion == models::Conclusion::Seen, qPrintable(headline()));
        QTRY_VERIFY2(open.message().contains(QLatin1String(
                         "This run was followed again until its end. Nothing was seen of it "
                         "between")),
                     qPrintable(open.message()));
        picture(open.window(), "resumed-run");
        QCOMPARE(service.sends(), 1);
    }

    void anEnvironmentThatIsGoneIsSaid()
    {
        Service service;
        QTemporaryDir folder;
        models::Environment environment = cheapEnvironmentAt(service);
        keep(folder.path(), environment);
        {
            OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
            sendWithSecret(open);
            QTRY_VERIFY(open.state().counts.poll > 0);
        }
        environment.name = QStringLiteral("Another");
        keep(folder.path(), environment);
        QTRY_COMPARE(service.server().openConnectionCount(), 0);
        const qsizetype requests = service.server().requests().size();
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_VERIFY2(open.message().contains(
                         QLatin1String("Open runs with Acceptance are not followed, for there is "
                                       "no such environment any more.")),
                     qPrintable(open.message()));
        QCOMPARE(service.server().requests().size(), requests);
    }

    void aRunThatWasStoppedStaysStopped()
    {
        Service service;
        QTemporaryDir folder;
        keep(folder.path(), cheapEnvironmentAt(service));
        {
            OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
            sendWithSecret(open);
            QTRY_VERIFY(open.state().counts.poll > 0);
            QTest::keyClick(&open.window(), Qt::Key_Escape);
            QTRY_VERIFY(open.button("Send")->isEnabled());
        }
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
        QTRY_VERIFY(open.status(Field::Receiver).contains(QLatin1String("self-test")));
        QVERIFY2(!open.message().contains(QLatin1String("Open runs")), qPrintable(open.message()));
    }

    void aRunThatWasBeingSentIsSaidOnceAndNotSentAgain()
    {
        Service service;
        QTemporaryDir folder;
        keep(folder.path(), cheapEnvironmentAt(service));
        leaveBehind(*historyOf(folder.path()), QStringLiteral("Acceptance"),
                    QStringLiteral("run-1"), {});
        const auto isSaid = [](OpenWindow &open) {
            return open.message().contains(
                QLatin1String("sent or not is unknown, for the program ended meanwhile. Nothing is "
                              "sent again by itself; look under Run, Deliveries."));
        };
        {
            OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            QTRY_VERIFY2(isSaid(open), qPrintable(open.message()));
            typeSecret(open);
            QTRY_VERIFY(open.message().contains(QLatin1String("no key store")));
        }
        OpenWindow again(folder.path());
        QVERIFY(again.isReady());
        QTRY_VERIFY(again.status(Field::Receiver).contains(QLatin1String("self-test")));
        QVERIFY2(!isSaid(again), qPrintable(again.message()));
        QCOMPARE(service.server().requests().size(), 0);
    }

    void whatTheSimulatorForgotIsSaidAtTheRun()
    {
        QTemporaryDir folder;
        leaveBehind(*historyOf(folder.path()), QStringLiteral("simulator"), QStringLiteral("run-1"),
                    sendAnswerFor("f1"));
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        auto *history = open.named<QAbstractItemView>("History");
        QTRY_COMPARE(history->model()->rowCount(), 1);
        history->setCurrentIndex(history->model()->index(0, 0));
        QTest::keyClick(history, Qt::Key_Return);
        QTRY_VERIFY2(open.message().contains(
                         QLatin1String("the built-in simulator forgot it when the program ended")),
                     qPrintable(open.message()));
    }

    void manyOpenRunsAreFollowedWithOneToken()
    {
        constexpr int runs = 30;
        Service service;
        service.say(trackingOf("Succeeded", "SEEN"));
        QTemporaryDir folder;
        keep(folder.path(), cheapEnvironmentAt(service));
        {
            const auto history = historyOf(folder.path());
            for (int i = 1; i <= runs; ++i)
                leaveBehind(*history, QStringLiteral("Acceptance"), QStringLiteral("run-%1").arg(i),
                            sendAnswerFor("f" + QByteArray::number(i)));
        }
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_VERIFY2(open.message().contains(QLatin1String("there is no secret")),
                     qPrintable(open.message()));
        typeSecret(open);
        const auto arePolled = [&] {
            for (int i = 1; i <= runs; ++i) {
                if (service.server().count("GET /failover-otp/otp/failover/f" +
                                           QByteArray::number(i) + ' ') == 0)
                    return false;
            }
            return true;
        };
        QTRY_VERIFY_WITH_TIMEOUT(arePolled(), 30'000);
        QCOMPARE(service.sends(), 0);
        QCOMPARE(service.server().count("POST /oauth/token "), 1);
    }
};

QTEST_MAIN(WindowResumeTest)
#include "tst_windowresume.moc"
