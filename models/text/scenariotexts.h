// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace otpscope::models {

/// Title and description, in English, of each scenario under resources/scenarios, by file name.
/// They stand here so that the translation tools see them; show them by
/// QCoreApplication::translate("Scenarios", text). A test holds both together.
[[nodiscard]] const std::vector<const char *> &scenarioTexts();

} // namespace otpscope::models
