// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expect/demand.h"

#include <vector>

namespace otpscope::models {

namespace {

std::vector<Demand> demandsOf(const Expectations &expectations)
{
    std::vector<Demand> demands;
    if (expectations.finalStatus)
        demands.emplace_back(StatusDemand{*expectations.finalStatus});
    if (expectations.terminatingChannel)
        demands.emplace_back(*expectations.terminatingChannel);
    demands.insert(demands.end(), expectations.steps.begin(), expectations.steps.end());
    demands.insert(demands.end(), expectations.failovers.begin(), expectations.failovers.end());
    if (expectations.withinSeconds)
        demands.emplace_back(SecondsDemand{*expectations.withinSeconds});
    if (expectations.priceAtMost)
        demands.emplace_back(PriceDemand{*expectations.priceAtMost});
    for (const QString &rule : expectations.noFindings)
        demands.emplace_back(RuleDemand{rule});
    return demands;
}

/// Puts demands together again.
struct Collector
{
    Expectations result;

    void operator()(const StatusDemand &demand) { result.finalStatus = demand.status; }
    void operator()(Channel channel) { result.terminatingChannel = channel; }
    void operator()(const ExpectedStatuses &demand) { result.steps.push_back(demand); }
    void operator()(const ExpectedFailover &demand) { result.failovers.push_back(demand); }
    void operator()(const SecondsDemand &demand) { result.withinSeconds = demand.seconds; }
    void operator()(const PriceDemand &demand) { result.priceAtMost = demand.price; }
    void operator()(const RuleDemand &demand) { result.noFindings.append(demand.rule); }
};

} // namespace

std::optional<Demand> demandAt(const Expectations &expectations, std::size_t index)
{
    const std::vector<Demand> demands = demandsOf(expectations);
    return index < demands.size() ? std::optional(demands[index]) : std::nullopt;
}

Expectations replaced(const Expectations &expectations, std::size_t index, const Demand &demand)
{
    std::vector<Demand> demands = demandsOf(expectations);
    if (index >= demands.size() || demands[index].index() != demand.index())
        return expectations;
    demands[index] = demand;
    Collector collector;
    for (const Demand &each : demands)
        std::visit(collector, each);
    return collector.result;
}

} // namespace otpscope::models
