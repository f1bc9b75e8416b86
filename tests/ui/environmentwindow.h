// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/environment/environmentfile.h"
#include "models/environment/environmentbook.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/spellings.h"
#include "tests/ui/openwindow.h"
#include "ui/environment/environmentsdialog.h"
#include "ui/theme/themecontroller.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

/// What tests of environments in the window do by keys and mouse.
namespace otpscope::environmentwindow {

/// QTest types ASCII alone.
inline const QString canary = QString(testsupport::canarySecret).remove(QChar(0xe9));

inline models::Environment environmentAt(const testsupport::ScriptedServer &server)
{
    models::Environment environment;
    environment.id = models::EnvironmentId(QStringLiteral("77"));
    environment.name = QStringLiteral("Acceptance");
    environment.service = server.address(QStringLiteral("/failover-otp")).toString();
    environment.token = server.address(QStringLiteral("/oauth/token")).toString();
    environment.applicationId = QStringLiteral("app-1");
    environment.sending = {true, {QStringLiteral("+306971234567")}, 0};
    return environment;
}

inline QByteArray trackingOf(const QByteArray &flow, const QByteArray &step)
{
    return "{\"flowId\":\"6ab1\",\"status\":\"" + flow +
           "\",\"steps\":[{\"trackingId\":\"t1\",\"role\":\"primary\",\"status\":\"" + step +
           "\",\"channel\":\"viber\",\"phone_number\":\"306971234567\"}]}";
}

/// Takes a flow, and says of it what it is told to say.
class Service final
{
public:
    [[nodiscard]] const testsupport::ScriptedServer &server() const { return m_server; }
    [[nodiscard]] qsizetype sends() const { return m_server.count("POST /failover-otp/otp/"); }
    [[nodiscard]] qsizetype polls() const { return m_server.count("GET /failover-otp/otp/"); }
    void say(const QByteArray &tracking) { m_tracking = tracking; }

private:
    QByteArray m_tracking = trackingOf("InProgress", "QUEUED");
    testsupport::ScriptedServer m_server{[this](const QByteArray &request) {
        if (request.startsWith("POST /oauth/token "))
            return testsupport::ScriptedAnswer::json(
                "{\"access_token\":\"t\",\"expires_in\":3600}");
        if (request.startsWith("POST "))
            return testsupport::ScriptedAnswer::json(
                "{\"flowId\":\"6ab1\",\"status\":\"InProgress\",\"type\":"
                "\"Viber\",\"flow\":[],\"createdAt\":"
                "\"2026-11-23T10:00:00Z\"}");
        // "GET .../failover/ID HTTP/1.1"
        const QByteArray target = request.mid(4, request.indexOf(' ', 4) - 4);
        const QByteArray flow = target.mid(target.lastIndexOf('/') + 1);
        return testsupport::ScriptedAnswer::json(QByteArray(m_tracking).replace("6ab1", flow));
    }};
};

inline models::Environment cheapEnvironmentAt(const Service &service)
{
    models::Environment environment = environmentAt(service.server());
    environment.isReal = false;
    return environment;
}

/// In use when the window opens.
inline void keep(const QString &folder, const models::Environment &environment)
{
    models::EnvironmentBook book = environment::builtInEnvironments();
    book.put(environment);
    book.choose(environment.id);
    QCOMPARE(environment::saveEnvironments(environment::environmentsPath(folder), book), QString());
}

/// Pictures for people, in both themes, where OTPSCOPE_SCREENSHOTS names a folder.
inline void picture(QWidget &widget, const char *name)
{
    const QString folder = qEnvironmentVariable("OTPSCOPE_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    ui::ThemeController theme(*qApp);
    for (const ui::ThemeChoice choice : {ui::ThemeChoice::Dark, ui::ThemeChoice::Light}) {
        theme.apply(choice);
        QCoreApplication::processEvents();
        const QString path =
            QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(name), ui::themeName(choice));
        QVERIFY(widget.grab().save(path));
    }
}

template <typename Widget>
Widget *named(QWidget &inside, const char *name)
{
    for (Widget *widget : inside.findChildren<Widget *>()) {
        if (widget->accessibleName() == QLatin1String(name))
            return widget;
    }
    return nullptr;
}

inline void write(QWidget &dialog, const char *field, const QString &text)
{
    auto *edit = named<QLineEdit>(dialog, field);
    QVERIFY2(edit, field);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

inline void click(QWidget &inside, const char *name)
{
    auto *button = named<QPushButton>(inside, name);
    QVERIFY2(button && button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

inline ui::EnvironmentsDialog *openDialog(testsupport::OpenWindow &open)
{
    auto *combo = open.combo("Environment");
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_End);
    auto *dialog = open.window().findChild<ui::EnvironmentsDialog *>();
    return dialog && QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
}

/// Types the secret of the environment in use and presses OK.
inline void enterSecret(testsupport::OpenWindow &open)
{
    ui::EnvironmentsDialog *dialog = openDialog(open);
    QVERIFY(dialog);
    write(*dialog, "Application secret", canary);
    QTest::mouseClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
    QTRY_VERIFY(open.message().contains(QLatin1String("no key store")));
    open.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&open.window()));
}

} // namespace otpscope::environmentwindow
