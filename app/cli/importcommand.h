// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "models/import/importresult.h"

namespace otpscope::cli {

/// otpscope-cli import: finds the request body in what people paste.
class ImportCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "import"; }
    [[nodiscard]] std::string summary() const override;
    [[nodiscard]] std::string example() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Surroundings &surroundings) override;

private:
    /// Index of the request that was asked for; a sentence where there is no such flow.
    [[nodiscard]] models::Result<int, QString> selected(const models::Import &import) const;

    std::string m_path;
    int m_select = 0;
    Option m_selectOption;
    std::string m_format = "json";
};

} // namespace otpscope::cli
