// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace otpscope::models {

/// The English texts of resources/catalogue/catalogue.json that people read: descriptions of fields,
/// names of languages, meanings of status codes. They stand here so that the translation tools see
/// them; show them by QCoreApplication::translate("Catalogue", text). A test holds both together.
[[nodiscard]] const std::vector<const char *> &catalogueTexts();

} // namespace otpscope::models
