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
        indexSteps(number, stepsBefore);
        schedule(number);
        for (const Change &change : changes)
            changed(flow, change);
    }
}

void FlowBook::indexSteps(size_t number, size_t firstStep)
{
    const std::vector<StepTracking> &steps = m_flows.at(number)->engine.state().steps;
    for (size_t step = firstStep; step < steps.size(); ++step)
        m_byId.insert(steps.at(step).trackingId.text(), number);
}

void FlowBook::schedule(size_t number)
{
    if (const auto next = m_flows.at(number)->engine.nextEventAt())
        m_due.emplace(*next, number);
}

} // namespace otpscope::simulator
