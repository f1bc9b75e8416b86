// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/serviceclient.h"
#include "models/core/clock.h"
#include "models/environment/environment.h"

#include <utility>
#include <vector>

namespace otpscope::window {

/// What was last heard of the token of each environment. The token of one says nothing of another,
/// nor of the same one with other credentials or another address. GUI thread.
class TokenStatuses final
{
public:
    void put(const models::Environment &environment, const client::TokenStatus &status);
    /// None where nothing was heard, or where the token is no longer valid at `now`.
    [[nodiscard]] client::TokenStatus of(const models::Environment &environment,
                                         models::Instant now) const;

private:
    std::vector<std::pair<models::Environment, client::TokenStatus>> m_known;
};

} // namespace otpscope::window
