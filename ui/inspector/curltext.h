// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/observation.h"

#include <QString>

namespace otpscope::ui {

/// The request of an exchange as a cURL command for a POSIX shell. The token is "$TOKEN" and pins
/// are "$PIN", variables of the shell, wherever they stand; nothing is quoted that could end the
/// quotes. Empty where the request is not known.
[[nodiscard]] QString curlOf(const models::Exchange &exchange);

} // namespace otpscope::ui
