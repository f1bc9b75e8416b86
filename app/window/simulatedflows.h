// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/simulator.h"
#include "models/catalogue/catalogue.h"
#include "ui/simulator/simulatedflow.h"

#include <vector>

namespace otpscope::window {

/// What the simulator's panel shows, out of what the simulator tells.
[[nodiscard]] std::vector<ui::SimulatedFlow> simulatedFlowsOf(const simulator::SimulatorView &view,
                                                              const models::Catalogue &catalogue);

} // namespace otpscope::window
