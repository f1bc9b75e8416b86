// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/findinglist.h"

#include <chrono>
#include <optional>

namespace otpscope::models {

// What must agree between two places of a flow: the validity that the texts tell, among themselves
// and with ttl. Nothing of this is documented; it is what the person with the phone would notice.

/// How long the message says that the code is valid; nothing where it says nothing, or more than
/// one duration. A template is read in English.
[[nodiscard]] std::optional<std::chrono::seconds> toldValidity(const Json &step, Channel channel,
                                                               const Catalogue &catalogue);

/// `steps`: the document's array.
void checkValidities(const Json &steps, const Catalogue &catalogue, FindingList &findings);

} // namespace otpscope::models
