// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/runfacts.h"

#include <algorithm>
#include <tuple>

namespace otpscope::models {

namespace {

// Anybody may post webhooks with made-up statuses; a run must not grow by them.
constexpr size_t maximumStatuses = 32;
constexpr size_t maximumFlowStatuses = 16;
constexpr qsizetype maximumPostedStates = 256;

template <typename T>
void keepFirst(std::optional<T> &held, const T &candidate)
{
    if (!held || candidate < *held)
        held = candidate;
}

void keepLast(std::optional<Sighting> &held, const Sighting &candidate)
{
    if (!held || candidate > *held)
        held = candidate;
}

void keepNewest(std::optional<SeenReport> &held, const SeenReport &candidate)
{
    if (!held || candidate.seen > held->seen)
        held = candidate;
}

void keepEarliest(std::optional<Difference> &held, const Difference &candidate)
{
    if (!held || candidate.seen < held->seen)
        held = candidate;
}

/// "+30 697 123" -> "30697123"; empty where it holds anything but a number, for instance a mask.
QString digitsOf(const QString &number)
{
    QString digits;
    for (const QChar character : number) {
        if (character.isDigit())
            digits.append(character);
        else if (character != QLatin1Char('+') && character != QLatin1Char(' ') &&
                 character != QLatin1Char('-'))
            return {};
    }
    while (digits.startsWith(QLatin1String("00")))
        digits.remove(0, 2);
    return digits;
}

bool isReport(const StepSnapshot &step)
{
    return !step.trackingId.isEmpty() || !step.status.isEmpty();
}

/// Which state of the flow a webhook reports: the documented reason for posting is that a status
/// changed, so prices and times are left out.
QString postedState(const Snapshot &snapshot)
{
    QString state = snapshot.status.toLower();
    for (const StepSnapshot &step : snapshot.steps)
        state += QLatin1Char('|') + step.trackingId.text() + QLatin1Char('=') +
                 step.status.toLower() + QLatin1Char('/') + step.detailedStatus.toLower();
    return state;
}

std::optional<Instant> newestTimeOf(const Snapshot &snapshot)
{
    std::optional<Instant> newest = snapshot.createdAt;
    for (const StepSnapshot &step : snapshot.steps)
        newest = std::max({newest, step.createdAt, step.sentAt, step.deliveredAt});
    return newest;
}

} // namespace

/// One snapshot and everything around it.
struct RunFacts::View
{
    const Snapshot &snapshot;
    const Observation &observation;
    const std::vector<std::optional<size_t>> &steps;
    const RunState &state;
    Sighting seen;
    /// For a poll the earliest time its answer can have been made; else as `seen`.
    Sighting madeAt;
    bool hasServiceClock = false;

    [[nodiscard]] bool isTracking() const { return observation.source != ObservationSource::Send; }
};

const StatusFacts *StepFacts::find(const QString &status) const
{
    const auto known = std::find_if(statuses.begin(), statuses.end(), [&](const auto &facts) {
        return isSameText(facts.status, status);
    });
    return known == statuses.end() ? nullptr : &*known;
}

RunFacts::RunFacts(const Flow &flow, const Catalogue &catalogue)
    : m_catalogue(&catalogue)
{
    for (const Step &step : stepsInOrder(flow)) {
        QStringList digits;
        for (const QString &number : step.to.value_or(Recipients()).numbers)
            digits.append(digitsOf(number));
        digits.removeAll(QString());
        m_recipients.push_back(digits);
    }
}

void RunFacts::take(const Snapshot &snapshot, const Observation &observation, Instant serviceAt,
                    const std::vector<std::optional<size_t>> &steps, const RunState &state)
{
    const bool hasServiceClock = readServiceClock(reportedHead(observation)).has_value();
    const Sighting seen{serviceAt, observation.id, observation.source, observation.isTimeKnown};
    Sighting madeAt = seen;
    if (!hasServiceClock)
        madeAt.at = std::min(madeAt.at, observation.startedAt);
    const View view{snapshot, observation, steps, state, seen, madeAt, hasServiceClock};

    m_steps.resize(state.steps.size());
    for (size_t position = 0; position < steps.size(); ++position) {
        if (steps[position] && isReport(snapshot.steps[position]))
            takeStep(*steps[position], snapshot.steps[position], view);
    }
    takeFlowStatus(view);
    takeSkew(view);
    if (!view.isTracking()) {
        if (!m_send)
            m_send = SendFacts{snapshot.status, observation.id};
        return;
    }
    if (observation.source == ObservationSource::Poll)
        keepLast(m_newestPoll, madeAt);
    else
        takeWebhook(view);
    takeTurns(view);
    takeCost(view);
    takeMismatches(view);
}

void RunFacts::takeStep(size_t index, const StepSnapshot &report, const View &view)
{
    StepFacts &facts = m_steps[index];
    const StepState &step = view.state.steps[index];
    if (report.createdAt)
        keepFirst(facts.createdAt, *report.createdAt);
    const Channel channel = m_catalogue->channelByName(report.channel);
    if (channel != Channel::Unknown && step.channel != Channel::Unknown && channel != step.channel)
        keepEarliest(facts.otherChannel, {view.seen, report.channel});
    takeRecipient(index, report, view.seen);
    if (!report.status.isEmpty())
        takeStatus(facts, report, step.channel, view);
}

void RunFacts::takeRecipient(size_t index, const StepSnapshot &report, const Sighting &seen)
{
    if (index >= m_recipients.size() || m_recipients[index].isEmpty())
        return;
    const QString digits = digitsOf(report.phoneNumber);
    if (!digits.isEmpty() && !m_recipients[index].contains(digits))
        keepEarliest(m_steps[index].otherRecipient, {seen, report.phoneNumber});
}

void RunFacts::takeStatus(StepFacts &facts, const StepSnapshot &report, Channel channel,
                          const View &view)
{
    auto known = std::find_if(facts.statuses.begin(), facts.statuses.end(), [&](const auto &held) {
        return isSameText(held.status, report.status);
    });
    if (known == facts.statuses.end()) {
        StatusFacts fresh;
        fresh.status = report.status;
        fresh.meaning = meaningOf(report.status, channel, *m_catalogue);
        if (!fresh.meaning.isKnown && facts.statuses.size() >= maximumStatuses)
            return;
        fresh.first = view.seen;
        // Always in the same order, so that no judgement depends on what came first.
        const auto behind = std::find_if(
            facts.statuses.begin(), facts.statuses.end(), [&](const StatusFacts &held) {
                return std::pair(held.meaning.rank, held.status.toLower()) >
                       std::pair(fresh.meaning.rank, fresh.status.toLower());
            });
        known = facts.statuses.insert(behind, fresh);
    }
    if (std::tie(view.seen.at, report.status) < std::tie(known->first.at, known->status))
        known->status = report.status;
    known->first = std::min(known->first, view.seen);
    if (view.observation.source == ObservationSource::Poll) {
        keepFirst(known->firstPoll, view.seen);
        keepLast(known->lastPoll, view.madeAt);
        keepNewest(known->poll, {view.seen, report});
    } else if (view.observation.source == ObservationSource::Webhook) {
        keepFirst(known->firstWebhook, view.seen);
        keepNewest(known->webhook, {view.seen, report});
    }
}

void RunFacts::takeTurns(const View &view)
{
    std::vector<const StepSnapshot *> reports(view.state.steps.size(), nullptr);
    for (size_t position = 0; position < view.steps.size(); ++position) {
        if (view.steps[position] && isReport(view.snapshot.steps[position]))
            reports[*view.steps[position]] = &view.snapshot.steps[position];
    }
    std::optional<size_t> earlier;
    for (size_t index = 0; index < reports.size(); ++index) {
        if (!reports[index])
            continue;
        const std::optional<size_t> from = std::exchange(earlier, index);
        if (!from)
            continue;
        const QString &status = reports[*from]->status;
        const StatusMeaning meaning =
            meaningOf(status, view.state.steps[*from].channel, *m_catalogue);
        const bool isOnItsWay = meaning.isKnown && !meaning.isFinal && !meaning.isDelivered;
        std::optional<OutOfTurn> &held = m_steps[index].outOfTurn;
        if (isOnItsWay && (!held || view.seen < held->seen))
            held = OutOfTurn{view.seen, *from, status};
    }
}

void RunFacts::takeCost(const View &view)
{
    if (!view.snapshot.totalCost || (m_cost && view.seen < m_cost->seen))
        return;
    CostReport cost{view.seen, *view.snapshot.totalCost, 0, true};
    bool hasPrice = false;
    for (const StepSnapshot &step : view.snapshot.steps) {
        if (!isReport(step))
            continue;
        hasPrice = hasPrice || step.price;
        cost.isComplete = cost.isComplete && step.price;
        cost.sumOfPrices += step.price.value_or(0);
    }
    if (hasPrice)
        m_cost = cost;
}

void RunFacts::takeFlowStatus(const View &view)
{
    const QString &status = view.snapshot.status;
    if (status.isEmpty())
        return;
    const auto known =
        std::find_if(m_flowStatuses.begin(), m_flowStatuses.end(),
                     [&](const auto &held) { return isSameText(held.status, status); });
    if (known != m_flowStatuses.end())
        known->first = std::min(known->first, view.seen);
    else if (m_flowStatuses.size() < maximumFlowStatuses)
        m_flowStatuses.push_back({status, view.seen});
}

void RunFacts::takeMismatches(const View &view)
{
    const auto note = [&](FlowMismatch kind) {
        keepFirst(m_mismatches[static_cast<size_t>(kind)], view.seen);
    };
    bool isAnyDelivered = false;
    bool isAnySeen = false;
    size_t tried = 0;
    size_t failed = 0;
    for (size_t position = 0; position < view.steps.size(); ++position) {
        const StepSnapshot &report = view.snapshot.steps[position];
        if (!view.steps[position] || !isReport(report))
            continue;
        const StatusMeaning meaning =
            meaningOf(report.status, view.state.steps[*view.steps[position]].channel, *m_catalogue);
        ++tried;
        isAnyDelivered = isAnyDelivered || meaning.isDelivered || meaning.stopsFlow;
        isAnySeen = isAnySeen || meaning.stopsFlow;
        if (meaning.triggersFailover)
            ++failed;
    }
    const bool isAllFailed = tried > 0 && failed == tried;
    const QString &status = view.snapshot.status;
    if (isSameText(status, QStringLiteral("Failed")) && isAnyDelivered)
        note(FlowMismatch::FailedButDelivered);
    if (isSameText(status, QStringLiteral("Succeeded")) && isAllFailed)
        note(FlowMismatch::SucceededButAllFailed);
    // A webhook may have been written before the service drew its conclusion; a poll asks for it.
    const bool isOver = isAnySeen || (isAllFailed && tried >= m_recipients.size());
    if (isSameText(status, QStringLiteral("InProgress")) && isOver &&
        view.observation.source == ObservationSource::Poll)
        note(FlowMismatch::InProgressButFinal);
}

void RunFacts::takeWebhook(const View &view)
{
    ++m_webhooks.understood;
    keepLast(m_webhooks.newest, view.seen);
    const QString state = postedState(view.snapshot);
    const auto known = m_postedStates.find(state);
    if (known != m_postedStates.end()) {
        ++m_webhooks.duplicates;
        known.value() = std::max(known.value(), view.seen);
        keepLast(m_webhooks.lastDuplicate, known.value());
    } else if (m_postedStates.size() < maximumPostedStates) {
        m_postedStates.insert(state, view.seen);
    }

    int progress = 0;
    for (size_t position = 0; position < view.steps.size(); ++position) {
        const StepSnapshot &report = view.snapshot.steps[position];
        if (!view.steps[position] || !isReport(report))
            continue;
        const Channel channel = view.state.steps[*view.steps[position]].channel;
        progress += 1 + std::max(0, meaningOf(report.status, channel, *m_catalogue).rank);
    }
    if (progress < m_webhookProgress) {
        ++m_webhooks.outOfOrder;
        keepFirst(m_webhooks.firstOutOfOrder, view.seen);
    }
    m_webhookProgress = std::max(m_webhookProgress, progress);
}

void RunFacts::takeSkew(const View &view)
{
    // Where the service tells its clock, the run lives by that one anyway.
    if (view.hasServiceClock || !view.observation.isTimeKnown)
        return;
    const Observation &observation = view.observation;
    const auto note = [&](std::chrono::milliseconds by, std::chrono::milliseconds &held,
                          ObservationId &evidence) {
        if (by > held || (by == held && by.count() > 0 && observation.id < evidence)) {
            held = by;
            evidence = observation.id;
        }
    };
    // Nothing can have happened after it was told.
    if (const std::optional<Instant> newest = newestTimeOf(view.snapshot))
        note(*newest - observation.arrivedAt, m_skew.ahead, m_skew.aheadBy);
    // A flow is made between the request and the answer; logs often lack the former.
    const bool isWholeExchange = observation.source == ObservationSource::Send &&
                                 observation.startedAt < observation.arrivedAt;
    if (isWholeExchange && view.snapshot.createdAt)
        note(observation.startedAt - *view.snapshot.createdAt, m_skew.behind, m_skew.behindBy);
}

} // namespace otpscope::models
