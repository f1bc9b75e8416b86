// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/themecontroller.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>
#include <QToolTip>

namespace otpscope::ui {

QString themeName(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System: return QStringLiteral("system");
    case ThemeChoice::Light: return QStringLiteral("light");
    case ThemeChoice::Dark: return QStringLiteral("dark");
    }
    Q_UNREACHABLE();
}

ThemeChoice themeByName(const QString &name)
{
    if (name == themeName(ThemeChoice::Light))
        return ThemeChoice::Light;
    if (name == themeName(ThemeChoice::Dark))
        return ThemeChoice::Dark;
    return ThemeChoice::System;
}

ThemeController::ThemeController(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_isSystemDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

void ThemeController::apply(ThemeChoice choice)
{
    m_choice = choice;
    const bool isDark =
        choice == ThemeChoice::Dark || (choice == ThemeChoice::System && m_isSystemDark);
    const Colours &colours = isDark ? darkColours() : lightColours();
    QApplication::setPalette(paletteFor(colours));
    QToolTip::setPalette(paletteFor(colours));
    m_application.setStyleSheet(styleSheetFor(colours));
}

} // namespace otpscope::ui
