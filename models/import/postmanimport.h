// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/importresult.h"

namespace otpscope::models {

/// A Postman collection, format v2.0 or v2.1.
[[nodiscard]] bool isPostman(const Json &json);
/// The requests of all its folders that carry a body. Values that the collection gives to variables
/// are put in, as Postman would; those it marks as secret, and names that sound so, are not.
/// `text` is what `json` was parsed from.
[[nodiscard]] Import importPostman(const Json &json, const QByteArray &text);

} // namespace otpscope::models
