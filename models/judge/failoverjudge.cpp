// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/findingvalues.h"
#include "models/judge/judgedrun.h"

#include <algorithm>

namespace otpscope::models {

namespace {

using std::chrono::milliseconds;

/// The step that was tried, and the one before it.
struct Pair
{
    const JudgedFailover &failover;
    const StepState &from;
    const StepState &to;
};

QStringList pairValues(const StepState &from, const StepState &to)
{
    return stepValues(to) + stepValues(from);
}

/// The observations that first told of what a failover stands on.
std::vector<ObservationId> evidenceOf(const JudgedRun &run, const Pair &pair)
{
    std::vector<ObservationId> ids;
    if (const StatusFacts *trigger =
            run.factsOf(pair.failover.from).find(pair.failover.failover.trigger))
        ids.push_back(trigger->first.by);
    const auto &statuses = run.factsOf(pair.failover.to).statuses;
    const auto first =
        std::min_element(statuses.begin(), statuses.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
    ids.push_back(first == statuses.end() ? pair.failover.failover.observation : first->first.by);
    return evidenceFrom(ids);
}

Finding about(const JudgedRun &run, const Pair &pair, Severity severity, const char *rule,
              const QStringList &more)
{
    return {severity,
            QString::fromLatin1(rule),
            {},
            pairValues(pair.from, pair.to) + more,
            evidenceOf(run, pair)};
}

bool isConcludedBySteps(const JudgedRun &run)
{
    return run.state.isConcluded() && run.state.conclusion != Conclusion::SendOutcomeUnknown;
}

/// Nothing that was reported about the earlier step demands the next channel.
void judgeUnexplained(const JudgedRun &run, const Pair &pair, Findings &findings)
{
    // Until the run is over, a report that explains it may still be on its way.
    if (!isConcludedBySteps(run) || !pair.from.isTried())
        return;
    const bool isDelivered = run.records[pair.failover.from].deliveredAt(pair.from).has_value();
    const bool isOff = pair.from.channel == Channel::Viber && !pair.from.failoverOnDelivered;
    const char *rule = isDelivered && isOff ? "failover-on-delivered-off" : "failover-unexplained";
    findings.push_back(about(run, pair, Severity::Error, rule, {pair.from.status}));
}

bool judgeSeen(const JudgedRun &run, const Pair &pair, Findings &findings)
{
    const std::optional<Instant> seenAt = run.records[pair.failover.from].seenAt();
    if (!seenAt || *seenAt >= pair.failover.failover.firedAt)
        return false;
    const milliseconds after = pair.failover.failover.firedAt - *seenAt;
    findings.push_back(about(run, pair, Severity::Error, "failover-after-seen",
                             {pair.from.status, millisecondsValue(after)}));
    return true;
}

/// When what demanded the failover was first known, so that nothing before it can be called late.
std::optional<Instant> knownTriggerAt(const JudgedRun &run, const Pair &pair)
{
    const Failover &failover = pair.failover.failover;
    if (failover.reason == FailoverReason::DeliveredPlusTtl)
        return failover.dueAt;
    const StatusFacts *trigger = run.factsOf(pair.failover.from).find(failover.trigger);
    return trigger ? std::optional(trigger->first.at) : std::nullopt;
}

bool judgeTiming(const JudgedRun &run, const Pair &pair, Findings &findings)
{
    const Failover &failover = pair.failover.failover;
    const bool isByDelivered = failover.reason == FailoverReason::DeliveredPlusTtl;
    // Too early can only be said against the service's own word of when it was delivered: a report
    // of it may have come late.
    if (isByDelivered && pair.from.deliveredAt && failover.dueAt) {
        const milliseconds early = *failover.dueAt - failover.firedAt;
        if (early > Allowances::rounding) {
            findings.push_back(
                about(run, pair, Severity::Error, "failover-too-early",
                      {millisecondsValue(failover.firedAt - (*failover.dueAt - pair.from.ttl)),
                       QString::number(pair.from.ttl.count())}));
            return true;
        }
    }
    // Too late needs the service's own word of when the next step was made, for the same reason.
    const std::optional<Instant> triggered = knownTriggerAt(run, pair);
    const std::optional<Instant> &made = run.factsOf(pair.failover.to).createdAt;
    if (!triggered || !made || *made - *triggered <= run.tolerance(Allowances::due))
        return false;
    findings.push_back(about(run, pair, Severity::Warning, "failover-too-late",
                             {failover.trigger, millisecondsValue(*made - *triggered),
                              isByDelivered ? QString::number(pair.from.ttl.count()) : QString()}));
    return true;
}

/// What went right is told too, with its numbers: it answers "why did the SMS come?".
void tellAsDocumented(const JudgedRun &run, const Pair &pair, Findings &findings)
{
    const Failover &failover = pair.failover.failover;
    const StepState &from = pair.from;
    QString sinceStart;
    QString after;
    if (failover.reason == FailoverReason::DeliveredPlusTtl) {
        if (failover.dueAt)
            after = millisecondsValue(failover.firedAt - (*failover.dueAt - from.ttl));
    } else if (const StatusFacts *trigger =
                   run.factsOf(pair.failover.from).find(failover.trigger)) {
        if (from.startedAt && trigger->first.at >= *from.startedAt)
            sinceStart = millisecondsValue(trigger->first.at - *from.startedAt);
        if (failover.firedAt >= trigger->first.at)
            after = millisecondsValue(failover.firedAt - trigger->first.at);
    }
    const bool isByDelivered = failover.reason == FailoverReason::DeliveredPlusTtl;
    findings.push_back(about(
        run, pair, Severity::Info, "failover-as-documented",
        {failover.trigger, isByDelivered ? QStringLiteral("plus-ttl") : QStringLiteral("trigger"),
         sinceStart, from.isInDocument ? QString::number(from.ttl.count()) : QString(), after}));
}

void judgeTurn(const JudgedRun &run, const Pair &pair, Findings &findings)
{
    const StepFacts &to = run.factsOf(pair.failover.to);
    const StepFacts &from = run.factsOf(pair.failover.from);
    if (to.createdAt && from.createdAt && *to.createdAt < *from.createdAt) {
        findings.push_back(about(run, pair, Severity::Error, "step-before-its-turn",
                                 {QString(), millisecondsValue(*from.createdAt - *to.createdAt)}));
        return;
    }
    if (!to.outOfTurn)
        return;
    const StepState &earlier = run.state.steps[to.outOfTurn->fromStep];
    findings.push_back({Severity::Error,
                        QStringLiteral("step-before-its-turn"),
                        {},
                        pairValues(earlier, pair.to) + QStringList{to.outOfTurn->fromStatus, {}},
                        evidenceFrom({to.outOfTurn->seen.by})});
}

/// Steps of the document are tried one after the other, none is left out.
bool judgeStepOrder(const JudgedRun &run, const Pair &pair, Findings &findings)
{
    // A report of the step left out may still come.
    if (!isConcludedBySteps(run) || !pair.to.isInDocument)
        return false;
    for (size_t index = 0; index < pair.failover.to; ++index) {
        const StepState &skipped = run.state.steps[index];
        if (skipped.isTried())
            continue;
        findings.push_back({Severity::Error,
                            QStringLiteral("wrong-next-step"),
                            {},
                            pairValues(skipped, pair.to),
                            evidenceOf(run, pair)});
        return true;
    }
    return false;
}

void judgeFailover(const JudgedRun &run, const JudgedFailover &failover, Findings &findings)
{
    const Pair pair{failover, run.state.steps[failover.from], run.state.steps[failover.to]};
    const size_t before = findings.size();
    judgeStepOrder(run, pair, findings);
    judgeTurn(run, pair, findings);
    if (judgeSeen(run, pair, findings))
        return;
    if (failover.failover.reason == FailoverReason::Unexplained) {
        judgeUnexplained(run, pair, findings);
        return;
    }
    judgeTiming(run, pair, findings);
    if (findings.size() == before)
        tellAsDocumented(run, pair, findings);
}

/// The service ended the flow, or a poll long after the time shows no next step.
void judgeMissingFailover(const JudgedRun &run, Findings &findings)
{
    const auto &steps = run.state.steps;
    size_t last = steps.size();
    for (size_t index = 0; index < steps.size(); ++index) {
        if (steps[index].isTried())
            last = index;
    }
    if (last + 1 >= steps.size() || !steps[last + 1].isInDocument)
        return;
    const StepState &from = steps[last];
    const StepState &to = steps[last + 1];
    const StatusFacts *status = run.factsOf(last).find(from.status);
    if (run.state.conclusion == Conclusion::EndedByService) {
        findings.push_back({Severity::Error,
                            QStringLiteral("failover-missing"),
                            {},
                            pairValues(from, to) + QStringList{from.status},
                            evidenceFrom({status ? status->first.by : ObservationId{}})});
        return;
    }
    const std::optional<DueFailover> &due = run.state.due;
    const std::optional<Sighting> &poll = run.facts.newestPoll();
    if (!due || due->condition == DueFailover::Condition::IfExpired || !poll || !status)
        return;
    const Instant demanded = std::max(due->dueAt, status->first.at);
    if (poll->at - demanded <= run.tolerance(Allowances::due))
        return;
    findings.push_back(
        {Severity::Warning,
         QStringLiteral("failover-overdue"),
         {},
         pairValues(from, to) + QStringList{from.status, millisecondsValue(poll->at - demanded)},
         evidenceFrom({status->first.by, poll->by})});
}

void judgeBothDelivered(const JudgedRun &run, Findings &findings)
{
    std::vector<size_t> delivered;
    for (size_t index = 0; index < run.state.steps.size(); ++index) {
        const StepRecord &record = run.records[index];
        if (record.deliveredAt(run.state.steps[index]) || record.seenAt())
            delivered.push_back(index);
    }
    if (delivered.size() < 2)
        return;
    const StepState &first = run.state.steps[delivered.front()];
    const StepState &last = run.state.steps[delivered.back()];
    QString price;
    if (first.price && last.price)
        price = QString::number(*first.price + *last.price);
    // With failoverOnDelivered it is what was asked for, and still worth knowing.
    const Severity severity = first.failoverOnDelivered ? Severity::Info : Severity::Warning;
    std::vector<ObservationId> ids;
    for (const size_t index : delivered) {
        if (const StatusFacts *status = run.factsOf(index).find(run.state.steps[index].status))
            ids.push_back(status->first.by);
    }
    findings.push_back({severity,
                        QStringLiteral("both-delivered"),
                        {},
                        pairValues(first, last) + QStringList{price, first.failoverOnDelivered
                                                                         ? QStringLiteral("on")
                                                                         : QStringLiteral("off")},
                        evidenceFrom(ids)});
}

} // namespace

void judgeFailovers(const JudgedRun &run, Findings &findings)
{
    for (const JudgedFailover &failover : run.failovers)
        judgeFailover(run, failover, findings);
    judgeMissingFailover(run, findings);
    judgeBothDelivered(run, findings);
}

} // namespace otpscope::models
