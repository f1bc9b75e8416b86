// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/bundleoutput.h"
#include "app/cli/callbackchoice.h"
#include "app/cli/command.h"
#include "app/cli/expectationchoice.h"
#include "app/cli/input.h"
#include "app/cli/optionset.h"
#include "app/cli/runoutput.h"
#include "app/cli/simulatorchoice.h"
#include "app/cli/storechoice.h"
#include "app/cli/target.h"
#include "app/cli/variablechoice.h"
#include "app/store/observationstore.h"
#include "models/checks/finding.h"
#include "models/run/runstate.h"

#include <memory>
#include <vector>

namespace otpscope::cli {

/// otpscope-cli run: sends a flow and follows it until it is concluded.
class RunCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "run"; }
    [[nodiscard]] std::string summary() const override;
    [[nodiscard]] std::string example() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Surroundings &surroundings) override;

private:
    /// Everything a run needs, checked before anything is opened or sent.
    struct Plan
    {
        Target target;
        /// Empty for the simulator, which has no address yet.
        environment::Connection connection;
        /// With its variables put in.
        InputFlow flow;
        /// Of the document.
        std::vector<models::Finding> findings;
    };

    [[nodiscard]] models::Result<Plan, QString> plan(const Surroundings &surroundings);
    [[nodiscard]] QString problemWithOptions(const Target &target) const;
    /// Why the target's environment does not let this flow leave; empty where it does.
    [[nodiscard]] QString problemWithSending(const Plan &plan,
                                             const Surroundings &surroundings) const;
    /// Counts this send for the environment's day; a sentence where it may not leave.
    [[nodiscard]] QString countSend(const Target &target, const Surroundings &surroundings) const;
    [[nodiscard]] bool isCostAccepted(const Target &target, Console &console) const;
    [[nodiscard]] ExitCode refuse(const Plan &plan, Surroundings &surroundings);
    [[nodiscard]] ExitCode send(const Plan &plan, Surroundings &surroundings);
    /// Writes the bundle where one is wanted; a sentence where that fails.
    [[nodiscard]] QString bundle(const models::RunId &run, const store::ObservationStore &store);
    [[nodiscard]] models::Result<client::Endpoint, QString>
    startSimulator(std::unique_ptr<simulator::Simulator> &simulator,
                   const Surroundings &surroundings) const;

    std::string m_path;
    std::string m_target = "simulator";
    SimulatorChoice m_simulator;
    CallbackChoice m_callback;
    VariableChoice m_variables;
    StoreChoice m_store;
    ExpectationChoice m_expectations;
    RunOutput m_output;
    double m_timeoutSeconds = 0;
    bool m_isAsIs = false;
    bool m_isConfirmed = false;
    BundleOutput m_bundle;
};

} // namespace otpscope::cli
