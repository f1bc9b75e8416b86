// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/stepmatching.h"

#include "models/run/statusmeaning.h"

#include <algorithm>

namespace otpscope::models {

StepMatcher::StepMatcher(const std::vector<StepState> &steps) : m_steps(steps) {}

std::optional<size_t> StepMatcher::match(const StepSnapshot &report, size_t position,
                                         Channel channel)
{
    const std::optional<size_t> index = find(report, position, channel);
    if (index)
        claim(*index);
    return index;
}

void StepMatcher::claim(size_t index)
{
    m_claimed.push_back(index);
}

std::optional<size_t> StepMatcher::find(const StepSnapshot &report, size_t position,
                                        Channel channel) const
{
    if (const auto index = byTrackingId(report.trackingId))
        return index;
    if (const auto index = byOrder(report, channel))
        return index;
    if (const auto index = byChannel(report, firstCandidate(report, position), channel))
        return index;
    return byChannel(report, 0, channel);
}

std::optional<size_t> StepMatcher::byTrackingId(const TrackingId &id) const
{
    if (id.isEmpty())
        return std::nullopt;
    const auto known = std::find_if(m_steps.begin(), m_steps.end(),
                                    [&id](const StepState &step) { return step.trackingId == id; });
    if (known == m_steps.end())
        return std::nullopt;
    return static_cast<size_t>(known - m_steps.begin());
}

std::optional<size_t> StepMatcher::byOrder(const StepSnapshot &report, Channel channel) const
{
    if (!report.order)
        return std::nullopt;
    for (size_t i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i].order == *report.order && canBe(report, channel, i))
            return i;
    }
    return std::nullopt;
}

std::optional<size_t> StepMatcher::byChannel(const StepSnapshot &report, size_t from,
                                             Channel channel) const
{
    for (size_t i = from; i < m_steps.size(); ++i) {
        if (canBe(report, channel, i))
            return i;
    }
    return std::nullopt;
}

/// A failover step stands behind the step it replaces, even where a snapshot left that one out.
size_t StepMatcher::firstCandidate(const StepSnapshot &report, size_t position) const
{
    const std::optional<size_t> replaced = byTrackingId(report.failoverFrom);
    return replaced ? std::max(position, *replaced + 1) : position;
}

bool StepMatcher::isClaimed(size_t index) const
{
    return std::find(m_claimed.begin(), m_claimed.end(), index) != m_claimed.end();
}

bool StepMatcher::canBe(const StepSnapshot &report, Channel channel, size_t index) const
{
    const StepState &step = m_steps[index];
    const bool isOtherMessage = !report.trackingId.isEmpty() && !step.trackingId.isEmpty()
                                && step.trackingId != report.trackingId;
    if (isOtherMessage || isClaimed(index))
        return false;
    if (report.channel.isEmpty())
        return true;
    if (channel == Channel::Unknown)
        return isSameText(step.channelText, report.channel);
    return step.channel == channel;
}

} // namespace otpscope::models
