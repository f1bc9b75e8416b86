// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/tokenstatuses.h"

#include <algorithm>

namespace otpscope::window {

void TokenStatuses::put(const models::Environment &environment, const client::TokenStatus &status)
{
    std::erase_if(m_known, [&](const auto &known) { return known.first.id == environment.id; });
    m_known.emplace_back(environment, status);
}

client::TokenStatus TokenStatuses::of(const models::Environment &environment,
                                      models::Instant now) const
{
    const auto known =
        std::ranges::find(m_known, environment, [](const auto &entry) { return entry.first; });
    if (known == m_known.end())
        return {};
    const client::TokenStatus &status = known->second;
    // One without a time never runs out as far as is known.
    const bool isOver = status.state == client::TokenStatus::State::Valid &&
                        status.validUntil != models::Instant() && status.validUntil <= now;
    return isOver ? client::TokenStatus() : status;
}

} // namespace otpscope::window
