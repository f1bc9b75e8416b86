// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/price.h"
#include "models/core/clock.h"
#include "models/core/ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace otpscope::simulator {

enum class FlowStatus {
    InProgress,
    Succeeded,
    Failed,
};

/// One step that was sent, as tracking reports it (routee-api section 4).
struct StepTracking
{
    models::TrackingId trackingId;
    /// Empty for the primary step; otherwise the step this one replaces.
    models::TrackingId failoverFrom;
    QString status;
    /// "viber" or "sms".
    QString channel;
    /// Digits without '+'.
    QString phoneNumber;
    QString label;
    QString country;
    QString operatorName;
    QString detailedStatus;
    QString errorMessage;
    Price price;
    models::Instant createdAt;
    std::optional<models::Instant> sentAt;
    std::optional<models::Instant> deliveredAt;

    friend bool operator==(const StepTracking &, const StepTracking &) = default;
};

/// What the service knows about a flow at one moment; behind tracking answers and webhooks alike.
struct FlowTracking
{
    models::FlowId flowId;
    FlowStatus status = FlowStatus::InProgress;
    std::optional<int> statusCode;
    models::Instant createdAt;
    /// Those that were sent, in that order.
    std::vector<StepTracking> steps;

    friend bool operator==(const FlowTracking &, const FlowTracking &) = default;
};

} // namespace otpscope::simulator
