// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/failoverrules.h"

#include <algorithm>

namespace otpscope::models {

namespace {

/// A step that is not in the document has no ttl we know of.
std::optional<Instant> plusTtl(std::optional<Instant> from, const StepState &step)
{
    if (!from || !step.isInDocument)
        return from;
    return *from + step.ttl;
}

const ReportedStatus *triggerStatus(const StepState &step, const StepRecord &record)
{
    const auto &statuses = record.reportedStatuses();
    const auto triggers = [](const ReportedStatus &entry) {
        return entry.meaning.triggersFailover;
    };
    // Where two were reported, the one that stayed is the one to name.
    const auto current =
        std::find_if(statuses.begin(), statuses.end(), [&](const ReportedStatus &entry) {
            return triggers(entry) && isSameText(entry.status, step.status);
        });
    if (current != statuses.end())
        return &*current;
    const auto any = std::find_if(statuses.begin(), statuses.end(), triggers);
    return any == statuses.end() ? nullptr : &*any;
}

QString deliveredSpelling(const StepRecord &record)
{
    for (const ReportedStatus &entry : record.reportedStatuses()) {
        if (entry.meaning.isDelivered)
            return entry.status;
    }
    return QStringLiteral("Delivered");
}

FailoverCause causeByTrigger(const ReportedStatus &trigger, const StepState &step)
{
    // Expired is what the end of the ttl is called; the others are due as soon as they are known.
    const bool isTtlOver = trigger.meaning.isExpired && step.isInDocument && step.startedAt;
    return {FailoverReason::TriggerStatus, trigger.status,
            isTtlOver ? *step.startedAt + step.ttl : trigger.firstAt, !isTtlOver};
}

} // namespace

FailoverCause failoverCause(const StepState &step, const StepRecord &record)
{
    if (const ReportedStatus *trigger = triggerStatus(step, record))
        return causeByTrigger(*trigger, step);
    const std::optional<Instant> delivered = record.deliveredAt(step);
    if (step.failoverOnDelivered && delivered)
        return {FailoverReason::DeliveredPlusTtl, deliveredSpelling(record),
                plusTtl(delivered, step)};
    return {};
}

std::optional<DueFailover> dueFailover(const StepState &step, const StepRecord &record,
                                       const StepState &next)
{
    DueFailover due;
    due.fromOrder = step.order;
    due.toOrder = next.order;
    due.fromChannel = step.channel;
    due.toChannel = next.channel;
    if (record.meaning().stopsFlow)
        return std::nullopt;

    const FailoverCause cause = failoverCause(step, record);
    if (cause.dueAt && cause.reason != FailoverReason::Unexplained) {
        due.condition = cause.reason == FailoverReason::TriggerStatus
                            ? DueFailover::Condition::Triggered
                            : DueFailover::Condition::UnlessSeen;
        due.dueAt = *cause.dueAt;
        return due;
    }
    // The ttl times failover on Viber only (API document 4.2).
    const bool isRunning = !record.meaning().isFinal && !record.meaning().isDelivered;
    if (step.channel != Channel::Viber || !isRunning || !step.ttlEndsAt())
        return std::nullopt;
    due.condition = DueFailover::Condition::IfExpired;
    due.dueAt = *step.ttlEndsAt();
    return due;
}

} // namespace otpscope::models
