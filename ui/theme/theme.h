// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/flow/flow.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace otpscope::ui {

// Every colour, distance and font size of the window. No other unit of ui/ names one.

/// Distances in device-independent pixels.
namespace spacing {
inline constexpr int tiny = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int huge = 24;
} // namespace spacing

/// Corner radii in device-independent pixels.
namespace radius {
inline constexpr int control = 6;
inline constexpr int card = 8;
} // namespace radius

/// What a colour stands for. Colour never carries a meaning alone: a word or a shape says it too.
enum class Tone {
    Neutral,
    Muted,
    Accent,
    Viber,
    Sms,
    Running,
    Success,
    Warning,
    Error,
};

/// The colours of one theme. Texts in `tone` colours reach AA (4.5 : 1) on window, surface and on
/// the soft fill of the same tone; tst_theme checks it.
struct Colours
{
    bool isDark = false;
    QColor window;
    /// Cards, fields, lists.
    QColor surface;
    QColor border;
    QColor text;
    QColor muted;
    /// The fill of the one primary button, and what is written on it.
    QColor accentFill;
    QColor onAccent;
    QColor accent;
    QColor viber;
    QColor sms;
    QColor running;
    QColor success;
    QColor warning;
    QColor error;

    /// For texts, marks and lines.
    [[nodiscard]] QColor tone(Tone tone) const;
    /// A pale fill of that tone, for bars and badges.
    [[nodiscard]] QColor soft(Tone tone) const;
};

[[nodiscard]] const Colours &lightColours();
[[nodiscard]] const Colours &darkColours();
/// The colours that go with a palette of ours (paletteFor), as any widget has it.
[[nodiscard]] const Colours &coloursFor(const QPalette &palette);
[[nodiscard]] QPalette paletteFor(const Colours &colours);
/// What Fusion and the palette cannot say: flat cards, quiet tabs, the primary button. A widget
/// asks for a look by the dynamic property "look": "card", "primary", "quiet", "banner-error",
/// "banner-warning", "banner-info", "chip", "title", "muted", "real",
/// "verdict-open", "verdict-success", "verdict-warning", "verdict-error".
[[nodiscard]] QString styleSheetFor(const Colours &colours);

[[nodiscard]] Tone toneOf(models::Channel channel);
[[nodiscard]] Tone toneOf(models::Severity severity);

/// Sizes relative to the application's font, so that a person's larger font stays larger.
[[nodiscard]] QFont titleFont(const QFont &base);
[[nodiscard]] QFont strongFont(const QFont &base);
[[nodiscard]] QFont smallFont(const QFont &base);
[[nodiscard]] QFont fixedFont(const QFont &base);

/// WCAG 2 contrast ratio, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace otpscope::ui
