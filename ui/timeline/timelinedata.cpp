// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinedata.h"

#include <algorithm>

namespace otpscope::ui {

namespace {

template <typename Event>
void insertByTime(std::vector<Event> &events, Event event)
{
    // Late arrivals are rare and close to the end, so this moves few elements.
    const auto place = std::ranges::upper_bound(events, event.at, {}, &Event::at);
    events.insert(place, std::move(event));
}

bool isSame(const QString &a, const char *b)
{
    return a.compare(QLatin1String(b), Qt::CaseInsensitive) == 0;
}

} // namespace

StatusLook lookOfStepStatus(const models::StatusRule *rule)
{
    if (!rule)
        return {MarkShape::Square, Tone::Muted};
    if (rule->triggersFailover)
        return {MarkShape::Diamond, Tone::Warning};
    if (rule->isFinal || rule->stopsFlow || isSame(rule->name, "Delivered"))
        return {MarkShape::Check, Tone::Success};
    if (isSame(rule->name, "Queued"))
        return {MarkShape::Ring, Tone::Muted};
    return {MarkShape::Disc, Tone::Running};
}

StatusLook lookOfFlowStatus(const QString &status)
{
    if (isSame(status, "InProgress"))
        return {MarkShape::Disc, Tone::Running};
    if (isSame(status, "Succeeded"))
        return {MarkShape::Check, Tone::Success};
    if (isSame(status, "Failed"))
        return {MarkShape::Cross, Tone::Error};
    if (isSame(status, "Accepted"))
        return {MarkShape::Ring, Tone::Muted};
    return {MarkShape::Square, Tone::Muted};
}

TimelineData::TimelineData(const models::Catalogue &catalogue) : m_catalogue(catalogue) {}

void TimelineData::reset(const models::RunState &state)
{
    m_hasRun = !state.steps.empty() || state.sentAt;
    m_state = state;
    m_flowEvents.clear();
    m_stepLanes.clear();
    m_polls.clear();
    m_webhooks.clear();
    m_failovers.clear();
    m_first.reset();
    m_last.reset();
}

void TimelineData::apply(const models::RunUpdate &update)
{
    m_hasRun = true;
    m_state = update.state;
    for (const models::Transition &transition : update.transitions)
        addTransition(transition);
    for (const models::ObservationSummary &observation : update.observations)
        addObservation(observation);
    for (const models::Failover &failover : update.failovers)
        models::mergeFailover(m_failovers, failover);
}

const std::vector<LaneEvent> &TimelineData::stepEvents(std::size_t position) const
{
    static const std::vector<LaneEvent> none;
    const int order = m_state.steps.at(position).order;
    const auto lane = std::ranges::find(m_stepLanes, order, &StepLane::order);
    return lane == m_stepLanes.end() ? none : lane->events;
}

std::optional<models::Instant> TimelineData::origin() const
{
    return m_state.sentAt && m_first ? std::min(m_state.sentAt, m_first)
           : m_state.sentAt          ? m_state.sentAt
                                     : m_first;
}

std::optional<models::Instant> TimelineData::lastEvent() const
{
    return m_last ? m_last : origin();
}

void TimelineData::addTransition(const models::Transition &transition)
{
    LaneEvent event{transition.at, transition.from, transition.to, {},
                    transition.source, transition.observation};
    noteTime(transition.at);
    switch (transition.subject) {
    case models::Subject::Flow:
        event.look = lookOfFlowStatus(transition.to);
        insertByTime(m_flowEvents, std::move(event));
        return;
    case models::Subject::Step: {
        const auto step = std::ranges::find(m_state.steps, transition.order,
                                            &models::StepState::order);
        const auto channel =
            step == m_state.steps.end() ? models::Channel::Unknown : step->channel;
        event.look = lookOfStepStatus(m_catalogue.status(channel, transition.to));
        insertByTime(laneOf(transition.order).events, std::move(event));
        return;
    }
    }
}

void TimelineData::addObservation(const models::ObservationSummary &observation)
{
    AgreementTick tick{observation.serviceAt, observation.contribution, observation.id};
    switch (observation.source) {
    case models::ObservationSource::Send: return;
    case models::ObservationSource::Poll: insertByTime(m_polls, std::move(tick)); return;
    case models::ObservationSource::Webhook: insertByTime(m_webhooks, std::move(tick)); return;
    }
}

TimelineData::StepLane &TimelineData::laneOf(int order)
{
    const auto lane = std::ranges::find(m_stepLanes, order, &StepLane::order);
    if (lane != m_stepLanes.end())
        return *lane;
    m_stepLanes.push_back({order, {}});
    return m_stepLanes.back();
}

void TimelineData::noteTime(models::Instant at)
{
    m_first = m_first ? std::min(*m_first, at) : at;
    m_last = m_last ? std::max(*m_last, at) : at;
}

} // namespace otpscope::ui
