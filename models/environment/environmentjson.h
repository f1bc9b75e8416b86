// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"
#include "models/core/result.h"
#include "models/environment/environment.h"

#include <QString>

namespace otpscope::models {

[[nodiscard]] Json environmentToJson(const Environment &environment);
/// What is absent has its default, what is not known is passed over. The error is the JSON Pointer
/// of a value that makes no sense.
[[nodiscard]] Result<Environment, QString> environmentFromJson(const Json &json);

} // namespace otpscope::models
