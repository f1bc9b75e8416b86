// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/environment/environment.h"
#include "models/flow/flow.h"

#include <QStringList>

#include <optional>

namespace otpscope::models {

/// Why a flow may not leave for an environment, by the environment's own limits.
struct SendObstacle
{
    enum class Kind {
        /// `numbers` are not on the environment's list.
        RecipientsNotAllowed,
        /// As many flows as a day allows have left already.
        DayIsUsedUp,
    };
    Kind kind = Kind::RecipientsNotAllowed;
    QStringList numbers;

    friend bool operator==(const SendObstacle &, const SendObstacle &) = default;
};

/// Every recipient of the flow once, in the order of the steps, as first written.
[[nodiscard]] QStringList recipientsOf(const Flow &flow);

/// Nothing where the flow may leave. `sentToday` flows have left for this environment today.
/// Numbers are the same where their digits are, since steps write them with and without the plus.
[[nodiscard]] std::optional<SendObstacle> obstacleTo(const Environment &environment,
                                                     const Flow &flow, int sentToday);

} // namespace otpscope::models
