// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/webhookplan.h"

#include "app/simulator/seededsource.h"

#include <cmath>
#include <utility>

namespace otpscope::simulator {

namespace {

/// Apart from the numbers that flows' ids are drawn from.
constexpr quint64 seedSalt = 0x776562686f6f6b73ULL;

std::chrono::milliseconds millisecondsOf(double seconds)
{
    return std::chrono::milliseconds{std::llround(seconds * 1000.0)};
}

QByteArray withForeignId(QByteArray body, const Webhook &webhook, const models::FlowId &other)
{
    return body.replace(webhook.flow.text().toUtf8(), other.text().toUtf8());
}

void changeContent(PlannedWebhook &planned, const Faults &faults, SeededSource &chance,
                   const models::FlowId &otherFlow)
{
    Webhook &webhook = planned.webhook;
    if (chance.happens(faults.webhookForeignId)) {
        webhook.body = withForeignId(webhook.body, webhook, otherFlow);
        planned.faults.append(QStringLiteral("webhookForeignId"));
    }
    if (chance.happens(faults.webhookCut)) {
        webhook.body.truncate(webhook.body.size() / 2);
        planned.faults.append(QStringLiteral("webhookCut"));
    }
    if (chance.happens(faults.webhookNotJson)) {
        webhook.body = QByteArrayLiteral("<html><body>Bad Gateway</body></html>");
        planned.faults.append(QStringLiteral("webhookNotJson"));
    }
}

void changeWay(PlannedWebhook &planned, const Faults &faults, SeededSource &chance)
{
    Webhook &webhook = planned.webhook;
    if (chance.happens(faults.webhookWrongPath)) {
        webhook.url.setPath(QStringLiteral("/wrong-path"));
        planned.faults.append(QStringLiteral("webhookWrongPath"));
    }
    if (faults.webhookSlowSeconds > 0) {
        webhook.drip = millisecondsOf(faults.webhookSlowSeconds);
        planned.faults.append(QStringLiteral("webhookSlowSeconds"));
    }
    if (faults.webhookDelaySeconds > 0) {
        planned.due += millisecondsOf(faults.webhookDelaySeconds);
        planned.faults.append(QStringLiteral("webhookDelaySeconds"));
    }
}

} // namespace

std::vector<PlannedWebhook> WebhookPlan::plan(Webhook webhook, models::Instant at,
                                              const Faults &faults,
                                              const Surroundings &surroundings)
{
    SeededSource chance = SeededSource::derived(m_seed ^ seedSalt, m_count++);
    const models::FlowId flow = webhook.flow;
    PlannedWebhook planned{std::move(webhook), at, {}, false};
    changeContent(planned, faults, chance, surroundings.otherFlow);
    changeWay(planned, faults, chance);

    std::vector<PlannedWebhook> list;
    if (chance.happens(faults.webhookDropped)) {
        planned.isDropped = true;
        planned.faults.append(QStringLiteral("webhookDropped"));
        list.push_back(std::move(planned));
    } else if (chance.happens(faults.webhookReordered) && !surroundings.isLastOfFlow &&
               !m_heldBack.contains(flow)) {
        planned.faults.append(QStringLiteral("webhookReordered"));
        m_heldBack[flow].push_back(std::move(planned));
        return {};
    } else if (chance.happens(faults.webhookDoubled)) {
        planned.faults.append(QStringLiteral("webhookDoubled"));
        list = {planned, planned};
    } else {
        list.push_back(std::move(planned));
    }
    for (PlannedWebhook &held : m_heldBack.take(flow)) {
        held.due = std::max(held.due, list.back().due);
        list.push_back(std::move(held));
    }
    return list;
}

} // namespace otpscope::simulator
