// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/expect/expectations.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <variant>

namespace otpscope::models {

// The demands of Expectations one by one, for whoever changes a single one.

struct StatusDemand
{
    QString status;

    friend bool operator==(const StatusDemand &, const StatusDemand &) = default;
};

struct SecondsDemand
{
    double seconds = 0;

    friend bool operator==(const SecondsDemand &, const SecondsDemand &) = default;
};

struct PriceDemand
{
    double price = 0;

    friend bool operator==(const PriceDemand &, const PriceDemand &) = default;
};

struct RuleDemand
{
    QString rule;

    friend bool operator==(const RuleDemand &, const RuleDemand &) = default;
};

/// A channel is the one that terminates, Unknown for none.
using Demand = std::variant<StatusDemand, Channel, ExpectedStatuses, ExpectedFailover,
                            SecondsDemand, PriceDemand, RuleDemand>;

/// The demand at this place of checkExpectations' list; nothing where there is none.
[[nodiscard]] std::optional<Demand> demandAt(const Expectations &expectations, std::size_t index);
/// With this one in its place, which must be of the same kind; unchanged where there is none.
[[nodiscard]] Expectations replaced(const Expectations &expectations, std::size_t index,
                                    const Demand &demand);

} // namespace otpscope::models
