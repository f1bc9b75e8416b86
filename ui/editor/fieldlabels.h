// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"

#include <QString>

namespace otpscope::ui {

/// "Recipient" for "to"; the name itself where the form has no word for it.
[[nodiscard]] QString fieldLabel(const QString &field);

/// What hovering over a field tells: its meaning, unit, an example, its name in the body.
[[nodiscard]] QString fieldHelp(const models::FieldRule &rule);

} // namespace otpscope::ui
