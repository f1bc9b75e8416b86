// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/judgedrun.h"

#include <algorithm>
#include <tuple>

namespace otpscope::models {

namespace {

/// Of statuses that exclude each other the one that was reported first happened.
std::vector<const StatusFacts *> reached(const StepFacts &facts)
{
    std::vector<const StatusFacts *> ordered;
    for (const StatusFacts &status : facts.statuses)
        ordered.push_back(&status);
    std::sort(ordered.begin(), ordered.end(), [](const auto *a, const auto *b) {
        if (a->meaning.rank != b->meaning.rank)
            return a->meaning.rank < b->meaning.rank;
        if (a->first.at != b->first.at)
            return a->first.at < b->first.at;
        return a->status.compare(b->status, Qt::CaseInsensitive) < 0;
    });
    const auto excluded = [](const auto *a, const auto *b) {
        return exclude(a->meaning, b->meaning);
    };
    ordered.erase(std::unique(ordered.begin(), ordered.end(), excluded), ordered.end());
    return ordered;
}

Instant reachedAt(const StatusFacts &status, bool isFirst, const StepRecord &record,
                  const StepState &step)
{
    if (status.meaning.isDelivered)
        return record.deliveredAt(step).value_or(status.first.at);
    const bool isBeginning = isFirst && !status.meaning.isFinal;
    return isBeginning ? step.startedAt.value_or(status.first.at) : status.first.at;
}

void addStepTransitions(const JudgedRun &run, size_t index, std::vector<Transition> &transitions)
{
    const StepState &step = run.state.steps[index];
    QString before;
    for (const StatusFacts *status : reached(run.factsOf(index))) {
        Transition transition;
        transition.at = reachedAt(*status, before.isEmpty(), run.records[index], step);
        transition.subject = Subject::Step;
        transition.order = step.order;
        transition.from = std::exchange(before, status->status);
        transition.to = status->status;
        transition.source = status->first.source;
        transition.observation = status->first.by;
        transitions.push_back(transition);
    }
}

void addFlowTransitions(const JudgedRun &run, std::vector<Transition> &transitions)
{
    std::vector<FlowStatusFacts> statuses = run.facts.flowStatuses();
    std::sort(statuses.begin(), statuses.end(),
              [](const auto &a, const auto &b) { return a.first < b.first; });
    QString before;
    for (const FlowStatusFacts &status : statuses) {
        Transition transition;
        transition.at = status.first.at;
        const bool isSend = status.first.source == ObservationSource::Send;
        if (isSend && run.state.sentAt)
            transition.at = *run.state.sentAt;
        transition.from = std::exchange(before, status.status);
        transition.to = status.status;
        transition.source = status.first.source;
        transition.observation = status.first.by;
        transitions.push_back(transition);
    }
}

} // namespace

std::chrono::milliseconds JudgedRun::tolerance(std::chrono::milliseconds allowance) const
{
    constexpr std::chrono::duration<double, std::milli> moment{500.0};
    const double speed = state.serviceClock ? std::max(0.0, state.serviceClock->speed) : 1.0;
    return allowance + std::chrono::round<std::chrono::milliseconds>(moment * speed);
}

const StepFacts &JudgedRun::factsOf(size_t step) const
{
    static const StepFacts nothing;
    return step < facts.steps().size() ? facts.steps()[step] : nothing;
}

Findings judge(const JudgedRun &run, const Catalogue &catalogue)
{
    Findings findings;
    judgeFailovers(run, findings);
    judgeStatuses(run, catalogue, findings);
    judgeWebhooks(run, findings);
    judgeContents(run, findings);
    return findings;
}

std::vector<Transition> settledTransitions(const JudgedRun &run)
{
    std::vector<Transition> transitions;
    for (size_t index = 0; index < run.state.steps.size(); ++index)
        addStepTransitions(run, index, transitions);
    addFlowTransitions(run, transitions);
    std::stable_sort(transitions.begin(), transitions.end(), [](const auto &a, const auto &b) {
        return std::tie(a.at, a.observation) < std::tie(b.at, b.observation);
    });
    return transitions;
}

} // namespace otpscope::models
