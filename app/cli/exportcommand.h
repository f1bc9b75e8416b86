// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/historychoice.h"
#include "models/run/runstate.h"

namespace otpscope::cli {

/// otpscope-cli export: one run of the history as a report or a bundle; no pin, token or number in
/// it, unless a bundle is to have them.
class ExportCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "export"; }
    [[nodiscard]] std::string summary() const override;
    [[nodiscard]] std::string example() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Surroundings &surroundings) override;

private:
    [[nodiscard]] QByteArray bundleBytes(const store::StoredRun &run,
                                         const store::ObservationStore &store,
                                         const models::RunState &state) const;

    HistoryChoice m_history;
    std::string m_run;
    std::string m_format = "json";
    std::string m_path;
    bool m_hasSecrets = false;
};

} // namespace otpscope::cli
