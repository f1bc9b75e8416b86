// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/items/flowlistmodel.h"

#include <vector>

namespace otpscope::window {

/// The flows that come with the program: the API document's examples, one for each template type,
/// one for each scenario of the simulator, which its recipients choose.
[[nodiscard]] std::vector<models::FlowListEntry> builtInFlows(const models::Catalogue &catalogue);

} // namespace otpscope::window
