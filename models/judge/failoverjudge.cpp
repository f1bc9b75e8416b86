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
    // What showed SEEN first did not show this step, so the order is certain where the time is not.
    const bool isTimed = run.records[pair.failover.from].seenKind() != TimeKind::Unknown &&
                         run.records[pair.failover.to].appearedKind() == TimeKind::Told;
    const milliseconds after = pair.failover.failover.firedAt - *seenAt;
    findings.push_back(about(run, pair, Severity::Error, "failover-after-seen",
                             {pair.from.status, isTimed ? millisecondsValue(after) : QString()}));
    return true;
}

TimeKind kindOf(const Sighting &seen)
{
    if (!seen.isTimed)
        return TimeKind::Unknown;
    return seen.source == ObservationSource::Poll ? TimeKind::ByThen : TimeKind::Told;
}

/// The latest moment at which what demanded the failover happened.
struct KnownTrigger
{
    std::optional<Instant> at;
    TimeKind kind = TimeKind::Unknown;
};

/// When what demanded the failover was first known, so that nothing before it can be called late.
KnownTrigger knownTrigger(const JudgedRun &run, const Pair &pair)
{
    const Failover &failover = pair.failover.failover;
    if (failover.reason == FailoverReason::DeliveredPlusTtl)
        return {failover.dueAt, run.records[pair.failover.from].deliveredKind(pair.from)};
    const StatusFacts *trigger = run.factsOf(pair.failover.from).find(failover.trigger);
    if (!trigger)
        return {};
    return {trigger->first.at, kindOf(trigger->first)};
}

/// Against the service's own word of when it was delivered: a report of it may have come late.
bool judgeTooEarly(const JudgedRun &run, const Pair &pair, Findings &findings)
{
    const Failover &failover = pair.failover.failover;
    const bool isByDelivered = failover.reason == FailoverReason::DeliveredPlusTtl;
    const TimeKind fired = run.records[pair.failover.to].appearedKind();
    if (!isByDelivered || !StepRecord::isDeliveryDated(pair.from) || !failover.dueAt ||
        fired == TimeKind::Unknown)
        return false;
    const milliseconds early = *failover.dueAt - failover.firedAt;
    if (early <= Allowances::rounding)
        return false;
    const bool isExact = run.factsOf(pair.failover.to).createdAt.has_value();
    findings.push_back(about(run, pair, Severity::Error, "failover-too-early",
                             {millisecondsValue(failover.firedAt - *pair.from.deliveredAt),
                              QString::number(pair.from.ttl.count()),
                              isExact ? QString() : QStringLiteral("at-most")}));
    return true;
}

/// Needs the service's own word of when the next step was made. What a poll showed first happened
/// before that, so the step is at least as late as it looks.
bool judgeTooLate(const JudgedRun &run, const Pair &pair, Findings &findings)
{
    const Failover &failover = pair.failover.failover;
    const bool isByDelivered = failover.reason == FailoverReason::DeliveredPlusTtl;
    const KnownTrigger trigger = knownTrigger(run, pair);
    const std::optional<Instant> &made = run.factsOf(pair.failover.to).createdAt;
    if (!trigger.at || trigger.kind == TimeKind::Unknown || !made ||
        *made - *trigger.at <= run.tolerance(Allowances::due))
        return false;
    findings.push_back(
        about(run, pair, Severity::Warning, "failover-too-late",
              {failover.trigger, millisecondsValue(*made - *trigger.at),
               isByDelivered ? QString::number(pair.from.ttl.count()) : QString(),
               trigger.kind == TimeKind::ByThen ? QStringLiteral("poll") : QString()}));
    return true;
}

void judgeTiming(const JudgedRun &run, const Pair &pair, Findings &findings)
{
    if (!judgeTooEarly(run, pair, findings))
        judgeTooLate(run, pair, findings);
}

/// The newest poll that showed the step before it reached this status, and that alone says that it
/// came no earlier.
std::optional<Instant> notYetAt(const StepFacts &facts, const StatusFacts &status)
{
    std::optional<Instant> newest;
    for (const StatusFacts &before : facts.statuses) {
        const bool isBefore = before.meaning.rank < status.meaning.rank && before.lastPoll &&
                              before.lastPoll->isTimed && before.lastPoll->at < status.first.at;
        if (isBefore)
            newest = std::max(newest, std::optional(before.lastPoll->at));
    }
    return newest;
}

/// The numbers of a failover that went right; those that nobody knows are empty.
struct FailoverTimes
{
    /// From the start of the earlier step to what triggered the failover, or to the poll that
    /// showed it.
    QString trigger;
    /// The same to the poll before that, which did not show it yet.
    QString notYet;
    /// From there, or from Delivered, to the next step.
    QString after;
    /// From the start of the earlier step to the next one, by the service's own word.
    QString made;
    bool isByPoll = false;
};

QString sinceStart(const StepState &step, std::optional<Instant> at)
{
    const bool isKnown =
        at && step.startedAt && step.startKind == TimeKind::Told && *at >= *step.startedAt;
    return isKnown ? millisecondsValue(*at - *step.startedAt) : QString();
}

FailoverTimes timesAfterDelivered(const JudgedRun &run, const Pair &pair)
{
    FailoverTimes times;
    const StepRecord &record = run.records[pair.failover.from];
    const std::optional<Instant> delivered = record.deliveredAt(pair.from);
    if (delivered && record.deliveredKind(pair.from) == TimeKind::Told &&
        run.records[pair.failover.to].appearedKind() == TimeKind::Told)
        times.after = millisecondsValue(pair.failover.failover.firedAt - *delivered);
    return times;
}

FailoverTimes timesAfterTrigger(const JudgedRun &run, const Pair &pair)
{
    FailoverTimes times;
    const Failover &failover = pair.failover.failover;
    const StepFacts &facts = run.factsOf(pair.failover.from);
    const StatusFacts *trigger = facts.find(failover.trigger);
    if (!trigger || !trigger->first.isTimed)
        return times;
    times.trigger = sinceStart(pair.from, trigger->first.at);
    times.isByPoll = kindOf(trigger->first) == TimeKind::ByThen;
    if (times.isByPoll) {
        times.notYet = sinceStart(pair.from, notYetAt(facts, *trigger));
        times.made = sinceStart(pair.from, run.factsOf(pair.failover.to).createdAt);
    } else if (failover.firedAt >= trigger->first.at &&
               run.records[pair.failover.to].appearedKind() == TimeKind::Told) {
        times.after = millisecondsValue(failover.firedAt - trigger->first.at);
    }
    return times;
}

/// What went right is told too, with its numbers: it answers "why did the SMS come?".
void tellAsDocumented(const JudgedRun &run, const Pair &pair, Findings &findings)
{
    const Failover &failover = pair.failover.failover;
    const StepState &from = pair.from;
    const bool isByDelivered = failover.reason == FailoverReason::DeliveredPlusTtl;
    const FailoverTimes times =
        isByDelivered ? timesAfterDelivered(run, pair) : timesAfterTrigger(run, pair);
    findings.push_back(about(
        run, pair, Severity::Info, "failover-as-documented",
        {failover.trigger, isByDelivered ? QStringLiteral("plus-ttl") : QStringLiteral("trigger"),
         times.trigger, from.isInDocument ? QString::number(from.ttl.count()) : QString(),
         times.after, times.isByPoll ? QStringLiteral("poll") : QString(), times.notYet,
         times.made}));
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
    if (!due || due->condition == DueFailover::Condition::IfExpired || !poll || !status ||
        !poll->isTimed || !status->first.isTimed)
        return;
    const Instant demanded = std::max(due->dueAt, status->first.at);
    if (poll->at - demanded <= run.tolerance(Allowances::due))
        return;
    findings.push_back(
        {Severity::Warning,
         QStringLiteral("failover-overdue"),
         {},
         pairValues(from, to) + QStringList{from.status, millisecondsValue(poll->at - demanded),
                                            kindOf(status->first) == TimeKind::ByThen
                                                ? QStringLiteral("poll")
                                                : QString()},
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
