// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/price.h"

#include <QString>

namespace otpscope::simulator {

/// What the service would report about a number and charge for it. Invented, but plausible, and the
/// same for the same number always.
struct NumberFacts
{
    /// ISO 3166-1 alpha-2; empty where the prefix is not in the plan.
    QString country;
    /// Empty with an unknown country.
    QString operatorName;
    Price viberPrice;
    Price smsPrice;

    friend bool operator==(const NumberFacts &, const NumberFacts &) = default;
};

/// `digits` is an E.164 number without '+'.
[[nodiscard]] NumberFacts numberFacts(const QString &digits);

} // namespace otpscope::simulator
