// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/settings.h"

namespace otpscope::window {

namespace {

constexpr int recentAtMost = 10;
constexpr int toldAtMost = 300;
const QString toldRunsKey = QStringLiteral("runs/told");
// Fast enough that the first Send shows a whole failover in seconds.
constexpr double defaultSpeed = 60;

} // namespace

Settings::Settings(const QString &dataFolder)
    : m_settings(dataFolder + QStringLiteral("/window.ini"), QSettings::IniFormat)
{
}

ui::WindowLayout Settings::layout() const
{
    return {m_settings.value(QStringLiteral("window/geometry")).toByteArray(),
            m_settings.value(QStringLiteral("window/docks")).toByteArray(),
            m_settings.value(QStringLiteral("window/splitter")).toByteArray()};
}

void Settings::setLayout(const ui::WindowLayout &layout)
{
    m_settings.setValue(QStringLiteral("window/geometry"), layout.geometry);
    m_settings.setValue(QStringLiteral("window/docks"), layout.docks);
    m_settings.setValue(QStringLiteral("window/splitter"), layout.splitter);
}

ui::ThemeChoice Settings::theme() const
{
    return ui::themeByName(m_settings.value(QStringLiteral("window/theme")).toString());
}

void Settings::setTheme(ui::ThemeChoice theme)
{
    m_settings.setValue(QStringLiteral("window/theme"), ui::themeName(theme));
}

QString Settings::scenario() const
{
    return m_settings
        .value(QStringLiteral("simulator/scenario"), QStringLiteral("viber-expired-sms-delivered"))
        .toString();
}

void Settings::setScenario(const QString &name)
{
    m_settings.setValue(QStringLiteral("simulator/scenario"), name);
}

double Settings::speed() const
{
    return m_settings.value(QStringLiteral("simulator/speed"), defaultSpeed).toDouble();
}

void Settings::setSpeed(double speed)
{
    m_settings.setValue(QStringLiteral("simulator/speed"), speed);
}

QDate Settings::confirmedDay(const models::EnvironmentId &id) const
{
    return m_settings.value(QStringLiteral("confirmed/") + id.text()).toDate();
}

void Settings::setConfirmedDay(const models::EnvironmentId &id, QDate day)
{
    m_settings.setValue(QStringLiteral("confirmed/") + id.text(), day);
}

bool Settings::isOutcomeTold(const models::RunId &run) const
{
    return m_settings.value(toldRunsKey).toStringList().contains(run.text());
}

void Settings::setOutcomeTold(const models::RunId &run)
{
    QStringList told = m_settings.value(toldRunsKey).toStringList();
    told.removeAll(run.text());
    told.prepend(run.text());
    m_settings.setValue(toldRunsKey, told.mid(0, toldAtMost));
}

QStringList Settings::recentFlows() const
{
    return m_settings.value(QStringLiteral("flows/recent")).toStringList();
}

void Settings::addRecentFlow(const QString &path)
{
    QStringList recent = recentFlows();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(QStringLiteral("flows/recent"), recent.mid(0, recentAtMost));
}

void Settings::clearRecentFlows()
{
    m_settings.remove(QStringLiteral("flows/recent"));
}

QString Settings::libraryFolder(const QString &fallback) const
{
    return m_settings.value(QStringLiteral("flows/folder"), fallback).toString();
}

void Settings::setLibraryFolder(const QString &path)
{
    m_settings.setValue(QStringLiteral("flows/folder"), path);
}

void Settings::replaceRecentFlow(const QString &from, const QString &to)
{
    QStringList recent = recentFlows();
    if (!recent.contains(from))
        return;
    recent[recent.indexOf(from)] = to;
    recent.removeAll(QString());
    m_settings.setValue(QStringLiteral("flows/recent"), recent);
}

} // namespace otpscope::window
