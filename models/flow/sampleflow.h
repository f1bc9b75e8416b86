// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"

#include <QByteArray>

namespace otpscope::models {

/// A flow to begin with for this template type: a ViberOtp step with every field it needs and no
/// other, then an Sms step that says the same. The values are the catalogue's examples.
[[nodiscard]] QByteArray sampleFlow(const TemplateType &type, const Catalogue &catalogue);

} // namespace otpscope::models
