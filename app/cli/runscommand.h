// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/historychoice.h"

namespace otpscope::cli {

/// otpscope-cli runs: the history, newest first.
class RunsCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "runs"; }
    [[nodiscard]] std::string summary() const override;
    [[nodiscard]] std::string example() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Surroundings &surroundings) override;

private:
    HistoryChoice m_history;
    std::string m_search;
    std::string m_format = "text";
};

} // namespace otpscope::cli
