// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/flowtracking.h"
#include "app/simulator/scenario.h"
#include "app/simulator/tokenoffice.h"
#include "models/core/json.h"
#include "models/flow/flow.h"

namespace otpscope::simulator {

// The bodies whose shape is documented (routee-api sections 0, 1, 3); tracking, of section 4, is in
// trackingtext.h, and what is only guessed in guessedbodies.h.

/// GET of the service's base address.
[[nodiscard]] models::Json serviceInfoBody();
[[nodiscard]] models::Json healthBody();
[[nodiscard]] models::Json tokenBody(const IssuedToken &token);

/// Answer to a send that was accepted. `sentIndex` is the place of the sent step in the request's
/// `flow` array; the rest of the array is echoed as it came.
[[nodiscard]] models::Json acceptedSendBody(const models::Json &request, int sentIndex,
                                            models::Channel sentChannel, const FlowTracking &state);
/// HTTP 200 with status Failed: accepted on no channel.
[[nodiscard]] models::Json failedSendBody(const models::Json &request, const SendOutcome &outcome,
                                          models::Instant at);

} // namespace otpscope::simulator
