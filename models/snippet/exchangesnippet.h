// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/observation.h"

#include <QByteArray>

namespace otpscope::models {

/// The request of an exchange as a cURL command (models/snippet/shellsnippet.h), as it was on the
/// wire, but for the credentials and pins in it, which are variables. The host is taken to speak
/// HTTPS unless it is this machine. Empty where the request is not known.
[[nodiscard]] QByteArray curlOf(const Exchange &exchange);

} // namespace otpscope::models
