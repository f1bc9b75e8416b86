// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/findinglist.h"

namespace otpscope::models {

/// What only a ViberOtp step has: pin, template and its parameters, language, devices, Viber's
/// bounds for ttl. Fields of a wrong type are left to the field checks.
void checkViberStep(const Json &step, const QString &pointer, const Catalogue &catalogue,
                    FindingList &findings);

} // namespace otpscope::models
