// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/observation.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace otpscope::models {

/// The value of the first header `name` (any case) in a raw head, without blanks around it.
[[nodiscard]] std::optional<QByteArray> headField(const QByteArray &head, const QByteArray &name);

/// What an answer calls itself where that is not JSON, as "text/html"; empty where it is JSON, or
/// says nothing, and for webhooks, whose header no document shows.
[[nodiscard]] QString foreignMediaType(const Observation &observation);

} // namespace otpscope::models
