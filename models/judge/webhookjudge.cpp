// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/findingvalues.h"
#include "models/judge/judgedrun.h"

#include <algorithm>

namespace otpscope::models {

namespace {

using std::chrono::milliseconds;

/// That the first step was queued is only in the answer to the send (routee-api section 5).
bool isInitial(size_t index, const StatusFacts &status)
{
    return index == 0 && status.meaning.rank <= 0;
}

/// Which statuses of one step only polling told of.
struct MissingWebhooks
{
    QStringList statuses;
    std::vector<ObservationId> ids;
    /// How long the one seen last was waited for.
    std::optional<milliseconds> shortestWait;

    void add(const StatusFacts &status, milliseconds wait)
    {
        statuses.append(status.status);
        ids.push_back(status.firstPoll->by);
        shortestWait = std::min(wait, shortestWait.value_or(wait));
    }
};

void judgeMissingWebhooks(const JudgedRun &run, size_t index, Findings &findings)
{
    MissingWebhooks missing;
    bool isWaitCut = false;
    // While the run is followed a webhook may still be on its way; then it is only said that none
    // came while somebody was there to hear it, which was at least the time a packet takes.
    const milliseconds longEnough = run.tolerance(Allowances::due);
    const milliseconds shortest =
        run.webhookWait.isOver ? run.tolerance(milliseconds{0}) : longEnough;
    for (const StatusFacts &status : run.factsOf(index).statuses) {
        if (!status.firstPoll || !status.firstPoll->isTimed || status.firstWebhook ||
            isInitial(index, status))
            continue;
        const milliseconds wait = run.now - status.firstPoll->at;
        if (wait <= shortest)
            continue;
        isWaitCut = isWaitCut || wait <= longEnough;
        missing.add(status, wait);
    }
    if (missing.statuses.isEmpty())
        return;
    missing.statuses.sort();
    QStringList values = stepValues(run.state.steps[index]) +
                         QStringList{missing.statuses.join(QLatin1String(", "))};
    if (isWaitCut)
        values.append(millisecondsValue(*missing.shortestWait));
    findings.push_back({Severity::Warning,
                        QStringLiteral("webhook-missing"),
                        {},
                        values,
                        evidenceFrom(missing.ids)});
}

void judgeLateWebhooks(const JudgedRun &run, size_t index, Findings &findings)
{
    const StatusFacts *latest = nullptr;
    milliseconds most{0};
    for (const StatusFacts &status : run.factsOf(index).statuses) {
        if (!status.firstPoll || !status.firstWebhook || !status.firstPoll->isTimed ||
            !status.firstWebhook->isTimed)
            continue;
        const milliseconds late = status.firstWebhook->at - status.firstPoll->at;
        if (late <= run.tolerance(Allowances::webhook) || late <= most)
            continue;
        most = late;
        latest = &status;
    }
    if (!latest)
        return;
    findings.push_back(
        {Severity::Warning,
         QStringLiteral("webhook-late"),
         {},
         stepValues(run.state.steps[index]) + QStringList{latest->status, millisecondsValue(most)},
         evidenceFrom({latest->firstPoll->by, latest->firstWebhook->by})});
}

QString timeText(const std::optional<Instant> &at)
{
    return at ? toIsoUtc(*at) : QString();
}

QString numberText(const std::optional<double> &number)
{
    return number ? QString::number(*number, 'g', 15) : QString();
}

/// Field names as the service writes them; a recipient is judged by its own rule.
std::vector<std::pair<QString, QString>> fieldsOf(const StepSnapshot &step)
{
    return {
        {QStringLiteral("trackingId"), step.trackingId.text()},
        {QStringLiteral("role"), step.role},
        {QStringLiteral("channel"), step.channel.toLower()},
        {QStringLiteral("label"), step.label},
        {QStringLiteral("detailed_status"), step.detailedStatus},
        {QStringLiteral("error_message"), step.errorMessage},
        {QStringLiteral("failover_from_message_token"), step.failoverFrom.text()},
        {QStringLiteral("created_at"), timeText(step.createdAt)},
        {QStringLiteral("sent_at"), timeText(step.sentAt)},
        {QStringLiteral("delivered_at"), timeText(step.deliveredAt)},
        {QStringLiteral("price"), numberText(step.price)},
        {QStringLiteral("latency_ms"), numberText(step.latencyMs)},
        {QStringLiteral("country"), step.country},
        {QStringLiteral("operator"), step.operatorName},
    };
}

/// Both tell the same state in the same shape, so at one status their fields agree. A field that
/// one of them leaves out is no difference.
void judgeWebhookFields(const JudgedRun &run, size_t index, Findings &findings)
{
    QStringList names;
    QStringList webhookValues;
    QStringList pollValues;
    std::vector<ObservationId> ids;
    for (const StatusFacts &status : run.factsOf(index).statuses) {
        if (!status.poll || !status.webhook)
            continue;
        const auto polled = fieldsOf(status.poll->step);
        const auto posted = fieldsOf(status.webhook->step);
        for (size_t i = 0; i < polled.size(); ++i) {
            const bool isDifferent = !polled[i].second.isEmpty() && !posted[i].second.isEmpty() &&
                                     polled[i].second != posted[i].second;
            if (!isDifferent || names.contains(polled[i].first))
                continue;
            names.append(polled[i].first);
            webhookValues.append(posted[i].second);
            pollValues.append(polled[i].second);
            ids.insert(ids.end(), {status.webhook->seen.by, status.poll->seen.by});
        }
    }
    if (names.isEmpty())
        return;
    findings.push_back({Severity::Warning,
                        QStringLiteral("webhook-differs-from-poll"),
                        {},
                        stepValues(run.state.steps[index]) +
                            QStringList{names.join(QLatin1String(", ")), webhookValues.first(),
                                        pollValues.first()},
                        evidenceFrom(ids)});
}

void judgeWebhookOrder(const WebhookFacts &webhooks, Findings &findings)
{
    if (webhooks.duplicates > 0)
        findings.push_back({Severity::Warning,
                            QStringLiteral("webhook-duplicate"),
                            {},
                            {QString(), QString::number(webhooks.duplicates)},
                            evidenceFrom({webhooks.lastDuplicate->by})});
    if (webhooks.outOfOrder > 0)
        findings.push_back({Severity::Info,
                            QStringLiteral("webhook-out-of-order"),
                            {},
                            {QString(), QString::number(webhooks.outOfOrder)},
                            evidenceFrom({webhooks.firstOutOfOrder->by})});
}

} // namespace

void judgeWebhooks(const JudgedRun &run, Findings &findings)
{
    // A run that is followed by polling alone has no webhooks to miss.
    if (run.facts.webhooks().understood == 0 && !run.webhookWait.isOurs)
        return;
    for (size_t index = 0; index < run.facts.steps().size(); ++index) {
        judgeMissingWebhooks(run, index, findings);
        judgeLateWebhooks(run, index, findings);
        judgeWebhookFields(run, index, findings);
    }
    judgeWebhookOrder(run.facts.webhooks(), findings);
}

} // namespace otpscope::models
