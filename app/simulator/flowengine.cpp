// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/flowengine.h"

#include "app/simulator/numberingplan.h"
#include "models/flow/smstext.h"

#include <algorithm>
#include <functional>

namespace otpscope::simulator {

namespace {

// GUESS: routee-api section 6; the last step failing "fits" 2, no next step.
constexpr int noNextStepCode = 2;

bool isStatus(const QString &status, QLatin1String name)
{
    return status.compare(name, Qt::CaseInsensitive) == 0;
}

bool isDelivered(const QString &status)
{
    return isStatus(status, QLatin1String("Delivered"));
}

/// Unsent could not be sent at all, Failed was not taken by the platform (routee-api section 6).
bool hasLeftTheService(const QString &status)
{
    return !isStatus(status, QLatin1String("Unsent")) && !isStatus(status, QLatin1String("Failed"));
}

int partsOf(const models::Step &step)
{
    const auto *sms = std::get_if<models::SmsContent>(&step.content);
    if (!sms || !sms->message)
        return 1;
    const QString text = sms->message->body.value_or(QString());
    models::SmsCount count = models::countSms(text);
    // What fits one part is left as it is.
    if (count.parts > 1 && sms->message->transcode.value_or(false))
        count = models::countSms(models::transcodedSms(text).text);
    return std::max(count.parts, 1); // an empty text is a message, too
}

QString withoutPlus(const QString &number)
{
    return number.startsWith(QLatin1Char('+')) ? number.mid(1) : number;
}

} // namespace

FlowEngine::FlowEngine(const models::Flow &flow, std::shared_ptr<const Scenario> scenario,
                       const models::Catalogue &catalogue, SeededSource ids, models::Instant start)
    : m_catalogue(&catalogue)
    , m_scenario(std::move(scenario))
    , m_ids(ids)
{
    const std::vector<models::Step> steps = models::stepsInOrder(flow);
    Q_ASSERT(!steps.empty());
    m_firstStepIndex = steps.front().index;
    size_t viberSteps = 0;
    size_t smsSteps = 0;
    for (const models::Step &step : steps) {
        // One recipient for each flow is the only safe reading (routee-api section 10).
        const QString number = step.to ? step.to->numbers.value(0) : QString();
        m_plan.push_back({step.channel(), withoutPlus(number), step.label.value_or(QString()),
                          step.ttl.value_or(std::chrono::seconds{0}), step.failsOverOnDelivered(),
                          step.channel() == models::Channel::Viber ? viberSteps++ : smsSteps++,
                          partsOf(step)});
    }
    m_state.flowId = models::FlowId(m_ids.uuid());
    m_state.createdAt = start;
    sendStep(start);
}

std::optional<models::Instant> FlowEngine::nextEventAt() const
{
    return m_events.empty() ? std::nullopt : std::optional(m_events.back().at);
}

std::vector<Change> FlowEngine::advanceTo(models::Instant at)
{
    std::vector<Change> changes;
    while (!m_events.empty() && m_events.back().at <= at) {
        const Event event = m_events.back();
        m_events.pop_back();
        switch (event.kind) {
        case Event::Kind::Report:
            handleReport(event.step, reportsOf(event.step).at(event.report), event.at, changes);
            break;
        case Event::Kind::DeliveredTtlOver:
            handleDeliveredTtlOver(event, changes);
            break;
        }
    }
    return changes;
}

void FlowEngine::schedule(const Event &event)
{
    // A handful at most: no tree is faster.
    m_events.insert(
        std::lower_bound(m_events.begin(), m_events.end(), event, std::greater<Event>()), event);
}

void FlowEngine::sendStep(models::Instant at)
{
    const size_t index = m_state.steps.size();
    const PlannedStep &plan = m_plan.at(index);
    const NumberFacts facts = numberFacts(plan.phoneNumber);
    StepTracking step;
    step.trackingId = models::TrackingId(m_ids.uuid());
    if (index > 0)
        step.failoverFrom = m_state.steps.back().trackingId;
    step.status = initialStatus(plan.channel);
    if (const models::ChannelRules *rules = m_catalogue->channel(plan.channel))
        step.channel = rules->name;
    step.phoneNumber = plan.phoneNumber;
    step.label = plan.label;
    step.country = facts.country;
    step.operatorName = facts.operatorName;
    // Parts are billed separately (routee-api section 9); how the answer shows that is not known,
    // so the step carries the sum.
    step.price = plan.channel == models::Channel::Viber
                     ? facts.viberPrice
                     : Price{facts.smsPrice.millionths * plan.smsParts};
    step.createdAt = at;
    m_state.steps.push_back(std::move(step));
    planReports(index);
}

void FlowEngine::planReports(size_t step)
{
    const PlannedStep &plan = m_plan.at(step);
    models::Instant at = m_state.steps.at(step).createdAt;
    const models::Instant sent = at;
    size_t index = 0;
    for (const Report &report : reportsOf(step)) {
        at = std::max(at, sent + report.delay(plan.ttl));
        schedule({at, Event::Kind::Report, step, index++});
    }
}

void FlowEngine::handleReport(size_t step, const Report &report, models::Instant at,
                              std::vector<Change> &changes)
{
    StepTracking &tracking = m_state.steps.at(step);
    if (tracking.status == report.status) // both in the catalogue's spelling
        return;
    applyReport(report, at, tracking);
    const models::StatusRule *rule = ruleOf(step);
    m_isStopped = m_isStopped || (rule && rule->stopsFlow);
    if (isDelivered(tracking.status) && m_plan.at(step).failsOverOnDelivered && canFailOver(step))
        schedule({at + m_plan.at(step).ttl, Event::Kind::DeliveredTtlOver, step, 0});
    judgeFlow();
    changes.push_back({at, Change::Kind::StatusReported, step, m_state});
    if (rule && rule->triggersFailover && canFailOver(step))
        failOver(at, changes);
}

std::optional<NextEvent> FlowEngine::nextEvent() const
{
    if (m_events.empty())
        return std::nullopt;
    const Event &event = m_events.back();
    NextEvent next{event.at, NextEvent::Kind::Failover, event.step, {}};
    if (event.kind == Event::Kind::Report) {
        next.kind = NextEvent::Kind::Report;
        next.status = reportsOf(event.step).at(event.report).status;
    }
    return next;
}

std::optional<models::Instant> FlowEngine::nextFailoverAt() const
{
    if (m_isStopped || m_state.steps.size() == m_plan.size())
        return std::nullopt;
    // Played out on a copy: the rules are written down once.
    FlowEngine ahead = *this;
    while (const auto next = ahead.nextEventAt()) {
        (void)ahead.advanceTo(*next);
        if (ahead.m_state.steps.size() > m_state.steps.size())
            return next;
    }
    return std::nullopt;
}

ReportOutcome FlowEngine::report(size_t step, const Report &report, models::Instant at,
                                 std::vector<Change> &changes)
{
    if (step >= m_state.steps.size())
        return ReportOutcome::NoSuchStep;
    const models::StatusRule *wanted = m_catalogue->status(m_plan.at(step).channel, report.status);
    if (!wanted)
        return ReportOutcome::NoSuchStatus;
    const models::StatusRule *current = ruleOf(step);
    if (current && current->isFinal)
        return ReportOutcome::AlreadyFinal;
    if (current && wanted->rank <= current->rank)
        return ReportOutcome::Backwards;
    dropReportsUpTo(step, *wanted);
    Report spelled = report;
    spelled.status = wanted->name;
    handleReport(step, spelled, at, changes);
    return ReportOutcome::Done;
}

void FlowEngine::dropReportsUpTo(size_t step, const models::StatusRule &rule)
{
    std::erase_if(m_events, [&](const Event &event) {
        if (event.kind != Event::Kind::Report || event.step != step)
            return false;
        const QString &status = reportsOf(step).at(event.report).status;
        const models::StatusRule *planned = m_catalogue->status(m_plan.at(step).channel, status);
        return rule.isFinal || !planned || planned->rank <= rule.rank;
    });
}

void FlowEngine::handleDeliveredTtlOver(const Event &event, std::vector<Change> &changes)
{
    if (canFailOver(event.step))
        failOver(event.at, changes);
}

void FlowEngine::applyReport(const Report &report, models::Instant at, StepTracking &step) const
{
    step.status = report.status;
    step.detailedStatus = report.detailedStatus;
    step.errorMessage = report.errorMessage;
    step.price = report.price.value_or(step.price);
    if (!step.sentAt && isStatus(report.status, QLatin1String("Sent")))
        step.sentAt = at;
    else if (!step.sentAt && hasLeftTheService(report.status))
        step.sentAt = step.createdAt;
    if (!step.deliveredAt && isDelivered(report.status))
        step.deliveredAt = at;
}

void FlowEngine::failOver(models::Instant at, std::vector<Change> &changes)
{
    sendStep(at);
    judgeFlow();
    changes.push_back({at, Change::Kind::StepSent, m_state.steps.size() - 1, m_state});
}

/// GUESS: routee-api section 4, the flow-level rule of standard failover, to which the tracking
/// page says this API is aligned: InProgress until a channel is final, Succeeded if at least one
/// channel delivered, Failed if all failed.
void FlowEngine::judgeFlow()
{
    const size_t last = m_state.steps.size() - 1;
    const models::StatusRule *rule = ruleOf(last);
    const bool isFailed = rule && rule->triggersFailover;
    m_state.statusCode.reset();
    m_state.status = FlowStatus::InProgress;
    if (m_isStopped || (isDelivered(m_state.steps.at(last).status) && !isAwaitingDeliveredTtl())) {
        m_state.status = FlowStatus::Succeeded;
    } else if (isFailed && !canFailOver(last) && isAnyStepDelivered()) {
        m_state.status = FlowStatus::Succeeded;
    } else if (isFailed && !canFailOver(last)) {
        m_state.status = FlowStatus::Failed;
        m_state.statusCode = noNextStepCode;
    }
}

bool FlowEngine::canFailOver(size_t step) const
{
    const bool isLastSent = step + 1 == m_state.steps.size();
    return isLastSent && step + 1 < m_plan.size() && !m_isStopped;
}

bool FlowEngine::isAwaitingDeliveredTtl() const
{
    const size_t last = m_state.steps.size() - 1;
    return m_plan.at(last).failsOverOnDelivered && canFailOver(last);
}

bool FlowEngine::isAnyStepDelivered() const
{
    return std::any_of(m_state.steps.cbegin(), m_state.steps.cend(),
                       [](const StepTracking &step) { return step.deliveredAt.has_value(); });
}

const std::vector<Report> &FlowEngine::reportsOf(size_t step) const
{
    return m_scenario->reports(m_plan.at(step).channel, m_plan.at(step).earlierSteps);
}

const models::StatusRule *FlowEngine::ruleOf(size_t step) const
{
    return m_catalogue->status(m_plan.at(step).channel, m_state.steps.at(step).status);
}

QString FlowEngine::initialStatus(models::Channel channel) const
{
    const models::ChannelRules *rules = m_catalogue->channel(channel);
    if (!rules || rules->statuses.empty())
        return {};
    return std::min_element(rules->statuses.cbegin(), rules->statuses.cend(),
                            [](const models::StatusRule &a, const models::StatusRule &b) {
                                return a.rank < b.rank;
                            })
        ->name;
}

} // namespace otpscope::simulator
