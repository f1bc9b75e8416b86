// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/finding.h"
#include "models/flow/variables.h"

#include <vector>

namespace otpscope::models {

/// Every problem of a document with {{variables}}: those of what would be sent with these values,
/// and each variable that nothing is known by. A field whose variable is unknown has no other
/// finding, since nobody knows what it will say.
[[nodiscard]] std::vector<Finding> checkFlow(const FlowDocument &document, const Catalogue &catalogue,
                                             const VariableValues &values);

} // namespace otpscope::models
