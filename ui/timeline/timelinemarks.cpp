// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinemarks.h"

#include "models/text/sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>
#include <vector>

namespace otpscope::ui {

namespace {

/// Gives the texts of this unit their context for translators.
struct MarkWords
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// Lanes from top to bottom. A failover is between the step it leaves and the one it goes to.
std::size_t rankOf(const TimelineData &data, const MarkRef &mark)
{
    const std::size_t behindSteps = 2 * data.state().steps.size() + 2;
    switch (mark.kind) {
    case MarkKind::Flow:
        return 0;
    case MarkKind::Step:
        return 1 + 2 * mark.lane;
    case MarkKind::Failover: {
        const auto &steps = data.state().steps;
        const auto from = std::ranges::find(steps, data.failovers()[mark.lane].fromOrder,
                                            &models::StepState::order);
        return 2 + 2 * std::size_t(from - steps.begin());
    }
    case MarkKind::Poll:
        return behindSteps + 1;
    case MarkKind::Webhook:
        return behindSteps + 2;
    }
    Q_UNREACHABLE();
}

/// How many marks are in the lane of `mark`.
std::size_t sizeOf(const TimelineData &data, const MarkRef &mark)
{
    switch (mark.kind) {
    case MarkKind::Flow:
        return data.flowEvents().size();
    case MarkKind::Step:
        return mark.lane < data.state().steps.size() ? data.stepEvents(mark.lane).size() : 0;
    case MarkKind::Failover:
        return mark.lane < data.failovers().size() ? 1 : 0;
    case MarkKind::Poll:
        return data.polls().ticks.size();
    case MarkKind::Webhook:
        return data.webhooks().ticks.size();
    }
    Q_UNREACHABLE();
}

const TickLane &ticksOf(const TimelineData &data, MarkKind kind)
{
    return kind == MarkKind::Poll ? data.polls() : data.webhooks();
}

const LaneEvent &eventOf(const TimelineData &data, const MarkRef &mark)
{
    return mark.kind == MarkKind::Flow ? data.flowEvents()[mark.index]
                                       : data.stepEvents(mark.lane)[mark.index];
}

/// The lanes of changes and failovers, one mark each.
std::vector<MarkRef> storyLanes(const TimelineData &data)
{
    std::vector<MarkRef> lanes{{MarkKind::Flow, 0, 0}};
    for (std::size_t i = 0; i < data.state().steps.size(); ++i)
        lanes.push_back({MarkKind::Step, i, 0});
    for (std::size_t i = 0; i < data.failovers().size(); ++i)
        lanes.push_back({MarkKind::Failover, i, 0});
    return lanes;
}

/// Index of the first in the lane at `at`, or later.
std::size_t firstAt(const TimelineData &data, const MarkRef &lane, models::Instant at)
{
    const auto find = [at](const auto &events, auto member) {
        return std::size_t(std::ranges::lower_bound(events, at, {}, member) - events.begin());
    };
    switch (lane.kind) {
    case MarkKind::Flow:
        return find(data.flowEvents(), &LaneEvent::at);
    case MarkKind::Step:
        return find(data.stepEvents(lane.lane), &LaneEvent::at);
    case MarkKind::Failover:
        return data.failovers()[lane.lane].firedAt < at ? 1 : 0;
    case MarkKind::Poll:
    case MarkKind::Webhook:
        return find(ticksOf(data, lane.kind).ticks, &AgreementTick::at);
    }
    Q_UNREACHABLE();
}

bool isTick(const MarkRef &mark)
{
    return mark.kind == MarkKind::Poll || mark.kind == MarkKind::Webhook;
}

bool isSameLane(const MarkRef &a, const MarkRef &b)
{
    return a.kind == b.kind && a.lane == b.lane;
}

/// The order of the walk: by time, then from top to bottom, then by place in the lane.
auto keyOf(const TimelineData &data, const MarkRef &mark)
{
    return std::tuple(timeOf(data, mark), rankOf(data, mark), mark.lane, mark.index);
}

constexpr std::chrono::milliseconds millisecond{1};

/// The first in `lane` that comes behind `mark` in the order of the walk.
std::optional<MarkRef> candidateAfter(const TimelineData &data, MarkRef lane, const MarkRef &mark)
{
    const models::Instant at = timeOf(data, mark);
    if (isSameLane(lane, mark)) {
        lane.index = mark.index + 1;
    } else {
        const bool isBelow =
            std::pair(rankOf(data, lane), lane.lane) > std::pair(rankOf(data, mark), mark.lane);
        lane.index = firstAt(data, lane, isBelow ? at : at + millisecond);
    }
    return lane.index < sizeOf(data, lane) ? std::optional(lane) : std::nullopt;
}

/// The last in `lane` that comes before `mark`.
std::optional<MarkRef> candidateBefore(const TimelineData &data, MarkRef lane, const MarkRef &mark)
{
    const models::Instant at = timeOf(data, mark);
    std::size_t end = mark.index;
    if (!isSameLane(lane, mark)) {
        const bool isBelow =
            std::pair(rankOf(data, lane), lane.lane) > std::pair(rankOf(data, mark), mark.lane);
        end = firstAt(data, lane, isBelow ? at : at + millisecond);
    }
    if (end == 0)
        return std::nullopt;
    lane.index = end - 1;
    return lane;
}

std::optional<MarkRef> nearestIn(const TimelineData &data, MarkRef lane, models::Instant at)
{
    const std::size_t size = sizeOf(data, lane);
    if (size == 0)
        return std::nullopt;
    const std::size_t behind = firstAt(data, lane, at);
    lane.index = std::min(behind, size - 1);
    if (behind == 0 || behind == size)
        return lane;
    MarkRef before = lane;
    before.index = behind - 1;
    return at - timeOf(data, before) < timeOf(data, lane) - at ? before : lane;
}

std::optional<MarkRef> nearestBeside(const TimelineData &data, const MarkRef &mark, int direction)
{
    std::vector<MarkRef> lanes = storyLanes(data);
    lanes.push_back({MarkKind::Poll, 0, 0});
    lanes.push_back({MarkKind::Webhook, 0, 0});
    std::ranges::stable_sort(lanes, {}, [&](const MarkRef &lane) { return rankOf(data, lane); });
    const auto own =
        std::ranges::find_if(lanes, [&](const MarkRef &lane) { return isSameLane(lane, mark); });
    for (auto i = own - lanes.begin() + direction; i >= 0 && i < std::ssize(lanes);
         i += direction) {
        if (const auto found = nearestIn(data, lanes[std::size_t(i)], timeOf(data, mark)))
            return found;
    }
    return std::nullopt;
}

QString contributionWords(models::Contribution contribution)
{
    switch (contribution) {
    case models::Contribution::Changed:
        return MarkWords::tr("brought a change");
    case models::Contribution::Agrees:
        return MarkWords::tr("agrees with what is known");
    case models::Contribution::Older:
        return MarkWords::tr("reports an older state");
    case models::Contribution::Contradicts:
        return MarkWords::tr("contradicts what is known");
    case models::Contribution::NotUnderstood:
        return MarkWords::tr("was not understood");
    }
    Q_UNREACHABLE();
}

QString wordsOf(const LaneEvent &event)
{
    if (event.acceptedAs.isEmpty())
        return event.word;
    //: %1 is the word of the service, "Succeeded"
    return MarkWords::tr("accepted, not yet delivered (“%1” in the answer to the send)")
        .arg(event.acceptedAs);
}

QString changeSentence(const TimelineData &data, const MarkRef &mark)
{
    const LaneEvent &event = eventOf(data, mark);
    const QString subject = mark.kind == MarkKind::Flow
                                ? MarkWords::tr("The flow")
                                : models::channelName(data.state().steps[mark.lane].channel);
    //: %1 is "The flow", "Viber" or "SMS", %2 a status, %3 "4 s after sending", %4 "webhook" or so
    return MarkWords::tr("%1: %2, %3. Source: %4.")
        .arg(subject, wordsOf(event), sinceSendText(data, event.at),
             models::sourceName(event.source));
}

QString tickSentence(const TimelineData &data, const MarkRef &mark)
{
    const AgreementTick &tick = ticksOf(data, mark.kind).ticks[mark.index];
    const auto source = mark.kind == MarkKind::Poll ? models::ObservationSource::Poll
                                                    : models::ObservationSource::Webhook;
    //: %1 is "Webhook" or "Poll", %2 "4 s after sending", %3 "agrees with what is known" or so
    return MarkWords::tr("%1, %2, %3.")
        .arg(models::sourceName(source), sinceSendText(data, tick.at),
             contributionWords(tick.contribution));
}

} // namespace

QString sinceSendText(const TimelineData &data, models::Instant at)
{
    const models::Instant sent = data.sendMoment();
    return at < sent ? MarkWords::tr("%1 before sending").arg(models::durationText(sent - at))
                     : MarkWords::tr("%1 after sending").arg(models::durationText(at - sent));
}

Tone toneOf(models::Contribution contribution)
{
    switch (contribution) {
    case models::Contribution::Changed:
        return Tone::Accent;
    case models::Contribution::Agrees:
        return Tone::Muted;
    case models::Contribution::Older:
        return Tone::Muted;
    case models::Contribution::Contradicts:
        return Tone::Error;
    case models::Contribution::NotUnderstood:
        return Tone::Warning;
    }
    Q_UNREACHABLE();
}

bool isMark(const TimelineData &data, const MarkRef &mark)
{
    return !data.isEmpty() && mark.index < sizeOf(data, mark);
}

models::Instant timeOf(const TimelineData &data, const MarkRef &mark)
{
    if (mark.kind == MarkKind::Failover)
        return data.failovers()[mark.lane].firedAt;
    return isTick(mark) ? ticksOf(data, mark.kind).ticks[mark.index].at : eventOf(data, mark).at;
}

models::ObservationId observationOf(const TimelineData &data, const MarkRef &mark)
{
    if (mark.kind == MarkKind::Failover)
        return data.failovers()[mark.lane].observation;
    return isTick(mark) ? ticksOf(data, mark.kind).ticks[mark.index].observation
                        : eventOf(data, mark).observation;
}

QString sentenceOf(const TimelineData &data, const MarkRef &mark)
{
    if (mark.kind == MarkKind::Failover)
        return models::sentenceFor(data.failovers()[mark.lane]);
    return isTick(mark) ? tickSentence(data, mark) : changeSentence(data, mark);
}

std::optional<MarkRef> firstMark(const TimelineData &data)
{
    std::optional<MarkRef> first;
    for (const MarkRef &lane : storyLanes(data)) {
        if (sizeOf(data, lane) > 0 && (!first || keyOf(data, lane) < keyOf(data, *first)))
            first = lane;
    }
    return first;
}

std::optional<MarkRef> lastMark(const TimelineData &data)
{
    std::optional<MarkRef> last;
    for (MarkRef lane : storyLanes(data)) {
        const std::size_t size = sizeOf(data, lane);
        if (size == 0)
            continue;
        lane.index = size - 1;
        if (!last || keyOf(data, *last) < keyOf(data, lane))
            last = lane;
    }
    return last;
}

std::optional<MarkRef> markAfter(const TimelineData &data, const MarkRef &mark)
{
    if (isTick(mark))
        return candidateAfter(data, mark, mark);
    std::optional<MarkRef> next;
    for (const MarkRef &lane : storyLanes(data)) {
        const auto candidate = candidateAfter(data, lane, mark);
        if (candidate && (!next || keyOf(data, *candidate) < keyOf(data, *next)))
            next = candidate;
    }
    return next;
}

std::optional<MarkRef> markBefore(const TimelineData &data, const MarkRef &mark)
{
    if (isTick(mark))
        return candidateBefore(data, mark, mark);
    std::optional<MarkRef> previous;
    for (const MarkRef &lane : storyLanes(data)) {
        const auto candidate = candidateBefore(data, lane, mark);
        if (candidate && (!previous || keyOf(data, *previous) < keyOf(data, *candidate)))
            previous = candidate;
    }
    return previous;
}

std::optional<MarkRef> markAbove(const TimelineData &data, const MarkRef &mark)
{
    return nearestBeside(data, mark, -1);
}

std::optional<MarkRef> markBelow(const TimelineData &data, const MarkRef &mark)
{
    return nearestBeside(data, mark, 1);
}

std::optional<MarkRef> markOf(const TimelineData &data, const models::Transition &transition)
{
    MarkRef mark;
    if (transition.subject == models::Subject::Step) {
        const auto &steps = data.state().steps;
        const auto step = std::ranges::find(steps, transition.order, &models::StepState::order);
        if (step == steps.end())
            return std::nullopt;
        mark = {MarkKind::Step, std::size_t(step - steps.begin()), 0};
    }
    mark.index = firstAt(data, mark, transition.at);
    for (; isMark(data, mark) && timeOf(data, mark) == transition.at; ++mark.index) {
        if (observationOf(data, mark) == transition.observation)
            return mark;
    }
    return std::nullopt;
}

std::optional<MarkRef> markOf(const TimelineData &data,
                              const models::ObservationSummary &observation)
{
    if (observation.source == models::ObservationSource::Send)
        return std::nullopt;
    MarkRef mark{observation.source == models::ObservationSource::Poll ? MarkKind::Poll
                                                                       : MarkKind::Webhook,
                 0, 0};
    mark.index = firstAt(data, mark, observation.serviceAt);
    for (; isMark(data, mark) && timeOf(data, mark) == observation.serviceAt; ++mark.index) {
        if (observationOf(data, mark) == observation.id)
            return mark;
    }
    return std::nullopt;
}

} // namespace otpscope::ui
