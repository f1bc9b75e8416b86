// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/flow/flow.h"

#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace otpscope::ui {

/// One step that the simulated service has sent.
struct SimulatedStep
{
    models::Channel channel = models::Channel::Unknown;
    /// In the service's spelling.
    QString status;

    friend bool operator==(const SimulatedStep &, const SimulatedStep &) = default;
};

/// One flow inside the simulator.
struct SimulatedFlow
{
    QString flowId;
    QString scenario;
    QString status;
    std::vector<SimulatedStep> steps;
    /// On the service clock; empty where nothing more happens by itself.
    std::optional<models::Instant> nextAt;
    /// What is reported then; empty where the next channel is tried.
    QString nextStatus;
    std::optional<models::Instant> nextFailoverAt;

    friend bool operator==(const SimulatedFlow &, const SimulatedFlow &) = default;
};

/// How far the service clock is to jump.
enum class SimulatorJump {
    NextEvent,
    NextFailover,
    Concluded,
};

} // namespace otpscope::ui

Q_DECLARE_METATYPE(otpscope::ui::SimulatedFlow)
