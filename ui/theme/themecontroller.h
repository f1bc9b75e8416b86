// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>

class QApplication;

namespace otpscope::ui {

enum class ThemeChoice {
    System,
    Light,
    Dark,
};

/// "system", "light", "dark": for settings and the command line.
[[nodiscard]] QString themeName(ThemeChoice choice);
/// System for any other text.
[[nodiscard]] ThemeChoice themeByName(const QString &name);

/// Dresses the application: Fusion, palette and style sheet. Make it before the first widget, so
/// that the palette it starts from is the system's own. GUI thread.
class ThemeController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemeController)

public:
    explicit ThemeController(QApplication &application, QObject *parent = nullptr);

    void apply(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }

private:
    QApplication &m_application;
    bool m_isSystemDark = false;
    ThemeChoice m_choice = ThemeChoice::System;
};

} // namespace otpscope::ui
