// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QString>

class QWidget;

namespace otpscope::ui {

/// What the editor's widgets add to the window's style sheet: problems at fields, the preview.
[[nodiscard]] QString editorStyleSheet(const Colours &colours);

/// Sets a dynamic property that style sheets select by, and dresses the widget anew if it changed.
void setLook(QWidget &widget, const char *property, const QString &value);

/// "<p>" around plain text, so that a long tooltip wraps.
[[nodiscard]] QString wrappedToolTip(const QString &text);

} // namespace otpscope::ui
