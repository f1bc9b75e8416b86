// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace otpscope::simulator {

/// Money in millionths, so that a sum of prices prints without rounding noise (0.0093 + 0.0375 is
/// 0.0468). The service states no currency.
struct Price
{
    std::int64_t millionths = 0;

    [[nodiscard]] double value() const { return static_cast<double>(millionths) / 1.0e6; }

    friend bool operator==(const Price &, const Price &) = default;
    friend Price operator+(Price a, Price b) { return {a.millionths + b.millionths}; }
};

} // namespace otpscope::simulator
