// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/simulatedflows.h"

#include "app/simulator/trackingtext.h"

namespace otpscope::window {

namespace {

ui::SimulatedFlow simulatedFlowOf(const simulator::SimulatedFlow &flow,
                                  const models::Catalogue &catalogue)
{
    ui::SimulatedFlow shown;
    shown.flowId = flow.state.flowId.text();
    shown.scenario = flow.scenario;
    shown.status = simulator::flowStatusName(flow.state.status);
    for (const simulator::StepTracking &step : flow.state.steps)
        shown.steps.push_back({catalogue.channelByName(step.channel), step.status});
    if (flow.next) {
        shown.nextAt = flow.next->at;
        shown.nextStatus = flow.next->status;
    }
    shown.nextFailoverAt = flow.nextFailoverAt;
    return shown;
}

} // namespace

std::vector<ui::SimulatedFlow> simulatedFlowsOf(const simulator::SimulatorView &view,
                                                const models::Catalogue &catalogue)
{
    std::vector<ui::SimulatedFlow> flows;
    flows.reserve(view.flows.size());
    for (const simulator::SimulatedFlow &flow : view.flows)
        flows.push_back(simulatedFlowOf(flow, catalogue));
    return flows;
}

} // namespace otpscope::window
