// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/historychoice.h"

namespace otpscope::cli {

/// otpscope-cli export: one run of the history as a report; no pin, token or number in it.
class ExportCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "export"; }
    [[nodiscard]] std::string summary() const override;
    [[nodiscard]] std::string example() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Surroundings &surroundings) override;

private:
    HistoryChoice m_history;
    std::string m_run;
    std::string m_format = "json";
    std::string m_path;
};

} // namespace otpscope::cli
