// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/core/json.h"

#include <QString>

namespace otpscope::ui {

/// The quiet line under a field that says what its value amounts to: "300 s = 5 min",
/// "Greece, mobile", "6 characters". Empty where there is nothing to say.
[[nodiscard]] QString fieldHint(const models::FieldRule &rule, const models::Json *value,
                                const models::Catalogue &catalogue);

/// What a field is sent as where its control does not show that: variables put in, hidden
/// characters spelt out. Empty where the control shows it all.
[[nodiscard]] QString sentText(const models::Json &value, const models::Json &resolved);

/// "to +30 697 123 4567 · ttl 10 min · from YourBrand": a step in one line, without its type.
[[nodiscard]] QString stepSummary(const models::Json &step);

} // namespace otpscope::ui
