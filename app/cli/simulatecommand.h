// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/optionset.h"
#include "app/cli/simulatorchoice.h"

namespace otpscope::cli {

/// otpscope-cli simulate: the simulated service, until interrupted.
class SimulateCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "simulate"; }
    [[nodiscard]] std::string summary() const override;
    [[nodiscard]] std::string example() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Surroundings &surroundings) override;

private:
    [[nodiscard]] ExitCode serve(simulator::Simulator &simulator, Surroundings &surroundings) const;

    std::string m_host = "127.0.0.1";
    int m_port = 0;
    SimulatorChoice m_choice;
    bool m_isListOnly = false;
    bool m_isWithoutControl = false;
    std::string m_start;
    std::string m_dialect = "fastapi";
    int m_tokenLifetime = static_cast<int>(simulator::SimulatorOptions().tokenLifetime.count());
    std::string m_clientId = "demo";
    std::string m_clientSecret = "demo";
};

} // namespace otpscope::cli
