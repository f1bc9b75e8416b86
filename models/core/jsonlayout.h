// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace otpscope::models {

/// The same JSON text with a line for each member and element, two blanks for each level and a line
/// end at its end. Blanks between the tokens are all that changes: numbers, escapes, keys that stand
/// twice and their order stay to the letter, and so does the kind of line end. `json` must be valid.
[[nodiscard]] QByteArray laidOut(const QByteArray &json);

} // namespace otpscope::models
