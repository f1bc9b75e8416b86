// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/optionset.h"
#include "app/cli/variablechoice.h"

namespace otpscope::cli {

/// otpscope-cli validate: checks a flow document without sending it.
class ValidateCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "validate"; }
    [[nodiscard]] std::string summary() const override;
    [[nodiscard]] std::string example() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Surroundings &surroundings) override;

private:
    std::string m_path;
    VariableChoice m_variables;
    std::string m_format = "text";
};

} // namespace otpscope::cli
