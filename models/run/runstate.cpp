// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/runstate.h"

#include <algorithm>

namespace otpscope::models {

namespace {

bool wasDelivered(const StepState &step)
{
    return step.deliveredAt.has_value()
           || step.status.compare(QLatin1String("delivered"), Qt::CaseInsensitive) == 0
           || step.status.compare(QLatin1String("seen"), Qt::CaseInsensitive) == 0;
}

} // namespace

Instant RunState::serviceTimeAt(Instant wall) const
{
    if (!serviceClock || !serviceClockReadAt)
        return wall;
    const std::chrono::duration<double, std::milli> passed = wall - *serviceClockReadAt;
    return serviceClock->at
           + std::chrono::round<std::chrono::milliseconds>(passed * serviceClock->speed);
}

Channel RunState::terminatingChannel() const
{
    const auto last = std::find_if(steps.rbegin(), steps.rend(), wasDelivered);
    return last == steps.rend() ? Channel::Unknown : last->channel;
}

} // namespace otpscope::models
