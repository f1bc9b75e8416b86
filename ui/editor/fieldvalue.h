// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/core/json.h"

#include <QString>

namespace otpscope::ui {

// Between the JSON value of a field and the text in its control. Free of widgets.

/// How a control shows a value: a text as it is, an array of texts with commas between, null as
/// nothing, all else as its JSON.
[[nodiscard]] QString fieldText(const models::Json &value);

/// The value that a typed text stands for. `wasList`: the value before was an array, which stays
/// one. A text that makes no sense for the type becomes a JSON text, so that nothing typed is lost
/// and the checks can name it.
[[nodiscard]] models::Json fieldValue(const QString &text, const models::FieldRule &rule,
                                      bool wasList);

/// Code points, so that a letter outside the basic plane counts once.
[[nodiscard]] int characterCount(const QString &text);

} // namespace otpscope::ui
