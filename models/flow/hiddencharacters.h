// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace otpscope::models {

// Characters that nobody sees but that change what a text is: bidi controls, zero-width characters,
// other controls and formats. The line feed counts as visible. Pure.

[[nodiscard]] bool isHiddenCharacter(char32_t character);
/// "U+202E", each once, in the order of the text.
[[nodiscard]] QStringList hiddenCharactersIn(const QString &text);
/// With "‹U+202E›" in the place of each; a text without any is returned as it is.
[[nodiscard]] QString withHiddenShown(const QString &text);
[[nodiscard]] QString withoutHidden(const QString &text);

} // namespace otpscope::models
