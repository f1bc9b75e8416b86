// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/runmachine.h"

#include "models/run/conclusionrules.h"
#include "models/run/failoverrules.h"
#include "models/run/headfield.h"
#include "models/run/runrules.h"
#include "models/run/stepmatching.h"

#include <algorithm>
#include <utility>

namespace otpscope::models {

namespace {

// A run is one story of a few steps. Anybody may post webhooks, so steps the document does not have
// are taken up to this many.
constexpr size_t maximumForeignSteps = 16;

constexpr int firstServerError = 500;

// What comes before the answer to a send comes within seconds; a flood then must not be kept twice.
constexpr size_t maximumEarly = 256;
constexpr qsizetype maximumEarlyBody = 64 * 1024;

bool isReport(const StepSnapshot &step)
{
    return !step.trackingId.isEmpty() || !step.status.isEmpty();
}

QStringList unknownStatuses(const StepRecord &record)
{
    QStringList unknown;
    for (const ReportedStatus &entry : record.reportedStatuses()) {
        if (!entry.meaning.isKnown)
            unknown.append(entry.status);
    }
    unknown.sort();
    return unknown;
}

/// Anybody may post a webhook, while an answer comes from whom we asked; and a poll asks for a flow
/// that somebody named before.
int flowIdWeight(ObservationSource source)
{
    switch (source) {
    case ObservationSource::Send:
        return 2;
    case ObservationSource::Poll:
        return 1;
    case ObservationSource::Webhook:
        return 0;
    }
    Q_UNREACHABLE();
}

/// What was seen last, whatever the order of arrival.
template <typename Seen>
void keepLatest(std::optional<std::pair<Sighting, Seen>> &kept, const Sighting &at,
                const Seen &seen)
{
    if (!kept || at > kept->first)
        kept.emplace(at, seen);
}

} // namespace

RunMachine::RunMachine(const Flow &flow, const Catalogue &catalogue)
    : m_catalogue(&catalogue)
    , m_flow(flow)
    , m_facts(flow, catalogue)
{
    addDocumentSteps();
}

void RunMachine::addDocumentSteps()
{
    int nextFree = 1;
    for (const Step &step : m_flow.steps)
        nextFree = std::max(nextFree, step.order.value_or(0) + 1);
    for (const Step &step : stepsInOrder(m_flow)) {
        StepState state;
        state.order = step.order ? *step.order : nextFree++;
        state.channel = step.channel();
        if (state.channel == Channel::Unknown)
            state.channelText = stepTypeName(step);
        state.ttl = step.ttl.value_or(std::chrono::seconds{0});
        state.failoverOnDelivered = step.failsOverOnDelivered();
        m_state.steps.push_back(state);
    }
    m_records.resize(m_state.steps.size());
    m_documentSteps = m_state.steps.size();
}

RunDelta RunMachine::apply(const Observation &observation)
{
    if (namesAnotherFlow(observation))
        return beginAgain(observation);
    keepEarly(observation);
    return applyNext(observation);
}

void RunMachine::keepEarly(const Observation &observation)
{
    const bool isSent = m_state.counts.send > 0 || observation.source == ObservationSource::Send;
    m_isEarlyComplete = m_isEarlyComplete && !isSent && m_early.size() < maximumEarly &&
                        reportedBody(observation).size() <= maximumEarlyBody;
    if (m_isEarlyComplete)
        m_early.push_back(observation);
    else
        m_early.clear();
}

bool RunMachine::namesAnotherFlow(const Observation &observation) const
{
    const bool isBetterWord = flowIdWeight(observation.source) > flowIdWeight(m_flowIdFrom);
    if (!isBetterWord || m_early.empty() || m_state.flowId.isEmpty())
        return false;
    const Result<Snapshot, NotUnderstood> read = readSnapshot(observation);
    return read && !read.value().flowId.isEmpty() && read.value().flowId != m_state.flowId;
}

RunDelta RunMachine::beginAgain(const Observation &answer)
{
    const std::vector<Observation> early = std::exchange(m_early, {});
    const std::optional<Instant> serviceNow = m_serviceNow;
    const WebhookWait wait = m_webhookWait;
    *this = RunMachine(m_flow, *m_catalogue);
    m_serviceNow = serviceNow;
    m_webhookWait = wait;
    m_isEarlyComplete = false;
    RunDelta delta = applyNext(answer);
    for (const Observation &observation : early)
        delta.retold.push_back({observation, applyNext(observation)});
    return delta;
}

RunDelta RunMachine::applyNext(const Observation &observation)
{
    RunDelta delta;
    count(observation.source);
    const Arrival arrival{observation, noteServiceClock(observation)};
    Result<Snapshot, NotUnderstood> read = readSnapshot(observation);
    if (read) {
        delta.snapshot = std::move(read).value();
        takeMediaType(arrival);
        // What brings no state does not show that nothing has happened meanwhile.
        m_serviceNow = std::max(m_serviceNow.value_or(arrival.at), arrival.at);
        delta.contribution = take(*delta.snapshot, arrival, delta);
    } else {
        delta.contribution = Contribution::NotUnderstood;
        takeFailure(arrival, read.error());
    }
    derive(observation.id, delta);
    return delta;
}

RunDelta RunMachine::advanceTo(Instant serviceNow)
{
    RunDelta delta;
    if (m_serviceNow && serviceNow <= *m_serviceNow)
        return delta;
    m_serviceNow = serviceNow;
    derive({}, delta);
    return delta;
}

void RunMachine::awaitWebhooks()
{
    m_webhookWait.isOurs = true;
}

RunDelta RunMachine::stopFollowing()
{
    RunDelta delta;
    m_webhookWait.isOver = true;
    derive({}, delta);
    return delta;
}

void RunMachine::count(ObservationSource source)
{
    switch (source) {
    case ObservationSource::Send:
        ++m_state.counts.send;
        return;
    case ObservationSource::Poll:
        ++m_state.counts.poll;
        return;
    case ObservationSource::Webhook:
        ++m_state.counts.webhook;
        return;
    }
}

Sighting RunMachine::sightingOf(const Arrival &arrival)
{
    return {arrival.at, arrival.observation.id, arrival.observation.source,
            arrival.observation.isTimeKnown};
}

Instant RunMachine::noteServiceClock(const Observation &observation)
{
    const std::optional<ServiceClockReading> reading = readServiceClock(reportedHead(observation));
    if (reading && (!m_state.serviceClock || reading->at >= m_state.serviceClock->at)) {
        m_state.serviceClock = reading;
        m_state.serviceClockReadAt = observation.arrivedAt;
    }
    const Instant at = reading ? reading->at : observation.arrivedAt;
    return at;
}

Contribution RunMachine::take(const Snapshot &snapshot, const Arrival &arrival, RunDelta &delta)
{
    if (!takeFlowId(snapshot, arrival))
        return Contribution::Contradicts;
    if (arrival.observation.source == ObservationSource::Send)
        takeSendVerdict(snapshot, arrival);
    const StepsNews steps = takeSteps(snapshot, arrival, delta);
    m_facts.take(snapshot, arrival.observation, arrival.at, steps.places, m_state);
    const bool isFlowChanged = takeFlowStatus(snapshot, steps.progress, arrival, delta);
    const bool isBehind = steps.progress < m_progress;
    m_progress = std::max(m_progress, steps.progress);
    if (steps.isContradicted)
        return Contribution::Contradicts;
    if (steps.isChanged || isFlowChanged)
        return Contribution::Changed;
    return steps.isOlder || isBehind ? Contribution::Older : Contribution::Agrees;
}

bool RunMachine::takeFlowId(const Snapshot &snapshot, const Arrival &arrival)
{
    if (snapshot.flowId.isEmpty())
        return true;
    if (m_state.flowId.isEmpty() || snapshot.flowId == m_state.flowId) {
        const ObservationSource source = arrival.observation.source;
        if (m_state.flowId.isEmpty() || flowIdWeight(source) > flowIdWeight(m_flowIdFrom))
            m_flowIdFrom = source;
        m_state.flowId = snapshot.flowId;
        return true;
    }
    const int times =
        m_findings.timesReported(QStringLiteral("flow-id-differs"), m_state.flowId.text()) + 1;
    if (const Sighting seen = sightingOf(arrival); !m_otherFlow || seen < m_otherFlow->first)
        m_otherFlow.emplace(seen, snapshot);
    m_findings.report(
        flowIdDiffers(m_state.flowId, m_otherFlow->second, arrival.observation.id, times));
    return false;
}

void RunMachine::takeSendVerdict(const Snapshot &snapshot, const Arrival &arrival)
{
    const Instant at = snapshot.createdAt.value_or(arrival.at);
    if (!m_state.sentAt)
        m_state.sentAt = at;
    m_sendVerdictAt = at;
    if (!isSameText(snapshot.status, QStringLiteral("Failed")))
        return;
    m_sendVerdict = SendVerdict::Failed;
    m_findings.report(sendFailed(snapshot, *m_catalogue, arrival.observation.id));
}

RunMachine::StepsNews RunMachine::takeSteps(const Snapshot &snapshot, const Arrival &arrival,
                                            RunDelta &delta)
{
    StepsNews news;
    StepMatcher matcher(m_state.steps);
    news.places.resize(snapshot.steps.size());
    for (size_t position = 0; position < snapshot.steps.size(); ++position) {
        const StepSnapshot &report = snapshot.steps[position];
        const Channel channel = m_catalogue->channelByName(report.channel);
        std::optional<size_t> index = matcher.match(report, position, channel);
        // The echo of a step that was not sent yet says nothing about the run.
        if (!isReport(report))
            continue;
        if (!index) {
            index = addForeignStep(report, channel, arrival);
            news.isContradicted = news.isContradicted || !index || m_documentSteps > 0;
            if (!index)
                continue;
            matcher.claim(*index);
        }
        news.places[position] = index;
        if (arrival.observation.source != ObservationSource::Send)
            m_isTracked = true;
        switch (takeStep(*index, report, arrival, snapshot.createdAt, delta)) {
        case ReportNews::Agrees:
            break;
        case ReportNews::Changed:
            news.isChanged = true;
            break;
        case ReportNews::Older:
            news.isOlder = true;
            break;
        case ReportNews::Contradicts:
            news.isContradicted = true;
            break;
        }
        if (!report.status.isEmpty())
            news.progress +=
                meaningOf(report.status, m_state.steps[*index].channel, *m_catalogue).rank;
        ++news.progress;
    }
    return news;
}

std::optional<size_t> RunMachine::addForeignStep(const StepSnapshot &report, Channel channel,
                                                 const Arrival &arrival)
{
    if (m_state.steps.size() >= m_documentSteps + maximumForeignSteps)
        return std::nullopt;
    StepState step;
    for (const StepState &known : m_state.steps)
        step.order = std::max(step.order, known.order);
    ++step.order;
    step.channel = channel;
    step.channelText = report.channel;
    step.isInDocument = false;
    m_state.steps.push_back(step);
    m_records.emplace_back();
    // Without a document every step is news, and none is wrong.
    if (m_documentSteps > 0)
        m_findings.report(stepNotInFlow(step, arrival.observation.id));
    return m_state.steps.size() - 1;
}

ReportNews RunMachine::takeStep(size_t index, const StepSnapshot &report, const Arrival &arrival,
                                std::optional<Instant> flowCreatedAt, RunDelta &delta)
{
    StepState &step = m_state.steps[index];
    StepRecord &record = m_records[index];
    const QString before = step.status;
    const bool isSend = arrival.observation.source == ObservationSource::Send;
    const ReportContext context{arrival.at, isSend ? flowCreatedAt : std::nullopt,
                                arrival.observation.source, timeKindOf(arrival.observation)};
    const size_t knownBefore = record.reportedStatuses().size();
    const ReportNews news = record.take(report, context, *m_catalogue, step);

    if (!isSameText(step.status, before)) {
        Transition transition;
        transition.at = record.transitionAt(step, before.isEmpty(), context.serviceAt);
        transition.subject = Subject::Step;
        transition.order = step.order;
        transition.from = before;
        transition.to = step.status;
        transition.source = arrival.observation.source;
        transition.observation = arrival.observation.id;
        m_transitions.push_back(transition);
        delta.transitions.push_back(transition);
    }
    const auto &statuses = record.reportedStatuses();
    if (statuses.size() > knownBefore && !statuses.back().meaning.isKnown)
        m_findings.report(unknownStatus(step, unknownStatuses(record), arrival.observation.id));
    return news;
}

bool RunMachine::takeFlowStatus(const Snapshot &snapshot, int progress, const Arrival &arrival,
                                RunDelta &delta)
{
    const bool isFromTracking = arrival.observation.source != ObservationSource::Send;
    if (snapshot.totalCost) {
        const std::tuple rank(progress, arrival.at, *snapshot.totalCost);
        if (!m_state.totalCost || rank > m_totalCostRank) {
            m_state.totalCost = snapshot.totalCost;
            m_totalCostRank = rank;
        }
    }
    if (snapshot.status.isEmpty())
        return false;
    const Instant at = isFromTracking ? arrival.at : snapshot.createdAt.value_or(arrival.at);
    m_flowStatus.take(
        {snapshot.status, at, isFromTracking, progress, snapshot.statusCode, snapshot.error});
    const FlowStatusRecord::Entry &stands = *m_flowStatus.standing();
    const QString before = std::exchange(m_state.status, stands.status);
    m_state.statusCode = stands.statusCode;
    m_state.error = stands.error;
    m_state.isStatusFromSend = !stands.rank.isFromTracking;
    if (isSameText(before, stands.status))
        return false;

    Transition transition;
    transition.at = stands.since;
    transition.subject = Subject::Flow;
    transition.from = before;
    transition.to = stands.status;
    transition.source = arrival.observation.source;
    transition.observation = arrival.observation.id;
    m_transitions.push_back(transition);
    delta.transitions.push_back(transition);
    return true;
}

void RunMachine::takeFailure(const Arrival &arrival, const NotUnderstood &problem)
{
    switch (arrival.observation.source) {
    case ObservationSource::Send:
        takeSendFailure(arrival, problem);
        return;
    case ObservationSource::Poll:
        if (problem.kind == NotUnderstood::Kind::ErrorAnswer ||
            arrival.observation.problem != TransportProblem::None)
            takePollFailure(arrival);
        else
            takeStrangeBody(arrival);
        return;
    case ObservationSource::Webhook:
        takeStrangeBody(arrival);
        return;
    }
}

void RunMachine::takeSendFailure(const Arrival &arrival, const NotUnderstood &problem)
{
    m_sendVerdictAt = arrival.at;
    m_sendVerdict = SendVerdict::Failed;
    switch (arrival.observation.problem) {
    case TransportProblem::CouldNotConnect:
    case TransportProblem::TlsRefused:
    case TransportProblem::Redirected:
        m_findings.report(sendUnreachable(arrival.observation));
        return;
    case TransportProblem::NoToken:
        m_findings.report(noToken(arrival.observation));
        return;
    case TransportProblem::NoAnswer:
    case TransportProblem::AnswerCut:
    case TransportProblem::AnswerTooLarge:
    case TransportProblem::Cancelled:
        m_sendVerdict = SendVerdict::Unknown;
        m_sendOutcomeUnknown = sendOutcomeUnknown(arrival.observation);
        return;
    case TransportProblem::None:
        break;
    }
    const bool isErrorAnswer = problem.kind == NotUnderstood::Kind::ErrorAnswer;
    if (isErrorAnswer && arrival.observation.exchange.answerStatus < firstServerError) {
        for (const Finding &finding : sendRefused(arrival.observation))
            m_findings.report(finding);
        return;
    }
    // Taken by the service, but without a flow id nobody can follow it; or broken down over it, and
    // no document says whether before or after the message went out.
    m_sendVerdict = SendVerdict::Unknown;
    if (!isErrorAnswer)
        takeStrangeBody(arrival);
    m_sendOutcomeUnknown = sendOutcomeUnknown(arrival.observation);
}

void RunMachine::takePollFailure(const Arrival &arrival)
{
    if (arrival.observation.problem == TransportProblem::Cancelled)
        return;
    const int times = m_findings.timesReported(QStringLiteral("poll-failed"),
                                               sourceKey(arrival.observation.source)) +
                      1;
    keepLatest(m_failedPoll, sightingOf(arrival), arrival.observation);
    Finding finding = pollFailed(m_failedPoll->second, times);
    if (arrival.observation.id.isStored())
        finding.evidence = {arrival.observation.id};
    m_findings.report(finding);
}

void RunMachine::takeStrangeBody(const Arrival &arrival)
{
    ++m_state.counts.notUnderstood;
    const int times = m_findings.timesReported(QStringLiteral("body-not-understood"),
                                               sourceKey(arrival.observation.source)) +
                      1;
    const QString likeness = likenessOf(arrival.observation);
    if (!likeness.isEmpty())
        keepLatest(m_strangeAnswer, sightingOf(arrival), likeness);
    const bool isWebhook = arrival.observation.source == ObservationSource::Webhook;
    m_findings.report(
        bodyNotUnderstood(arrival.observation, times,
                          isWebhook || !m_strangeAnswer ? QString() : m_strangeAnswer->second));
}

void RunMachine::takeMediaType(const Arrival &arrival)
{
    const QString type = foreignMediaType(arrival.observation);
    if (type.isEmpty())
        return;
    const int times = m_findings.timesReported(QStringLiteral("media-type-not-json"),
                                               sourceKey(arrival.observation.source)) +
                      1;
    keepLatest(m_foreignAnswer, sightingOf(arrival), type);
    m_findings.report(mediaTypeNotJson(arrival.observation, times, m_foreignAnswer->second));
}

void RunMachine::derive(ObservationId observation, RunDelta &delta)
{
    const Conclusion before = m_state.conclusion;
    deriveFailovers(observation, delta);
    deriveConclusion();
    deriveDue();
    deriveFindings();
    if (before != Conclusion::Open && m_state.conclusion == Conclusion::Open)
        m_findings.report(runReopened(before, observation));
    RunFindings::Changes changes = m_findings.takeChanges();
    delta.findings = std::move(changes.reported);
    delta.withdrawnFindings = std::move(changes.withdrawn);
}

void RunMachine::deriveFailovers(ObservationId observation, RunDelta &delta)
{
    std::optional<size_t> earlier;
    for (size_t i = 0; i < m_state.steps.size(); ++i) {
        if (!m_state.steps[i].isTried())
            continue;
        // A first tried step in the middle stands behind one that was never reported.
        if (earlier || i > 0)
            deriveFailover({earlier.value_or(i - 1), i}, observation, delta);
        earlier = i;
    }
}

void RunMachine::deriveFailover(FailoverSteps steps, ObservationId observation, RunDelta &delta)
{
    const FailoverCause cause = failoverCause(m_state.steps[steps.from], m_records[steps.from]);
    Failover failover;
    failover.fromOrder = m_state.steps[steps.from].order;
    failover.toOrder = m_state.steps[steps.to].order;
    failover.reason = cause.reason;
    failover.trigger = cause.trigger;
    failover.firedAt = m_records[steps.to].appearedAt();
    failover.dueAt = cause.dueAt;
    if (cause.isDueOnceKnown && failover.dueAt)
        failover.dueAt = std::min(*failover.dueAt, failover.firedAt);
    failover.observation = observation;

    const auto known =
        std::find_if(m_failoverSteps.begin(), m_failoverSteps.end(),
                     [&steps](const FailoverSteps &other) { return other.to == steps.to; });
    if (known == m_failoverSteps.end()) {
        m_failoverSteps.push_back(steps);
        m_failovers.push_back(failover);
        delta.failovers.push_back(failover);
        return;
    }
    *known = steps;
    Failover &held = m_failovers[static_cast<size_t>(known - m_failoverSteps.begin())];
    // The observation that showed it first stays its evidence.
    failover.observation = held.observation;
    if (held == failover)
        return;
    held = failover;
    delta.failovers.push_back(failover);
}

void RunMachine::deriveConclusion()
{
    Ending ending;
    const std::optional<size_t> last = lastTriedStep();
    if (m_sendVerdict != SendVerdict::None && !m_isTracked) {
        ending = {m_sendVerdict == SendVerdict::Failed ? Conclusion::SendFailed
                                                       : Conclusion::SendOutcomeUnknown,
                  m_sendVerdictAt};
    } else if (last) {
        const bool isFailed =
            !m_state.isStatusFromSend && isSameText(m_state.status, QStringLiteral("Failed"));
        ending = endingOf({m_state.steps[*last], m_records[*last], nextStep(*last).has_value(),
                           isFailed ? std::optional(m_flowStatus.standing()->since) : std::nullopt,
                           m_serviceNow.value_or(Instant{})});
    }
    m_state.conclusion = ending.conclusion;
    m_state.concludedAt = ending.at;
    // Most runs end as their last step does.
    const bool isEndOfStep = ending.at && last && m_state.steps[*last].concludedAt == ending.at;
    m_state.conclusionKind =
        isEndOfStep ? m_state.steps[*last].conclusionKind : TimeKind::Told;
}

void RunMachine::deriveDue()
{
    m_state.due.reset();
    const std::optional<size_t> last = lastTriedStep();
    if (m_state.isConcluded() || !last)
        return;
    if (const std::optional<size_t> next = nextStep(*last))
        m_state.due = dueFailover(m_state.steps[*last], m_records[*last], m_state.steps[*next]);
}

void RunMachine::deriveFindings()
{
    std::vector<Finding> findings = judge(judgedRun(), *m_catalogue);
    if (m_sendOutcomeUnknown && !m_isTracked)
        findings.insert(findings.begin(), *m_sendOutcomeUnknown);
    m_findings.setDerived(findings);
}

JudgedRun RunMachine::judgedRun() const
{
    JudgedRun run{m_flow, m_state, m_records, m_facts, {}, m_serviceNow.value_or(Instant{}),
                  m_webhookWait};
    for (size_t i = 0; i < m_failovers.size(); ++i)
        run.failovers.push_back({m_failovers[i], m_failoverSteps[i].from, m_failoverSteps[i].to});
    return run;
}

std::vector<Transition> RunMachine::settledTransitions() const
{
    return otpscope::models::settledTransitions(judgedRun());
}

std::optional<size_t> RunMachine::lastTriedStep() const
{
    for (size_t i = m_state.steps.size(); i > 0; --i) {
        if (m_state.steps[i - 1].isTried())
            return i - 1;
    }
    return std::nullopt;
}

std::optional<size_t> RunMachine::nextStep(size_t index) const
{
    return index + 1 < m_documentSteps ? std::optional(index + 1) : std::nullopt;
}

} // namespace otpscope::models
