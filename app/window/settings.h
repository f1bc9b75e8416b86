// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/ids.h"
#include "models/environment/environment.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/themecontroller.h"

#include <QDate>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace otpscope::window {

/// What the window remembers from one start to the next, in an INI file of the data folder. No
/// secret is ever written here.
class Settings final
{
    Q_DISABLE_COPY_MOVE(Settings)

public:
    explicit Settings(const QString &dataFolder);

    [[nodiscard]] ui::WindowLayout layout() const;
    void setLayout(const ui::WindowLayout &layout);
    [[nodiscard]] ui::ThemeChoice theme() const;
    void setTheme(ui::ThemeChoice theme);
    [[nodiscard]] QString scenario() const;
    void setScenario(const QString &name);
    [[nodiscard]] double speed() const;
    void setSpeed(double speed);
    /// The last day on which a person wanted not to be asked before real sends to an environment.
    [[nodiscard]] QDate confirmedDay(const models::EnvironmentId &id) const;
    void setConfirmedDay(const models::EnvironmentId &id, QDate day);
    /// Whether it was said that the program ended while this run was being sent; the last few
    /// hundred are remembered.
    [[nodiscard]] bool isOutcomeTold(const models::RunId &run) const;
    void setOutcomeTold(const models::RunId &run);
    /// Newest first, ten at most.
    [[nodiscard]] QStringList recentFlows() const;
    void addRecentFlow(const QString &path);
    void clearRecentFlows();
    /// An empty `to` takes it from the list.
    void replaceRecentFlow(const QString &from, const QString &to);

    /// Where the person keeps flows; `fallback` where none was chosen.
    [[nodiscard]] QString libraryFolder(const QString &fallback) const;
    void setLibraryFolder(const QString &path);

private:
    QSettings m_settings;
};

} // namespace otpscope::window
