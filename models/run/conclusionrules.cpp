// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/conclusionrules.h"

#include <algorithm>

namespace otpscope::models {

namespace {

Ending endingOfTrigger(const LastStep &last)
{
    if (!last.hasNext)
        return {Conclusion::StepsFinal, last.record.statusAt(last.step)};
    if (last.flowFailedAt)
        return {Conclusion::EndedByService, last.flowFailedAt};
    return {};
}

Ending endingOfDelivered(const LastStep &last)
{
    if (last.step.channel != Channel::Viber)
        return {Conclusion::StepsFinal, last.record.deliveredAt(last.step)};
    if (last.step.failoverOnDelivered && last.hasNext)
        return {};
    // SEEN can still come, but the document speaks of the ttl as the message's validity.
    const std::optional<Instant> ttlEnd = last.step.ttlEndsAt();
    if (!ttlEnd || last.serviceNow < *ttlEnd)
        return {};
    const std::optional<Instant> delivered = last.record.deliveredAt(last.step);
    return {Conclusion::DeliveredAndTtlOver, std::max(*ttlEnd, delivered.value_or(*ttlEnd))};
}

} // namespace

Ending endingOf(const LastStep &last)
{
    const StatusMeaning &meaning = last.record.meaning();
    if (meaning.stopsFlow)
        return {Conclusion::Seen, last.record.seenAt()};
    if (meaning.triggersFailover)
        return endingOfTrigger(last);
    if (meaning.isDelivered)
        return endingOfDelivered(last);
    if (meaning.isFinal)
        return {Conclusion::StepsFinal, last.record.statusAt(last.step)};
    return {};
}

} // namespace otpscope::models
