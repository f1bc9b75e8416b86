// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/variablechoice.h"

namespace otpscope::cli {

/// otpscope-cli snippet: the same request as a command or program of its own.
class SnippetCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "snippet"; }
    [[nodiscard]] std::string summary() const override;
    [[nodiscard]] std::string example() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Surroundings &surroundings) override;

private:
    std::string m_path;
    std::string m_language;
    std::string m_target;
    VariableChoice m_variables;
    bool m_withSecrets = false;
};

} // namespace otpscope::cli
