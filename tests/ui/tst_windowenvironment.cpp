// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environment/environmentfile.h"
#include "app/window/exportdesk.h"
#include "tests/support/scriptedserver.h"
#include "tests/ui/environmentwindow.h"
#include "tests/ui/openwindow.h"
#include "ui/deliveries/deliveriesdialog.h"
#include "ui/environment/checkview.h"
#include "ui/environment/environmentsdialog.h"
#include "ui/environment/sendquestion.h"
#include "ui/templates/templatesdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScopeGuard>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QWheelEvent>

#include <algorithm>

using namespace otpscope;
using namespace otpscope::environmentwindow;
using testsupport::leakIn;
using testsupport::OpenWindow;
using testsupport::ScriptedAnswer;
using testsupport::ScriptedServer;
using Field = ui::StatusLine::Field;

namespace {

/// Routee as the API document and routee-api tell it, word for word, on a raw socket.
class FakeService final
{
public:
    [[nodiscard]] const ScriptedServer &server() const { return m_server; }
    [[nodiscard]] qsizetype sends() const { return m_server.count("POST /failover-otp/otp/"); }

private:
    static ScriptedAnswer answerTo(const QByteArray &request)
    {
        if (request.startsWith("POST /oauth/token "))
            return ScriptedAnswer::json(
                "{\"access_token\":\"4f5c8e0a-1f7e-4d5e-9a71-0c1d2e3f4a5b\","
                "\"token_type\":\"bearer\",\"expires_in\":3423,"
                "\"scope\":\"sms failover\","
                "\"permissions\":[\"MT_ROLE_SMS\",\"MT_ROLE_FAILOVER\"]}");
        if (request.startsWith("GET /failover-otp/health "))
            return ScriptedAnswer::json("{\"status\":\"ok\"}");
        if (request.startsWith("POST /failover-otp/otp/send-failover "))
            return ScriptedAnswer::json(
                "{\"flowId\":\"6ab1\",\"status\":\"InProgress\",\"type\":\"Viber\",\"flow\":[],"
                "\"createdAt\":\"2026-11-23T10:00:00Z\"}");
        if (request.startsWith("GET /accounts/me/balance "))
            return ScriptedAnswer::json("{\"balance\":12.5,\"currency\":{\"code\":\"EUR\"}}");
        if (request.startsWith("GET /failover-otp/otp/templates "))
            return ScriptedAnswer::json(
                "{\"templates\":[{\"templateId\":\"82ba31a3-db42-4e87-82e8-33fa92b9e5ed\"},"
                "{\"templateId\":\"5e0c9d8a-7a4c-4d64-8f0d-1a2b3c4d5e6f\","
                "\"templateType\":\"own_wording\",\"text\":\"Use {pin}.\"},"
                "{\"title\":\"of a new kind\"}]}");
        return ScriptedAnswer::json(
            "{\"flowId\":\"6ab1\",\"status\":\"Succeeded\",\"statusCode\":null,\"steps\":[{"
            "\"trackingId\":\"t1\",\"role\":\"primary\",\"status\":\"SEEN\",\"channel\":\"viber\","
            "\"phone_number\":\"306971234567\"}]}");
    }

    ScriptedServer m_server{[](const QByteArray &request) { return answerTo(request); }};
};

QAction *actionNamed(OpenWindow &open, const char *text)
{
    for (QAction *action : open.window().findChildren<QAction *>()) {
        if (action->text() == QString::fromUtf8(text))
            return action;
    }
    for (QMenu *menu : open.window().findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (action->text() == QString::fromUtf8(text))
                return action;
        }
    }
    return nullptr;
}

/// What the program and Qt logged since it was emptied.
QStringList loggedSoFar;

void keepMessage(QtMsgType, const QMessageLogContext &, const QString &message)
{
    loggedSoFar.append(message);
}

} // namespace

/// Environments in the window, against a service made of raw answers.
class WindowEnvironmentTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // No key store of whoever runs the tests is asked.
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }
    void init() { testsupport::failOnEveryWarning(); }

    void anEnvironmentIsMadeKeptAndChosen()
    {
        QTemporaryDir folder;
        {
            OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            ui::EnvironmentsDialog *dialog = openDialog(open);
            QVERIFY(dialog);
            auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
            QVERIFY(ok->isEnabled());
            click(*dialog, "New");
            write(*dialog, "Name", QStringLiteral("routee"));
            // Taken, said at the field.
            QVERIFY(!ok->isEnabled());
            write(*dialog, "Name", QStringLiteral("Acceptance"));
            QVERIFY(ok->isEnabled());
            write(*dialog, "Service address", QStringLiteral("http://otp.example"));
            QVERIFY(!ok->isEnabled());
            write(*dialog, "Service address", QStringLiteral("https://otp.example/failover-otp"));
            write(*dialog, "Application id", QStringLiteral("app-1"));
            write(*dialog, "Application secret", canary);
            click(*dialog, "Up");
            QCOMPARE(named<QListWidget>(*dialog, "Environments")->currentRow(), 1);
            QTest::mouseClick(ok, Qt::LeftButton);
            QTRY_VERIFY(open.message().contains(QLatin1String("no key store")));
            auto *combo = open.combo("Environment");
            QCOMPARE(combo->itemText(1), QStringLiteral("Acceptance (real)"));
            combo->setFocus();
            QTest::keyClick(combo, Qt::Key_Down);
            QCOMPARE(open.status(Field::Environment), QStringLiteral("Acceptance (real)"));
            QVERIFY(!open.combo("Scenario")->isEnabled());
        }
        OpenWindow again(folder.path());
        QVERIFY(again.isReady());
        QTRY_COMPARE(again.status(Field::Environment), QStringLiteral("Acceptance (real)"));
        verifyNothingLeaked(folder.path());
    }

    void theProxysPasswordIsTypedKeptAndGivenToTheProxyAlone()
    {
        ScriptedServer proxy([](const QByteArray &) {
            return ScriptedAnswer{"HTTP/1.1 407 Who are you\r\n"
                                  "Proxy-Authenticate: Basic realm=\"Company\"\r\n"
                                  "Content-Length: 0\r\n\r\n"};
        });
        QTemporaryDir folder;
        models::Environment environment = environmentAt(proxy);
        environment.isReal = false;
        environment.service = QStringLiteral("https://otp.invalid/failover-otp");
        environment.token = QStringLiteral("https://auth.invalid/oauth/token");
        environment.proxy = {models::ProxyChoice::Kind::Http, QStringLiteral("127.0.0.1"),
                             proxy.address().port()};
        keep(folder.path(), environment);
        {
            OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
            ui::EnvironmentsDialog *dialog = openDialog(open);
            QVERIFY(dialog);
            write(*dialog, "Application secret", QStringLiteral("another-s3cret"));
            auto *pages = dialog->findChild<QTabWidget *>();
            constexpr int networkPage = 2;
            pages->setCurrentIndex(networkPage);
            auto *password = named<QLineEdit>(*dialog, "Proxy password");
            QVERIFY2(!password->isEnabled(), "there is nobody yet whose password it is");
            write(*dialog, "Proxy user", QStringLiteral("maria"));
            QVERIFY(password->isEnabled());
            write(*dialog, "Proxy password", canary);
            QCOMPARE(password->echoMode(), QLineEdit::Password);
            picture(*dialog, "environment-proxy");
            QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                              Qt::LeftButton);
            QTRY_VERIFY(open.message().contains(QLatin1String("no key store")));
            open.window().activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&open.window()));
            QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 20'000);
            QCOMPARE(open.state().conclusion, models::Conclusion::SendFailed);
            QVERIFY(proxy.bytesSeen().contains("Basic " + ("maria:" + canary.toUtf8()).toBase64()));
            verifyNothingShown(open.window());
        }
        verifyNothingLeaked(folder.path());
    }

    void aRealSendAsksFirstAndLeavesOnce()
    {
        FakeService fake;
        QTemporaryDir folder;
        keep(folder.path(), environmentAt(fake.server()));
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance (real)"));
        enterSecret(open);
        auto *question = open.window().findChild<ui::SendQuestion *>();
        const auto press = [&] {
            QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        };
        press();
        QVERIFY(question->isVisible());
        const QString text = question->findChild<QLabel *>()->text();
        for (const char *part :
             {"Acceptance", "127.0.0.1", "costs money", "+306971234567", "Viber, SMS"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
        const auto says = [&](const char *part) {
            const auto labels = question->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [part](const QLabel *label) {
                return label->text().contains(QLatin1String(part));
            });
        };
        QTRY_VERIFY(says("Balance of the account: 12.5 EUR."));
        picture(open.window(), "send-question");
        click(*question, "Do not send");
        QVERIFY(!question->isVisible());

        // An edit makes it another question.
        press();
        auto *pin = open.window().findChild<QLineEdit *>(QStringLiteral("step0.pin"));
        pin->setFocus();
        QTest::keyClicks(pin, QStringLiteral("7"));
        QVERIFY(!question->isVisible());
        QCOMPARE(fake.sends(), 0);

        press();
        auto *isForToday = question->findChild<QCheckBox *>();
        QTest::mouseClick(isForToday, Qt::LeftButton, {}, QPoint(8, isForToday->height() / 2));
        QVERIFY(isForToday->isChecked());
        click(*question, "Send for real");
        press();
        QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 20'000);
        QTRY_VERIFY(open.button("Send")->isEnabled());
        QCOMPARE(fake.sends(), 1);
        press();
        QVERIFY(!question->isVisible());
        QTRY_COMPARE(fake.sends(), 2);
        verifyNothingLeaked(folder.path());
    }

    void noSecretIsShownCopiedOrLogged()
    {
        FakeService fake;
        QTemporaryDir folder;
        models::Environment environment = environmentAt(fake.server());
        environment.isReal = false;
        keep(folder.path(), environment);
        loggedSoFar.clear();
        const QtMessageHandler before = qInstallMessageHandler(keepMessage);
        const auto restore = qScopeGuard([before] { qInstallMessageHandler(before); });
        {
            OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
            enterSecret(open);
            QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 20'000);
            QTRY_VERIFY(open.button("Send")->isEnabled());
            QVERIFY(fake.server().requests().constFirst().contains(
                "Basic " + ("app-1:" + canary.toUtf8()).toBase64()));

            auto *observations = open.named<QTableView>("Events");
            QVERIFY(observations);
            QStringList copied;
            for (int row = 0; row < observations->model()->rowCount(); ++row) {
                observations->selectRow(row);
                auto *copy = open.button("Copy as cURL");
                QTRY_VERIFY(copy && copy->isVisible());
                QGuiApplication::clipboard()->clear();
                const auto isCopied = [&] {
                    copy->click();
                    return !QGuiApplication::clipboard()->text().isEmpty();
                };
                QTRY_VERIFY(isCopied());
                copied.append(QGuiApplication::clipboard()->text());
            }
            for (QAction *action : open.controller.exports().findChildren<QAction *>()) {
                if (action->text() != QLatin1String("Copy the &events"))
                    continue;
                QVERIFY(action->isEnabled());
                QGuiApplication::clipboard()->clear();
                action->trigger();
                copied.append(QGuiApplication::clipboard()->text());
            }
            open.window().findChild<QPushButton *>(QStringLiteral("snippetCopy"))->click();
            copied.append(QGuiApplication::clipboard()->text());
            // Each of them had something to say.
            QVERIFY2(copied.size() >= 4 && !copied.contains(QString()),
                     qPrintable(copied.join(QStringLiteral("\n--\n"))));
            QCOMPARE(leakIn(copied.join(u'\n').toUtf8(), {canary, token}), QByteArray());
            verifyNothingShown(open.window());
        }
        QCOMPARE(leakIn(loggedSoFar.join(u'\n').toUtf8(), {canary, token}), QByteArray());
        verifyNothingLeaked(folder.path());
    }

    void whoIsNotAllowedIsNotSentTo()
    {
        FakeService fake;
        QTemporaryDir folder;
        models::Environment environment = environmentAt(fake.server());
        environment.sending.recipients = {QStringLiteral("+306900000000")};
        keep(folder.path(), environment);
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance (real)"));
        QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(open.message().contains(QLatin1String("may not be sent to in Acceptance")),
                 qPrintable(open.message()));
        QVERIFY(!open.window().findChild<ui::SendQuestion *>()->isVisible());
        QCOMPARE(fake.server().requests().size(), 0);
    }

    void aBalanceThatMayNotBeAskedForIsUnknown()
    {
        ScriptedServer server([](const QByteArray &request) {
            return request.startsWith("POST /oauth/token ")
                       ? ScriptedAnswer::json("{\"access_token\":\"t\"}")
                       : ScriptedAnswer::json("{\"detail\":\"Scope account is missing\"}", 403);
        });
        QTemporaryDir folder;
        keep(folder.path(), environmentAt(server));
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance (real)"));
        enterSecret(open);
        QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        auto *question = open.window().findChild<ui::SendQuestion *>();
        QVERIFY(question->isVisible());
        const auto isSaid = [question] {
            const auto labels = question->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->text() ==
                       QLatin1String("The account's balance is not known (HTTP 403: Scope "
                                     "account is missing).");
            });
        };
        QTRY_VERIFY(isSaid());
        // It keeps nobody from sending.
        QVERIFY(named<QPushButton>(*question, "Send for real")->isEnabled());
        QCOMPARE(server.count("POST /failover-otp/"), 0);
    }

    void templatesOfTheAccountAreOfferedAndUsed()
    {
        FakeService fake;
        QTemporaryDir folder;
        keep(folder.path(), environmentAt(fake.server()));
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance (real)"));
        enterSecret(open);
        actionNamed(open, "&Templates…")->trigger();
        auto *dialog = open.window().findChild<ui::TemplatesDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
        auto *table = named<QTableWidget>(*dialog, "Templates");
        const int known = int(open.catalogue.templateTypes().size());
        QTRY_COMPARE(table->rowCount(), known + 1);
        QCOMPARE(table->item(0, 1)->text(), QStringLiteral("catalogue"));
        QCOMPARE(table->item(known, 1)->text(), QStringLiteral("account"));
        QCOMPARE(table->findItems(QStringLiteral("catalogue, account"), Qt::MatchExactly).size(),
                 1);
        auto *strange = named<QPlainTextEdit>(*dialog, "Templates as they came");
        QVERIFY(strange->isVisible());
        QCOMPARE(strange->toPlainText(), QStringLiteral("{\"title\":\"of a new kind\"}"));
        picture(*dialog, "templates");
        table->setFocus();
        QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
        click(*dialog, "Use");
        const auto chosen = [&open] {
            const auto &step = open.controller.editor().document().json().at("flow").at(0);
            return models::textMember(step, "templateId").value_or(QString());
        };
        QCOMPARE(chosen(), QStringLiteral("5e0c9d8a-7a4c-4d64-8f0d-1a2b3c4d5e6f"));
        // One undo takes it back.
        open.controller.editor().editActions().first()->trigger();
        QVERIFY(chosen() != QStringLiteral("5e0c9d8a-7a4c-4d64-8f0d-1a2b3c4d5e6f"));
        QCOMPARE(fake.sends(), 0);
    }

    void aTemplateIsChosenFromTheFieldOfItsStep()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("flow.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"flow\":[{\"type\":\"viberOtp\",\"order\":1,\"templateId\":\"first\"},"
                   "{\"type\":\"viberOtp\",\"order\":2,\"templateId\":\"second\"}]}");
        file.close();
        OpenWindow open(folder.path(), path);
        QVERIFY(open.isReady());
        auto *choose =
            open.window().findChild<QToolButton *>(QStringLiteral("step1.templateId.aid"));
        QVERIFY(choose);
        choose->setFocus();
        QTest::keyClick(choose, Qt::Key_Space);
        auto *dialog = open.window().findChild<ui::TemplatesDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
        QCOMPARE(named<QPushButton>(*dialog, "Use")->text(), QStringLiteral("&Use in step 2"));
        auto *table = named<QTableWidget>(*dialog, "Templates");
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
        click(*dialog, "Use");
        const models::Json &flow = open.controller.editor().document().json().at("flow");
        QCOMPARE(models::textMember(flow.at(0), "templateId"), QStringLiteral("first"));
        QCOMPARE(models::textMember(flow.at(1), "templateId"),
                 open.catalogue.templateTypes().front().templateId);
    }

    void newFlowsAndStepsTakeTheDefaults()
    {
        FakeService fake;
        QTemporaryDir folder;
        models::Environment environment = environmentAt(fake.server());
        environment.defaults = {QStringLiteral("MyBrand"),
                                QStringLiteral("82ba31a3-db42-4e87-82e8-33fa92b9e5ed"),
                                QStringLiteral("https://hooks.example/otp")};
        keep(folder.path(), environment);
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance (real)"));
        const QByteArray before = open.controller.editor().document().text();
        QVERIFY2(!before.contains("MyBrand"), "what the person has open stays as it is");
        actionNamed(open, "&New flow")->trigger();
        actionNamed(open, "Add a step: ViberOtp")->trigger();
        actionNamed(open, "Add a step: Sms")->trigger();
        const models::Json &flow = open.controller.editor().document().json();
        const QByteArray expected =
            "{\"flow\":[{\"type\":\"ViberOtp\",\"order\":1,\"ttl\":300,"
            "\"templateId\":\"82ba31a3-db42-4e87-82e8-33fa92b9e5ed\","
            "\"templateType\":\"with_type\"},"
            "{\"type\":\"Sms\",\"order\":2,\"ttl\":600,\"from\":\"MyBrand\","
            "\"message\":{\"body\":\"\"}}],\"callback\":{\"url\":\"https://hooks.example/otp\"}}";
        QCOMPARE(QByteArray::fromStdString(flow.dump()), expected);
    }

    void theDaysLimitIsSaidAndNothingLeaves()
    {
        FakeService fake;
        QTemporaryDir folder;
        models::Environment environment = environmentAt(fake.server());
        environment.isReal = false;
        environment.sending.sendsADay = 1;
        keep(folder.path(), environment);
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
        enterSecret(open);
        QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 20'000);
        QTRY_VERIFY(open.button("Send")->isEnabled());
        QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(open.message().contains(QLatin1String("as many flows as Acceptance allows")),
                     qPrintable(open.message()));
        QVERIFY(open.button("Send")->isEnabled());
        QCOMPARE(fake.sends(), 1);
    }

    void withoutASecretNothingIsSent()
    {
        FakeService fake;
        QTemporaryDir folder;
        models::Environment environment = environmentAt(fake.server());
        environment.isReal = false;
        keep(folder.path(), environment);
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
        QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(open.message().contains(QLatin1String("there is no secret for Acceptance")),
                     qPrintable(open.message()));
        QVERIFY(open.button("Send")->isEnabled());
        QCOMPARE(fake.server().requests().size(), 0);
    }

    void anUnknownOutcomeIsLookedUpAndFollowed()
    {
        const ScriptedServer server([](const QByteArray &request) {
            if (request.startsWith("POST /oauth/token "))
                return ScriptedAnswer::json("{\"access_token\":\"t\",\"expires_in\":3600}");
            // It takes the flow, and the connection breaks before it says so.
            if (request.startsWith("POST "))
                return ScriptedAnswer::hangUp();
            const QByteArray tracking =
                "{\"flowId\":\"6ab1\",\"status\":\"Succeeded\",\"steps\":[{\"trackingId\":\"t1\","
                "\"status\":\"SEEN\",\"channel\":\"viber\",\"phone_number\":\"306971234567\"}]}";
            return ScriptedAnswer::json(request.contains("/failover?")
                                            ? "{\"total\":1,\"results\":[" + tracking + "]}"
                                            : tracking);
        });
        QTemporaryDir folder;
        models::Environment environment = environmentAt(server);
        environment.isReal = false;
        keep(folder.path(), environment);
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
        enterSecret(open);
        QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(open.message().contains(QLatin1String("Look for it under Run, Deliveries")),
                     qPrintable(open.message()));
        // No webhook will tell.
        if (!open.button("Send")->isEnabled())
            QTest::keyClick(&open.window(), Qt::Key_Escape);
        QTRY_VERIFY(open.button("Send")->isEnabled());

        QTest::keyClick(&open.window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = open.window().findChild<ui::DeliveriesDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
        QCOMPARE(named<QLineEdit>(*dialog, "Recipient")->text(), QStringLiteral("306971234567"));
        QCOMPARE(named<QLineEdit>(*dialog, "Label")->text(), QStringLiteral("login-otp"));
        click(*dialog, "Search");
        auto *table = named<QTableView>(*dialog, "Deliveries");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(server.count("GET /failover-otp/otp/failover?tag=login-otp&phone_number="
                              "306971234567&limit=25&offset=0 "),
                 1);
        table->selectRow(0);
        click(*dialog, "Follow");
        QTRY_COMPARE_WITH_TIMEOUT(open.state().flowId.text(), QStringLiteral("6ab1"), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(open.state().isConcluded(), 20'000);
        QCOMPARE(server.count("POST /failover-otp/"), 1);
    }

    void enterInAFieldOfDeliveriesSearches_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("from the id") << QStringLiteral("Flow or tracking id");
        QTest::newRow("from the recipient") << QStringLiteral("Recipient");
        QTest::newRow("from the label") << QStringLiteral("Label");
    }
    void enterInAFieldOfDeliveriesSearches()
    {
        QFETCH(const QString, field);
        ui::DeliveriesDialog dialog(QStringLiteral("Acceptance"));
        int searches = 0;
        connect(&dialog, &ui::DeliveriesDialog::searchWanted, &dialog, [&] { ++searches; });
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *edit = named<QLineEdit>(dialog, qPrintable(field));
        QVERIFY(edit);
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("306971234567"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(searches, 1);
        QVERIFY(dialog.isVisible());
        // And while the service is asked, a second press neither asks again nor closes anything.
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(searches, 1);
        QVERIFY(dialog.isVisible());
    }

    void enterInTheListOfDeliveriesFollows()
    {
        ui::DeliveriesDialog dialog(QStringLiteral("Acceptance"));
        QStringList heard;
        connect(&dialog, &ui::DeliveriesDialog::searchWanted, &dialog,
                [&] { heard << QStringLiteral("search"); });
        connect(&dialog, &ui::DeliveriesDialog::followWanted, &dialog,
                [&](const QString &id) { heard << id; });
        models::DeliveryPage page;
        page.total = 1;
        page.deliveries.emplace_back().flowId = models::FlowId(QStringLiteral("6ab1"));
        dialog.showPage(page);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *table = named<QTableView>(dialog, "Deliveries");
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(heard, QStringList{QStringLiteral("6ab1")});
        QVERIFY(!dialog.isVisible());
    }

    void enterInTheListOfTemplatesUsesTheChosenOne()
    {
        ui::TemplatesDialog dialog(QStringLiteral("Acceptance"), QStringLiteral("step 1"));
        QStringList used;
        connect(&dialog, &ui::TemplatesDialog::useWanted, &dialog,
                [&](const models::OtpTemplate &chosen) { used << chosen.id; });
        models::OfferedTemplate offered;
        offered.content.id = QStringLiteral("0aac888f");
        dialog.setTemplates({offered});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *table = named<QTableWidget>(dialog, "Templates");
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(used, QStringList{QStringLiteral("0aac888f")});
    }

    void theTextOfATemplateIsReadWhole()
    {
        ui::TemplatesDialog dialog(QStringLiteral("Acceptance"), QStringLiteral("step 1"));
        models::OfferedTemplate offered;
        offered.content.id = QStringLiteral("0aac888f-2ee2-4112-9659-1755a951966a");
        offered.content.text = QStringLiteral(
            "Your code is {pin}. It is valid for 5 minutes. Do not share this code with anyone. "
            "Nobody will call or message you to ask for it.");
        dialog.setTemplates({offered});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        const auto *table = named<QTableWidget>(dialog, "Templates");
        const int column = table->columnCount() - 1;
        const QRect needed =
            table->fontMetrics().boundingRect(QRect(0, 0, table->columnWidth(column), 1000),
                                              Qt::TextWordWrap, table->item(0, column)->text());
        QVERIFY(needed.height() > table->fontMetrics().height());
        QTRY_COMPARE_GE(table->rowHeight(0), needed.height());
    }

    void anIdThatTheServiceDoesNotKnowIsSaidToBeUnknown()
    {
        const ScriptedServer server([](const QByteArray &request) {
            if (request.startsWith("POST /oauth/token "))
                return ScriptedAnswer::json("{\"access_token\":\"t\",\"expires_in\":3600}");
            return ScriptedAnswer::json("{\"message\":\"no such flow\"}", 404);
        });
        QTemporaryDir folder;
        models::Environment environment = environmentAt(server);
        environment.isReal = false;
        keep(folder.path(), environment);
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
        enterSecret(open);
        QTest::keyClick(&open.window(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = open.window().findChild<ui::DeliveriesDialog *>();
        QVERIFY(dialog && QTest::qWaitForWindowExposed(dialog));
        write(*dialog, "Flow or tracking id", QStringLiteral("not-an-id"));
        click(*dialog, "Follow this id");
        QTRY_COMPARE_WITH_TIMEOUT(
            open.message(),
            QStringLiteral("Acceptance knows no flow with the id not-an-id (HTTP 404). Nothing was "
                           "sent. Check the id, and whether that flow was sent there."),
            20'000);
        QTRY_VERIFY(open.button("Send")->isEnabled());
    }

    void whatWasHeardOfOneEnvironmentIsNotSaidOfAnother()
    {
        Service service;
        QTemporaryDir folder;
        keep(folder.path(), cheapEnvironmentAt(service));
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
        QComboBox *combo = open.combo("Environment");
        open.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.window()));
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Built-in simulator"));
        QVERIFY(open.runToItsEnd());
        QCOMPARE(open.status(Field::Run), QStringLiteral("Run concluded"));
        QVERIFY2(open.status(Field::Token).startsWith(QLatin1String("Token valid")),
                 qPrintable(open.status(Field::Token)));

        combo->setFocus();
        while (combo->currentText() != QLatin1String("Acceptance"))
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(open.status(Field::Token), QStringLiteral("No token yet"));
        QCOMPARE(open.status(Field::Run), QStringLiteral("No run"));
        // Back there, its token still is what it was.
        QTest::keyClick(combo, Qt::Key_Home);
        QVERIFY(open.status(Field::Token).startsWith(QLatin1String("Token valid")));
    }

    void noStrayKeyOrWheelChoosesWhereFlowsGo()
    {
        Service service;
        QTemporaryDir folder;
        keep(folder.path(), cheapEnvironmentAt(service));
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
        open.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.window()));
        QComboBox *combo = open.combo("Environment");
        combo->setFocus();
        for (const char letter : {'b', 'r', 'B', 'R'}) {
            QTest::keyClick(combo, letter);
            QCOMPARE(combo->currentText(), QStringLiteral("Acceptance"));
        }
        const QPointF middle = combo->rect().center();
        for (const int turn : {-120, 120}) {
            QWheelEvent wheel(middle, combo->mapToGlobal(middle), {}, {0, turn}, Qt::NoButton, {},
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(combo, &wheel);
            QCOMPARE(combo->currentText(), QStringLiteral("Acceptance"));
        }
        // What is pressed for it alone still chooses.
        QTest::keyClick(combo, Qt::Key_Home);
        QCOMPARE(combo->currentText(), QStringLiteral("Built-in simulator"));
    }

    void theKeyboardGoesToTheEditorFirstAndAfterTheEnvironments()
    {
        QTemporaryDir folder;
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        open.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.window()));
        const auto isInTheEditor = [&open] {
            const QWidget *focus = QApplication::focusWidget();
            return focus && open.controller.editor().isAncestorOf(focus);
        };
        QTRY_VERIFY(isInTheEditor());
        const QByteArray before = open.controller.editor().text();
        QTest::keyClick(QApplication::focusWidget(), 'r');
        QCOMPARE(open.status(Field::Environment), QStringLiteral("Built-in simulator"));
        QCOMPARE(open.controller.editor().text(), before);

        ui::EnvironmentsDialog *dialog = openDialog(open);
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        open.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.window()));
        QTRY_VERIFY(isInTheEditor());
    }

    void whatTheServiceRefusesIsMarkedAtItsField()
    {
        const ScriptedServer server([](const QByteArray &request) {
            if (request.startsWith("POST /oauth/token "))
                return ScriptedAnswer::json("{\"access_token\":\"t\",\"expires_in\":3600}");
            return ScriptedAnswer::json(
                "{\"detail\":[{\"type\":\"value_error\",\"loc\":[\"body\",\"flow\",0,\"pin\"],"
                "\"msg\":\"Pin is on the list of guessable ones\",\"input\":\"123456\"}]}",
                422);
        });
        QTemporaryDir folder;
        models::Environment environment = environmentAt(server);
        environment.isReal = false;
        keep(folder.path(), environment);
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance"));
        enterSecret(open);
        auto *pin = open.window().findChild<QLineEdit *>(QStringLiteral("step0.pin"));
        QVERIFY(pin->property("severity").toString() != QStringLiteral("error"));
        QTest::keyClick(&open.window(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(pin->property("severity").toString(), QStringLiteral("error"));
        QTRY_VERIFY(open.button("Send")->isEnabled());
        // It stops nothing, and goes with the next edit.
        pin->setFocus();
        QTest::keyClicks(pin, QStringLiteral("9"));
        QTRY_VERIFY(pin->property("severity").toString() != QStringLiteral("error"));
        QCOMPARE(server.count("POST /failover-otp/"), 1);
    }

    void theSelfTestGoesThroughThePublicAddress()
    {
        // The environment's public address is this machine by another name, on a port that was
        // free.
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const int port = free.serverPort();
        free.close();
        FakeService fake;
        QTemporaryDir folder;
        models::Environment environment = environmentAt(fake.server());
        environment.webhookAddress = QStringLiteral("http://localhost:%1").arg(port);
        environment.receiverPort = port;
        keep(folder.path(), environment);
        {
            OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            QTRY_VERIFY2(open.status(Field::Receiver)
                             .startsWith(QLatin1String("Receiver localhost, self-test")),
                         qPrintable(open.status(Field::Receiver)));
            picture(*open.window().statusLine(), "self-test");
        }
        environment.webhookAddress = QStringLiteral("http://localhost:9");
        keep(folder.path(), environment);
        OpenWindow other(folder.path());
        QVERIFY(other.isReady());
        QTRY_COMPARE(other.status(Field::Receiver),
                     QStringLiteral("Receiver localhost is not reached"));
    }

    void aTunnelBringsThePublicAddress()
    {
        FakeService fake;
        QTemporaryDir folder;
        models::Environment environment = environmentAt(fake.server());
        environment.tunnelCommand =
            QStringLiteral("sh -c \"echo at http://localhost:{port}; exec tail -f /dev/null\"");
        keep(folder.path(), environment);
        {
            OpenWindow open(folder.path());
            QVERIFY(open.isReady());
            QTRY_VERIFY2(open.status(Field::Receiver)
                             .startsWith(QLatin1String("Receiver localhost, self-test")),
                         qPrintable(open.status(Field::Receiver)));
            QCOMPARE(open.window().messageBar()->text(), QString());
        }
        environment.tunnelCommand = QStringLiteral("sh -c \"echo no way; exit 1\"");
        keep(folder.path(), environment);
        OpenWindow other(folder.path());
        QVERIFY(other.isReady());
        QTRY_VERIFY2(
            other.window().messageBar()->text().contains(QLatin1String(
                "The tunnel for webhooks ended and is started again in 1 s. It said: no way")),
            qPrintable(other.window().messageBar()->text()));
    }

    void theConnectionIsCheckedStepByStep()
    {
        FakeService fake;
        QTemporaryDir folder;
        keep(folder.path(), environmentAt(fake.server()));
        OpenWindow open(folder.path());
        QVERIFY(open.isReady());
        QTRY_COMPARE(open.status(Field::Environment), QStringLiteral("Acceptance (real)"));
        ui::EnvironmentsDialog *dialog = openDialog(open);
        QVERIFY(dialog);
        write(*dialog, "Application secret", canary);
        click(*dialog, "Check connection");
        const auto shown = [&] {
            QStringList lines;
            for (const QLabel *label :
                 dialog->findChild<ui::CheckView *>()->findChildren<QLabel *>())
                lines.append(label->text());
            return lines.join(u'|');
        };
        QTRY_VERIFY2(shown().contains(QLatin1String("It says: ok")), qPrintable(shown()));
        QCOMPARE(
            shown(),
            QStringLiteral("✓|Find 127.0.0.1|127.0.0.1|–|Encrypt to 127.0.0.1|Not encrypted: "
                           "the address is http://|✓|Get a token|Valid for 57 min 3 s; scope sms "
                           "failover; permissions MT_ROLE_SMS, MT_ROLE_FAILOVER|✓|Ask the "
                           "service how it is|It says: ok"));
        verifyLegible(*dialog->findChild<ui::CheckView *>());
        picture(*dialog, "connection-check");
        QVERIFY(fake.server().requests().first().contains("Basic " +
                                                          ("app-1:" + canary.toUtf8()).toBase64()));
        QCOMPARE(fake.sends(), 0);
        QTest::keyClick(dialog, Qt::Key_Escape);
        verifyNothingLeaked(folder.path());
    }

private:
    static inline const QString token = QStringLiteral("4f5c8e0a-1f7e-4d5e-9a71-0c1d2e3f4a5b");

    /// Its texts stand out from what is behind them, whichever theme is chosen while it is shown.
    static void verifyLegible(QWidget &view)
    {
        constexpr int leastDifference = 60;
        ui::ThemeController theme(*qApp);
        for (const ui::ThemeChoice choice : {ui::ThemeChoice::Dark, ui::ThemeChoice::Light}) {
            theme.apply(choice);
            for (const QLabel *label : view.findChildren<QLabel *>()) {
                const int text = qGray(label->palette().color(QPalette::WindowText).rgb());
                const int behind = qGray(view.palette().color(QPalette::Window).rgb());
                QVERIFY2(std::abs(text - behind) > leastDifference, qPrintable(label->text()));
            }
        }
    }

    /// Secret and token in no spelling, in no file of the data folder.
    static void verifyNothingLeaked(const QString &folder)
    {
        int files = 0;
        QDirIterator every(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (every.hasNext()) {
            QFile file(every.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(leakIn(file.readAll(), {canary, token}).isEmpty(),
                     qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }

    /// Nor in what any widget shows or tells a screen reader.
    static void verifyNothingShown(QWidget &window)
    {
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            QStringList told{widget->windowTitle(), widget->toolTip(), widget->accessibleName(),
                             widget->accessibleDescription()};
            for (const char *property : {"text", "plainText", "placeholderText"})
                told.append(widget->property(property).toString());
            QCOMPARE(leakIn(told.join(u'\n').toUtf8(), {canary, token}), QByteArray());
        }
    }
};

QTEST_MAIN(WindowEnvironmentTest)
#include "tst_windowenvironment.moc"
