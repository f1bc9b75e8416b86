// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/optionset.h"
#include "app/simulator/simulator.h"
#include "models/core/result.h"

#include <QRandomGenerator>

#include <string>

namespace otpscope::cli {

/// The options that simulate and run share: which scenario, how fast, which seed, what goes
/// wrong.
class SimulatorChoice final
{
    Q_DISABLE_COPY_MOVE(SimulatorChoice)

public:
    SimulatorChoice() = default;

    void declareOptions(OptionSet &options);
    /// True where one of the options was given on the command line.
    [[nodiscard]] bool wasGiven() const;

    /// Loads the scenario where it is a file. A sentence where there is none of that name.
    [[nodiscard]] models::Result<simulator::SimulatorOptions, QString>
    optionsFor(simulator::Simulator &simulator) const;

private:
    std::string m_scenario = simulator::SimulatorOptions().scenario.toStdString();
    double m_speed = 1.0;
    /// By chance unless told otherwise, so that two runs never share their flow ids.
    quint64 m_seed = QRandomGenerator::system()->generate64();
    simulator::Faults m_faults;
    std::vector<Option> m_options;
};

} // namespace otpscope::cli
