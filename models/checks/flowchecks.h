// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/finding.h"
#include "models/core/json.h"
#include "models/flow/flowdocument.h"

#include <vector>

namespace otpscope::models {

/// Every problem of a request document, in document order. Errors stand on the API document or on
/// Routee's pages about this API; what only neighbouring pages say, and where sources contradict
/// each other, are warnings. Pure; costs time linear in the document's size.
/// The sentence for a finding comes from sentenceFor (models/text/sentences.h).
[[nodiscard]] std::vector<Finding> checkFlow(const Json &document, const Catalogue &catalogue);
/// The same, and before it what only the text shows: keys that stand twice.
[[nodiscard]] std::vector<Finding> checkFlow(const FlowDocument &document,
                                             const Catalogue &catalogue);
/// The errors alone, in the same order: what the service refuses. Costs less.
[[nodiscard]] std::vector<Finding> flowErrors(const Json &document, const Catalogue &catalogue);

[[nodiscard]] bool hasErrors(const std::vector<Finding> &findings);

} // namespace otpscope::models
