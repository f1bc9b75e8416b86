// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"

#include <QString>

namespace otpscope::models {

/// What a step's status, as the service spelled it, means for the run. Statuses the catalogue does
/// not know rank as low as a first status, are never final and trigger nothing.
struct StatusMeaning
{
    bool isKnown = false;
    int rank = 1;
    bool isFinal = false;
    bool triggersFailover = false;
    bool stopsFlow = false;
    bool isDelivered = false;
    bool isExpired = false;
};

[[nodiscard]] StatusMeaning meaningOf(const QString &status, Channel channel,
                                      const Catalogue &catalogue);

/// Texts of the service are compared without regard to case (routee-api section 4).
[[nodiscard]] bool isSameText(const QString &a, const QString &b);

} // namespace otpscope::models
