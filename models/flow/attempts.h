// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/flow/flow.h"

#include <vector>

namespace otpscope::models {

/// Which attempt each step is, 1 first, by its place in the document: by `order`, steps without
/// one last, equal ones as they stand (API document 4.1, "Flow order").
[[nodiscard]] std::vector<int> attemptsOf(const Flow &flow);

} // namespace otpscope::models
