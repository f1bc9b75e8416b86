// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"
#include "app/simulator/scenariobook.h"
#include "models/core/json.h"
#include "models/core/result.h"
#include "models/flow/flow.h"

namespace otpscope::simulator {

/// A flow asked for a scenario that does not exist.
struct UnknownScenario
{
    QString name;
    /// Where it asked, as error bodies name places: ["header", "OtpScope-Scenario"].
    models::Json location;
};

/// Which scenario a send plays: the one its header OtpScope-Scenario names; else the one a step's
/// label names as "scenario:NAME" (so that a caller who cannot set headers can choose); else the
/// one its first recipient's last digits choose; else `current`.
[[nodiscard]] models::Result<ScenarioBook::Entry, UnknownScenario>
chooseScenario(const http::Headers &headers, const models::Flow &flow, const ScenarioBook &book,
               const ScenarioBook::Entry &current);

} // namespace otpscope::simulator
