// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QFontDatabase>

#include <algorithm>
#include <cmath>

namespace otpscope::ui {

namespace {

// Opaque blends keep text contrast computable whatever lies beneath.
QColor blend(const QColor &over, const QColor &under, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return QColor(mix(over.red(), under.red()), mix(over.green(), under.green()),
                  mix(over.blue(), under.blue()));
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(double(colour.redF())) + 0.7152 * linear(double(colour.greenF()))
           + 0.0722 * linear(double(colour.blueF()));
}

QFont scaled(const QFont &base, double factor)
{
    QFont font = base;
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(int(std::lround(base.pixelSize() * factor)));
    return font;
}

} // namespace

QColor Colours::tone(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return text;
    case Tone::Muted: return muted;
    case Tone::Accent: return accent;
    case Tone::Viber: return viber;
    case Tone::Sms: return sms;
    case Tone::Running: return running;
    case Tone::Success: return success;
    case Tone::Warning: return warning;
    case Tone::Error: return error;
    }
    Q_UNREACHABLE();
}

QColor Colours::soft(Tone tone) const
{
    return blend(this->tone(tone), surface, isDark ? 0.18 : 0.11);
}

const Colours &lightColours()
{
    static const Colours colours{
        .isDark = false,
        .window = QColor(0xf3, 0xf4, 0xf8),
        .surface = QColor(0xff, 0xff, 0xff),
        .border = QColor(0xd9, 0xdd, 0xe6),
        .text = QColor(0x1a, 0x1e, 0x28),
        .muted = QColor(0x5a, 0x62, 0x70),
        .accentFill = QColor(0x4f, 0x46, 0xe5),
        .onAccent = QColor(0xff, 0xff, 0xff),
        .accent = QColor(0x4a, 0x41, 0xda),
        .viber = QColor(0x6a, 0x4f, 0xd0),
        .sms = QColor(0x0b, 0x70, 0x62),
        .running = QColor(0x1f, 0x5f, 0xcc),
        .success = QColor(0x14, 0x6c, 0x43),
        .warning = QColor(0x93, 0x4f, 0x00),
        .error = QColor(0xb4, 0x23, 0x2b),
    };
    return colours;
}

const Colours &darkColours()
{
    static const Colours colours{
        .isDark = true,
        .window = QColor(0x14, 0x16, 0x1c),
        .surface = QColor(0x1d, 0x20, 0x29),
        .border = QColor(0x3a, 0x3f, 0x4c),
        .text = QColor(0xe8, 0xea, 0xf0),
        .muted = QColor(0xa6, 0xad, 0xbc),
        .accentFill = QColor(0x5d, 0x54, 0xea),
        .onAccent = QColor(0xff, 0xff, 0xff),
        .accent = QColor(0xa9, 0xa4, 0xff),
        .viber = QColor(0xb3, 0xa5, 0xff),
        .sms = QColor(0x4f, 0xc9, 0xb5),
        .running = QColor(0x86, 0xb8, 0xff),
        .success = QColor(0x66, 0xd3, 0x9c),
        .warning = QColor(0xf2, 0xb7, 0x62),
        .error = QColor(0xff, 0x99, 0x99),
    };
    return colours;
}

const Colours &coloursFor(const QPalette &palette)
{
    // Not the window's colour: a style sheet that makes a widget transparent makes that one black.
    return palette.color(QPalette::ToolTipBase).lightness() < 128 ? darkColours() : lightColours();
}

QPalette paletteFor(const Colours &colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.surface);
    palette.setColor(QPalette::AlternateBase, blend(colours.window, colours.surface, 0.5));
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.muted);
    palette.setColor(QPalette::Button, colours.surface);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.error);
    palette.setColor(QPalette::ToolTipBase, colours.surface);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::Highlight, colours.accentFill);
    palette.setColor(QPalette::HighlightedText, colours.onAccent);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::Mid, colours.border);
    palette.setColor(QPalette::Midlight, blend(colours.border, colours.surface, 0.5));
    palette.setColor(QPalette::Dark, blend(colours.text, colours.border, 0.3));
    palette.setColor(QPalette::Light, colours.surface);
    palette.setColor(QPalette::Shadow, colours.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, blend(colours.muted, colours.surface, 0.75));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.border);
    return palette;
}

QString styleSheetFor(const Colours &colours)
{
    QString sheet = QStringLiteral(R"(
QMainWindow::separator { background: transparent; width: 6px; height: 6px; }
QMainWindow::separator:hover { background: @accentSoft; }
QMenuBar { background: @surface; border-bottom: 1px solid @border; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: @accentSoft; color: @text; }
QMenu { background: @surface; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QToolBar { background: @surface; border: none; border-bottom: 1px solid @border; padding: 8px 10px;
           spacing: 8px; }
QStatusBar { background: @surface; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; font-weight: bold; }
QDockWidget::title { background: @surface; padding: 8px 12px; border: none; text-align: left; }
QToolTip { background: @surface; color: @text; border: 1px solid @border; padding: 4px 6px; }

QFrame[look="card"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame[look="banner-error"] { background: @errorSoft; border: 1px solid @error;
                              border-radius: 8px; }
QFrame[look="banner-warning"] { background: @warningSoft; border: 1px solid @warning;
                                border-radius: 8px; }
QFrame[look="banner-info"] { background: @runningSoft; border: 1px solid @running;
                             border-radius: 8px; }
QLabel[look="muted"] { color: @muted; }
QLabel[look="verdict-success"] { color: @success; }
QLabel[look="verdict-warning"] { color: @warning; }
QLabel[look="verdict-error"] { color: @error; }
QWidget[look="panel"] { background: @surface; }

QPushButton, QToolButton, QCheckBox, QTabBar { outline: none; }
QPushButton { background: @surface; border: 1px solid @border; border-radius: 6px;
              padding: 5px 14px; color: @text; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @border; }
QPushButton:disabled { color: @faint; background: @surface; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton[look="primary"] { background: @accentFill; color: @onAccent; font-weight: bold;
                              border: 1px solid @accentFill; padding: 5px 18px; }
QPushButton[look="primary"]:hover { background: @accentHover; }
QPushButton[look="primary"]:focus { border: 1px solid @text; }
QPushButton[look="primary"]:disabled { background: @border; border-color: @border; color: @muted; }
QPushButton[look="quiet"], QToolButton[look="quiet"] { background: transparent; border: none;
              color: @accent; padding: 4px 8px; border-radius: 5px; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: @accentSoft; }
QToolButton[look="quiet"]:checked { background: @accentSoft; border: 1px solid @accent; }
QToolButton[look="segment"] { background: @surface; border: 1px solid @border; border-radius: 6px;
  padding: 2px 8px; color: @text; }
QToolButton[look="segment"]:hover { background: @accentSoft; }
QToolButton[look="segment"]:checked { background: @accentSoft; border-color: @accent;
  color: @accent; font-weight: 600; }
QToolButton[look="segment"]:focus { border: 1px solid @accent; }
QToolButton[look="segment"]:disabled { color: @muted; }
QToolButton[look^="verdict-"] { background: transparent; border: 1px solid transparent;
              border-radius: 5px; padding: 0px 6px; font-weight: 600; }
QToolButton[look^="verdict-"]:hover { background: @accentSoft; }
QToolButton[look^="verdict-"]:focus { border: 1px solid @accent; }
QToolButton[look="verdict-open"] { color: @muted; }
QToolButton[look="verdict-success"] { color: @success; }
QToolButton[look="verdict-warning"] { color: @warning; }
QToolButton[look="verdict-error"] { color: @error; }
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus { border: 1px solid @accent; }

QComboBox { background: @surface; border: 1px solid @border; border-radius: 6px;
            padding: 4px 10px; min-height: 20px; }
QComboBox:hover { background: @hover; }
QComboBox:focus, QComboBox:on { border: 1px solid @accent; }
QComboBox[look="real"] { border: 1px solid @warning; background: @warningSoft; color: @warning;
            font-weight: bold; }
QComboBox:disabled { color: @faint; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/otpscope/icons/down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; outline: none;
            selection-background-color: @accentSoft; selection-color: @text; }
QLineEdit, QPlainTextEdit, QSpinBox { background: @surface; border: 1px solid @border;
            border-radius: 6px; padding: 4px 8px; selection-background-color: @accentFill;
            selection-color: @onAccent; }
QPlainTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus { border: 1px solid @accent; }
QLineEdit:disabled, QSpinBox:disabled { color: @faint; }

QCheckBox { spacing: 7px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 3px;
            background: @surface; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked { background: @accentFill; border-color: @accentFill;
            image: url(:/otpscope/icons/check.svg); }
QCheckBox::indicator:checked:focus { border-color: @text; }
QCheckBox::indicator:disabled { border-color: @border; }

QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 12px; border: none;
               border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @accent; border-bottom: 2px solid @accentFill; font-weight: bold; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { color: @text; background: @accentSoft; }

QListView, QTreeView, QTableView { background: @surface; border: none; outline: none;
            selection-background-color: @accentSoft; selection-color: @text; }
QListView::item { padding: 5px 8px; border-radius: 5px; }
QListView::item:hover { background: @hover; }
QListView::item:selected { background: @accentSoft; color: @text; }
QTableView { gridline-color: transparent; }
QTableView::item { padding: 2px 6px; border: none; }
QTableView::item:selected { background: @accentSoft; color: @text; }
QHeaderView::section { background: @surface; color: @muted; border: none;
            border-bottom: 1px solid @border; padding: 5px 8px; }
QTableCornerButton::section { background: @surface; border: none; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: @border; border-radius: 3px; min-height: 24px; min-width: 24px; }
QScrollBar::handle:hover { background: @faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @accentSoft; }
QScrollArea { background: transparent; border: none; }
)");
    const QList<std::pair<QString, QColor>> names{
        {QStringLiteral("@accentSoft"), colours.soft(Tone::Accent)},
        {QStringLiteral("@accentFill"), colours.accentFill},
        {QStringLiteral("@accentHover"), blend(colours.accentFill, colours.text, 0.9)},
        {QStringLiteral("@accent"), colours.accent},
        {QStringLiteral("@onAccent"), colours.onAccent},
        {QStringLiteral("@errorSoft"), colours.soft(Tone::Error)},
        {QStringLiteral("@error"), colours.error},
        {QStringLiteral("@warningSoft"), colours.soft(Tone::Warning)},
        {QStringLiteral("@warning"), colours.warning},
        {QStringLiteral("@runningSoft"), colours.soft(Tone::Running)},
        {QStringLiteral("@running"), colours.running},
        {QStringLiteral("@success"), colours.success},
        {QStringLiteral("@surface"), colours.surface},
        {QStringLiteral("@border"), colours.border},
        {QStringLiteral("@muted"), colours.muted},
        {QStringLiteral("@faint"), blend(colours.muted, colours.surface, 0.7)},
        {QStringLiteral("@hover"), blend(colours.window, colours.surface, 0.8)},
        {QStringLiteral("@text"), colours.text},
    };
    // Longer names stand before their own beginnings in the list, so plain replacing is enough.
    for (const auto &[name, colour] : names)
        sheet.replace(name, colour.name());
    return sheet;
}

Tone toneOf(models::Channel channel)
{
    switch (channel) {
    case models::Channel::Viber: return Tone::Viber;
    case models::Channel::Sms: return Tone::Sms;
    case models::Channel::Unknown: return Tone::Muted;
    }
    Q_UNREACHABLE();
}

Tone toneOf(models::Severity severity)
{
    switch (severity) {
    case models::Severity::Error: return Tone::Error;
    case models::Severity::Warning: return Tone::Warning;
    case models::Severity::Info: return Tone::Running;
    }
    Q_UNREACHABLE();
}

QFont titleFont(const QFont &base)
{
    QFont font = scaled(base, 1.2);
    font.setBold(true);
    return font;
}

QFont strongFont(const QFont &base)
{
    QFont font = base;
    font.setBold(true);
    return font;
}

QFont smallFont(const QFont &base)
{
    return scaled(base, 0.88);
}

QFont fixedFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(smallFont(base).pointSizeF());
    return font;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace otpscope::ui
