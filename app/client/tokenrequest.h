// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/httpcall.h"
#include "app/client/serviceclient.h"

namespace otpscope::client {

/// POST /oauth/token with the client's credentials (routee-api section 1).
[[nodiscard]] CallRequest tokenRequest(const Endpoint &endpoint);

} // namespace otpscope::client
