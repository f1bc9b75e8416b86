// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/importresult.h"

namespace otpscope::models {

/// A log of a browser or proxy, HAR 1.2.
[[nodiscard]] bool isHar(const Json &json);
/// Its requests that carry a body. `text` is what `json` was parsed from.
[[nodiscard]] Import importHar(const Json &json, const QByteArray &text);

} // namespace otpscope::models
