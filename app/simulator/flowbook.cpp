// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/flowbook.h"

namespace otpscope::simulator {

const BookedFlow &FlowBook::add(BookedFlow flow)
{
    const size_t number = m_flows.size();
    m_flows.push_back(std::make_unique<BookedFlow>(std::move(flow)));
    m_byId.insert(m_flows.back()->engine.state().flowId.text(), number);
    indexSteps(number, 0);
    schedule(number);
    return *m_flows.back();
}

const BookedFlow *FlowBook::find(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : m_flows.at(*found).get();
}

std::optional<models::Instant> FlowBook::nextEventAt() const
{
    return m_due.empty() ? std::nullopt : std::optional(m_due.begin()->first);
}

void FlowBook::advanceTo(models::Instant at, const ChangeListener &changed)
{
    while (!m_due.empty() && m_due.begin()->first <= at) {
        const auto [due, number] = m_due.extract(m_due.begin()).value();
        BookedFlow &flow = *m_flows.at(number);
        const size_t stepsBefore = flow.engine.state().steps.size();
        const std::vector<Change> changes = flow.engine.advanceTo(due);
        schedule(number);
        tell(number, stepsBefore, changes, changed);
    }
}

std::optional<models::Instant> FlowBook::nextFailoverAt() const
{
    std::optional<models::Instant> first;
    for (const auto &flow : m_flows) {
        const auto next = flow->engine.nextFailoverAt();
        if (next && (!first || *next < *first))
            first = next;
    }
    return first;
}

ReportOutcome FlowBook::report(const QString &id, std::optional<size_t> step, const Report &report,
                               models::Instant at, const ChangeListener &changed)
{
    const auto found = m_byId.constFind(id);
    if (found == m_byId.cend())
        return ReportOutcome::NoSuchFlow;
    const size_t number = *found;
    FlowEngine &engine = m_flows.at(number)->engine;
    const size_t stepsBefore = engine.state().steps.size();
    unschedule(number);
    std::vector<Change> changes;
    const ReportOutcome outcome =
        engine.report(step.value_or(stepsBefore - 1), report, at, changes);
    schedule(number);
    tell(number, stepsBefore, changes, changed);
    return outcome;
}

void FlowBook::tell(size_t number, size_t stepsBefore, const std::vector<Change> &changes,
                    const ChangeListener &changed)
{
    indexSteps(number, stepsBefore);
    BookedFlow &flow = *m_flows.at(number);
    for (const Change &change : changes) {
        if (flow.keepsPast)
            flow.past.emplace_back(change.at, change.state);
        changed(flow, change);
    }
}

void FlowBook::indexSteps(size_t number, size_t firstStep)
{
    const std::vector<StepTracking> &steps = m_flows.at(number)->engine.state().steps;
    for (size_t step = firstStep; step < steps.size(); ++step)
        m_byId.insert(steps.at(step).trackingId.text(), number);
}

void FlowBook::unschedule(size_t number)
{
    if (const auto next = m_flows.at(number)->engine.nextEventAt())
        m_due.erase({*next, number});
}

void FlowBook::schedule(size_t number)
{
    if (const auto next = m_flows.at(number)->engine.nextEventAt())
        m_due.emplace(*next, number);
}

} // namespace otpscope::simulator
