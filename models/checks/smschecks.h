// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/findinglist.h"

namespace otpscope::models {

/// What only an Sms step has: the sender, and a label of the message. Fields of a wrong type are
/// left to the field checks.
void checkSmsStep(const Json &step, const QString &pointer, const Catalogue &catalogue,
                  FindingList &findings);

/// A label may be long; who reports on it later may not take it.
void checkLabel(const Json &object, const QString &pointer, const Catalogue &catalogue,
                FindingList &findings);

} // namespace otpscope::models
