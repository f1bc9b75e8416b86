// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/flowtracking.h"
#include "models/core/json.h"

#include <QByteArray>

namespace otpscope::simulator {

/// Body of a tracking answer and of a webhook alike (routee-api section 4), as compact JSON.
/// Written straight as text: one is made for each change of each flow, and a tree of values on the
/// way to it costs three times as much as the text.
[[nodiscard]] QByteArray trackingText(const FlowTracking &state);

/// The same as values, for who adds to them.
[[nodiscard]] models::Json trackingBody(const FlowTracking &state);

/// "InProgress", "Succeeded", "Failed".
[[nodiscard]] QString flowStatusName(FlowStatus status);

} // namespace otpscope::simulator
