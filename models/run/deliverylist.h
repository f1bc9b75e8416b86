// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/run/snapshot.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <vector>

namespace otpscope::models {

/// What to look for in GET /otp/failover (routee-api section 0); what is empty is not asked for.
/// GUESS: the filter "tag" is what requests call "label" (routee-api section 12).
struct DeliveryQuery
{
    QString status;
    QString label;
    QString phoneNumber;
    FlowId flowId;
    int limit = 25;
    int offset = 0;

    friend bool operator==(const DeliveryQuery &, const DeliveryQuery &) = default;
};

/// The query as it stands behind the question mark.
[[nodiscard]] QByteArray queryText(const DeliveryQuery &query);

/// One page of deliveries.
struct DeliveryPage
{
    /// How many there are in all; what was received where the service does not say.
    qint64 total = 0;
    qint64 offset = 0;
    /// Newest first or not, as the service gives them.
    std::vector<Snapshot> deliveries;
    /// Items that could not be understood.
    int strange = 0;

    friend bool operator==(const DeliveryPage &, const DeliveryPage &) = default;
};

/// GUESS: no copy of an item of `results` was ever seen; it is read as a tracking answer.
[[nodiscard]] Result<DeliveryPage, NotUnderstood> readDeliveries(const QByteArray &body);

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::DeliveryPage)
