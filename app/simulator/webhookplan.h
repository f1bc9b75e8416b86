// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/webhooksender.h"
#include "models/core/clock.h"
#include "models/core/ids.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace otpscope::simulator {

/// One webhook as it will really go out, or not at all.
struct PlannedWebhook
{
    Webhook webhook;
    /// Service time.
    models::Instant due;
    /// Names of the fields of Faults that had a hand in it.
    QStringList faults;
    bool isDropped = false;
};

/// Turns the webhooks of a service that works into those of one that does not. The n-th webhook of
/// a simulator fares the same whenever seed and faults are the same. Pure; lives in one thread.
class WebhookPlan final
{
public:
    explicit WebhookPlan(quint64 seed)
        : m_seed(seed)
    {}
    Q_DISABLE_COPY_MOVE(WebhookPlan)

    /// What the webhook could belong to instead, and whether its flow says anything after it.
    struct Surroundings
    {
        models::FlowId otherFlow;
        bool isLastOfFlow = false;
    };
    [[nodiscard]] std::vector<PlannedWebhook> plan(Webhook webhook, models::Instant at,
                                                   const Faults &faults,
                                                   const Surroundings &surroundings);

private:
    quint64 m_seed;
    quint64 m_count = 0;
    /// Until the next one of their flow is out.
    QHash<models::FlowId, std::vector<PlannedWebhook>> m_heldBack;
};

} // namespace otpscope::simulator
