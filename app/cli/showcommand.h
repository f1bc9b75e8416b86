// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/historychoice.h"
#include "app/cli/runoutput.h"

namespace otpscope::cli {

/// otpscope-cli show: one run of the history, as `run` printed it.
class ShowCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "show"; }
    [[nodiscard]] std::string summary() const override;
    [[nodiscard]] std::string example() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Surroundings &surroundings) override;

private:
    HistoryChoice m_history;
    RunOutput m_output;
    std::string m_run;
};

} // namespace otpscope::cli
