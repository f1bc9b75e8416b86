// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/resources.h"
#include "app/platform/systemclock.h"
#include "app/window/windowcontroller.h"
#include "models/core/json.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/themecontroller.h"

#include <QApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

namespace otpscope::bench {

/// The window with its services, on a store of its own, where one flow goes to the simulator with
/// the service clock frozen, so that the run stays open.
class FrozenWindow
{
public:
    explicit FrozenWindow(QApplication &application)
        : m_theme(application)
        , m_controller(m_folder.path(), m_catalogue, m_clock, m_theme)
    {}

    [[nodiscard]] window::WindowController &controller() { return m_controller; }
    [[nodiscard]] const models::Clock &clock() const { return m_clock; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// Shows it, and sends once the simulator is there.
    void open()
    {
        m_controller.window().show();
        m_controller.start({});
        Q_EMIT m_controller.window().speedChosen(0);
        QTimer::singleShot(1'000, &m_controller.window(),
                           [this] { Q_EMIT m_controller.window().sendRequested(); });
    }

private:
    QTemporaryDir m_folder;
    ui::ThemeController m_theme;
    models::Catalogue m_catalogue = platform::builtInCatalogue();
    platform::SystemClock m_clock;
    window::WindowController m_controller;
};

/// The run's receiver: the callback that was put into what was sent.
inline QUrl callbackOf(const window::WindowController &controller)
{
    QUrl url;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("bench"));
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        database.setDatabaseName(controller.storeLocation());
        QSqlQuery query(database);
        if (database.open() && query.exec(QStringLiteral("SELECT flow_text FROM run")) &&
            query.next()) {
            if (const auto flow = models::parseJson(query.value(0).toByteArray()))
                url = QUrl(models::toQString(flow.value()["callback"]["url"].get<std::string>()));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("bench"));
    return url;
}

} // namespace otpscope::bench
