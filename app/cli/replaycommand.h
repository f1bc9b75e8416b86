// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/expectationchoice.h"
#include "app/cli/optionset.h"
#include "app/cli/runoutput.h"

namespace otpscope::cli {

/// otpscope-cli replay: rebuilds a run from a log of observations, with no network.
class ReplayCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "replay"; }
    [[nodiscard]] std::string summary() const override;
    [[nodiscard]] std::string example() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Surroundings &surroundings) override;

private:
    std::string m_path;
    std::string m_flowPath;
    ExpectationChoice m_expectations;
    RunOutput m_output;
};

} // namespace otpscope::cli
