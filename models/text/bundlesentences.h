// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/bundle/bundle.h"

#include <QString>

namespace otpscope::models {

/// Why a bundle cannot be read, and what to do.
[[nodiscard]] QString sentenceFor(const BundleProblem &problem);

} // namespace otpscope::models
