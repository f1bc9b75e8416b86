// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinedata.h"

#include "models/run/acceptance.h"

#include <QCoreApplication>

#include <algorithm>

namespace otpscope::ui {

namespace {

/// Puts what was appended from `firstNew` on into its place by time.
template <typename Event>
void settle(std::vector<Event> &events, std::size_t firstNew)
{
    const auto middle = events.begin() + std::ptrdiff_t(firstNew);
    std::ranges::stable_sort(middle, events.end(), {}, &Event::at);
    if (middle == events.begin() || middle == events.end() || std::prev(middle)->at <= middle->at)
        return;
    // Late arrivals are close to the end, so this touches few elements.
    const auto place = std::ranges::upper_bound(events.begin(), middle, middle->at, {}, &Event::at);
    std::inplace_merge(place, middle, events.end(),
                       [](const Event &a, const Event &b) { return a.at < b.at; });
}

void insertTime(std::vector<models::Instant> &times, models::Instant at)
{
    if (times.empty() || times.back() <= at)
        times.push_back(at);
    else
        times.insert(std::ranges::upper_bound(times, at), at);
}

/// The word itself where it is an ordinary one, so that equal words stay shared.
QString cleanWord(const QString &word)
{
    constexpr qsizetype longest = 32;
    const auto isPlain = [](QChar c) { return c.isPrint(); };
    if (word.size() <= longest && std::ranges::all_of(word, isPlain))
        return word;
    QString clean;
    for (const QChar c : word) {
        if (clean.size() == longest)
            return clean + QChar(0x2026);
        clean += c.isPrint() ? c : QChar(0xfffd);
    }
    return clean;
}

struct DataWords
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

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

bool TickLane::has(models::Contribution contribution, models::Instant from,
                   models::Instant to) const
{
    const std::vector<models::Instant> &all = times[std::size_t(contribution)];
    const auto first = std::ranges::lower_bound(all, from);
    return first != all.end() && *first < to;
}

TimelineData::TimelineData(const models::Catalogue &catalogue)
    : m_catalogue(catalogue)
{}

void TimelineData::reset(const models::RunState &state)
{
    m_hasRun = !state.steps.empty() || state.sentAt;
    m_state = state;
    m_flowEvents.clear();
    m_stepLanes.clear();
    m_polls = {};
    m_webhooks = {};
    m_busy.clear();
    m_clocks.clear();
    m_firstToldBy = {};
    m_failovers.clear();
    m_first.reset();
    m_last.reset();
    m_lastSeen.reset();
}

void TimelineData::apply(const models::RunUpdate &update)
{
    m_hasRun = true;
    m_state = update.state;
    addTransitions(update.transitions);
    addObservations(update.observations);
    addConfirmation(update.observations);
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

qint64 TimelineData::firstToldBy(models::ObservationSource source) const
{
    return m_firstToldBy[std::size_t(source)];
}

models::Instant TimelineData::sendMoment() const
{
    return m_state.sentAt.value_or(origin().value_or(models::Instant()));
}

void TimelineData::addTransitions(const std::vector<models::Transition> &transitions)
{
    const std::size_t flowBefore = m_flowEvents.size();
    std::vector<std::size_t> before;
    for (const StepLane &lane : m_stepLanes)
        before.push_back(lane.events.size());
    for (const models::Transition &transition : transitions) {
        noteTime(transition.at);
        m_busy.add(transition.at);
        ++m_firstToldBy[std::size_t(transition.source)];
        std::vector<LaneEvent> &events = transition.subject == models::Subject::Flow
                                             ? m_flowEvents
                                             : laneOf(transition.order).events;
        LaneEvent event{transition.at,     cleanWord(transition.to), lookOf(transition),
                        transition.source, transition.observation,   {}};
        if (models::isAcceptance(transition.subject, transition.source, transition.to)) {
            event.acceptedAs = event.word;
            event.word = DataWords::tr("Accepted");
            event.look = {MarkShape::Ring, Tone::Muted};
        }
        events.push_back(event);
    }
    settle(m_flowEvents, flowBefore);
    before.resize(m_stepLanes.size(), 0);
    for (std::size_t i = 0; i < m_stepLanes.size(); ++i)
        settle(m_stepLanes[i].events, before[i]);
}

StatusLook TimelineData::lookOf(const models::Transition &transition) const
{
    if (transition.subject == models::Subject::Flow)
        return lookOfFlowStatus(transition.to);
    const auto step = std::ranges::find(m_state.steps, transition.order, &models::StepState::order);
    const auto channel = step == m_state.steps.end() ? models::Channel::Unknown : step->channel;
    return lookOfStepStatus(m_catalogue.status(channel, transition.to));
}

void TimelineData::addObservations(const std::vector<models::ObservationSummary> &observations)
{
    const std::size_t pollsBefore = m_polls.ticks.size();
    const std::size_t webhooksBefore = m_webhooks.ticks.size();
    for (const models::ObservationSummary &observation : observations) {
        m_clocks.add(observation.serviceAt, observation.arrivedAt);
        m_lastSeen = std::max(m_lastSeen.value_or(observation.serviceAt), observation.serviceAt);
        if (observation.source == models::ObservationSource::Send)
            continue;
        TickLane &lane =
            observation.source == models::ObservationSource::Poll ? m_polls : m_webhooks;
        lane.ticks.push_back({observation.serviceAt, observation.contribution, observation.id});
        insertTime(lane.times[std::size_t(observation.contribution)], observation.serviceAt);
    }
    settle(m_polls.ticks, pollsBefore);
    settle(m_webhooks.ticks, webhooksBefore);
}

void TimelineData::addConfirmation(const std::vector<models::ObservationSummary> &observations)
{
    if (m_state.isStatusFromSend || m_flowEvents.empty() ||
        m_flowEvents.back().acceptedAs.isEmpty())
        return;
    const auto telling = std::ranges::find_if(observations, [this](const auto &observation) {
        return observation.source != models::ObservationSource::Send &&
               observation.statuses.startsWith(m_state.status, Qt::CaseInsensitive);
    });
    if (telling == observations.end())
        return;
    noteTime(telling->serviceAt);
    m_busy.add(telling->serviceAt);
    m_flowEvents.push_back({std::max(telling->serviceAt, m_flowEvents.back().at),
                            cleanWord(m_state.status),
                            lookOfFlowStatus(m_state.status),
                            telling->source,
                            telling->id,
                            {}});
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
