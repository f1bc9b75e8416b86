// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/price.h"
#include "models/catalogue/catalogue.h"
#include "models/core/result.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <chrono>
#include <optional>
#include <vector>

namespace otpscope::simulator {

/// One status a channel reports for a step.
struct Report
{
    /// The catalogue's spelling.
    QString status;
    /// Counted from the moment the step was sent. Empty: counted from the end of the step's ttl, by
    /// `fromTtl`. A report never comes before the one above it in the list, whatever the ttl.
    std::optional<std::chrono::milliseconds> after;
    QString detailedStatus;
    QString errorMessage;
    /// The step's price from this report on; empty leaves it.
    std::optional<Price> price;
    /// Only where `after` is empty; negative before the end of the ttl.
    std::chrono::milliseconds fromTtl{0};

    /// From the sending of the step on; never negative.
    [[nodiscard]] std::chrono::milliseconds delay(std::chrono::seconds ttl) const
    {
        return std::max(after.value_or(ttl + fromTtl), std::chrono::milliseconds{0});
    }

    friend bool operator==(const Report &, const Report &) = default;
};

/// What POST /otp/send-failover answers where the request itself is in order.
struct SendOutcome
{
    bool isAccepted = true;
    /// Where not accepted (routee-api section 3).
    int statusCode = 0;
    QString error;

    friend bool operator==(const SendOutcome &, const SendOutcome &) = default;
};

/// A script for the service: what each channel reports, and when. The order of the channels, the
/// ttl and failoverOnDelivered come from the flow, so every scenario goes with every flow. A value.
struct Scenario
{
    QString name;
    QString title;
    QString description;
    SendOutcome send;
    std::vector<Report> viber;
    std::vector<Report> sms;
    /// What a channel reports from its second step in a flow on; as above where absent.
    std::optional<std::vector<Report>> viberAgain;
    std::optional<std::vector<Report>> smsAgain;
    /// Flows to a number with these last digits play this scenario; empty for none.
    QString recipientEnd;
    /// In place of the simulator's, for the flows that play this scenario.
    std::optional<Faults> faults;

    /// `earlierSteps` of the flow used the same channel. Nothing for Channel::Unknown.
    [[nodiscard]] const std::vector<Report> &reports(models::Channel channel,
                                                     size_t earlierSteps = 0) const;

    friend bool operator==(const Scenario &, const Scenario &) = default;
};

/// Reads a scenario as described in resources/scenarios/README.md, strictly: an unknown key, a
/// status the channel does not have, or a report behind a final status is an error. The error is
/// one English sentence that begins with the place, "line 3, column 7: /channels/sms/0/after: ...".
[[nodiscard]] models::Result<Scenario, QString> readScenario(const QByteArray &text,
                                                             const models::Catalogue &catalogue);

} // namespace otpscope::simulator
