// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/flowbook.h"

namespace otpscope::simulator {

const BookedFlow &FlowBook::add(BookedFlow flow)
{
    const size_t number = m_flows.size();
    m_flows.push_back(std::make_unique<BookedFlow>(std::move(flow)));
    m_byId.insert(QUuid::fromString(m_flows.back()->engine.state().flowId.text()), number);
    indexSteps(number, 0);
    schedule(number);
    return *m_flows.back();
}

const BookedFlow *FlowBook::find(const QString &id) const
{
    const std::optional<size_t> number = numberOf(id);
    return number ? m_flows.at(*number).get() : nullptr;
}

std::optional<size_t> FlowBook::numberOf(const QString &id) const
{
    const auto found = m_byId.constFind(QUuid::fromString(id));
    return found == m_byId.cend() ? std::nullopt : std::optional(*found);
}

std::optional<models::Instant> FlowBook::nextEventAt() const
{
    return m_due.empty() ? std::nullopt : std::optional(m_due.top().first);
}

void FlowBook::advanceTo(models::Instant at, const ChangeListener &changed)
{
    while (!m_due.empty() && m_due.top().first <= at) {
        const auto [due, number] = m_due.top();
        m_due.pop();
        BookedFlow &flow = *m_flows.at(number);
        const size_t stepsBefore = flow.engine.state().steps.size();
        const std::vector<Change> changes = flow.engine.advanceTo(due);
        schedule(number);
        tell(number, stepsBefore, changes, changed);
    }
}

std::optional<models::Instant> FlowBook::nextFailoverAt()
{
    for (const size_t number : m_changed)
        foreseeFailover(number);
    m_changed.clear();
    return m_failovers.empty() ? std::nullopt : std::optional(m_failovers.begin()->first);
}

void FlowBook::foreseeFailover(size_t number)
{
    BookedFlow &flow = *m_flows.at(number);
    if (flow.foreseenFailover)
        m_failovers.erase({*flow.foreseenFailover, number});
    flow.foreseenFailover = flow.engine.nextFailoverAt();
    if (flow.foreseenFailover)
        m_failovers.emplace(*flow.foreseenFailover, number);
    flow.isChanged = false;
}

void FlowBook::keepPast(models::Instant from)
{
    for (const auto &flow : m_flows) {
        if (!flow->keepsPast)
            flow->past.emplace_back(from, flow->engine.state());
        flow->keepsPast = true;
    }
}

ReportOutcome FlowBook::report(const QString &id, std::optional<size_t> step, const Report &report,
                               models::Instant at, const ChangeListener &changed)
{
    const std::optional<size_t> found = numberOf(id);
    if (!found)
        return ReportOutcome::NoSuchFlow;
    const size_t number = *found;
    FlowEngine &engine = m_flows.at(number)->engine;
    const size_t stepsBefore = engine.state().steps.size();
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
        m_byId.insert(QUuid::fromString(steps.at(step).trackingId.text()), number);
}

void FlowBook::schedule(size_t number)
{
    BookedFlow &flow = *m_flows.at(number);
    if (const auto next = flow.engine.nextEventAt())
        m_due.emplace(*next, number);
    dropOutdated();
    if (!flow.isChanged)
        m_changed.push_back(number);
    flow.isChanged = true;
}

void FlowBook::dropOutdated()
{
    while (!m_due.empty() &&
           m_flows.at(m_due.top().second)->engine.nextEventAt() != m_due.top().first)
        m_due.pop();
}

} // namespace otpscope::simulator
