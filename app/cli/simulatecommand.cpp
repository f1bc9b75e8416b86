// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/simulatecommand.h"

#include "app/cli/listenoptions.h"
#include "app/cli/problems.h"
#include "app/cli/untilinterrupted.h"
#include "app/platform/resources.h"

namespace otpscope::cli {

namespace {

void listScenarios(const simulator::Simulator &simulator, Console &console)
{
    const auto scenarios = simulator.scenarios();
    qsizetype width = 0;
    for (const auto &scenario : scenarios)
        width = std::max(width, scenario.name.size());
    // Those without a number of their own leave the place empty.
    constexpr qsizetype endWidth = 8;
    for (const auto &scenario : scenarios)
        console.printLine(scenario.name.leftJustified(width + 2)
                          + scenario.recipientEnd.leftJustified(endWidth) + scenario.description);
}

} // namespace

std::string SimulateCommand::summary() const
{
    return "Runs the simulated service until interrupted.";
}

std::string SimulateCommand::example() const
{
    return "otpscope-cli simulate --port 8080 --speed 60 --scenario viber-expired-sms-delivered";
}

void SimulateCommand::declareOptions(OptionSet &options)
{
    declareListenOptions(options, m_host, m_port);
    m_choice.declareOptions(options);
    options.addFlag("--list-scenarios", m_isListOnly, "Prints the scenarios, with the last digits of the recipients that choose them, and stops");
    options.add("--client-id", m_clientId, "The client id the simulator accepts").showingDefault();
    options.add("--client-secret", m_clientSecret, "The client secret the simulator accepts")
        .showingDefault();
}

ExitCode SimulateCommand::run(Surroundings &surroundings)
{
    simulator::Simulator simulator(surroundings.catalogue, surroundings.clock,
                                   platform::builtInScenarios());
    if (m_isListOnly) {
        listScenarios(simulator, surroundings.console);
        return ExitCode::Done;
    }
    return serve(simulator, surroundings);
}

ExitCode SimulateCommand::serve(simulator::Simulator &simulator, Surroundings &surroundings) const
{
    auto choice = m_choice.optionsFor(simulator);
    if (!choice) {
        surroundings.console.say(choice.error());
        return ExitCode::UsedWrongly;
    }
    const QString hostName = QString::fromStdString(m_host);
    const auto host = listenAddress(hostName);
    if (!host) {
        surroundings.console.say(notAnAddress(hostName));
        return ExitCode::UsedWrongly;
    }
    simulator::SimulatorOptions options = std::move(choice).value();
    options.host = *host;
    options.port = static_cast<quint16>(m_port);
    options.clientId = QString::fromStdString(m_clientId);
    options.clientSecret = QString::fromStdString(m_clientSecret);

    const http::ListenResult listening = simulator.start(options);
    if (!listening.isListening) {
        surroundings.console.say(sentenceFor(listening, hostName, m_port));
        return ExitCode::UsedWrongly;
    }
    // Before the line: whoever reads it may end the program at once.
    Interruption interruption;
    surroundings.console.printLine(QStringLiteral("listening on ") + httpAddress(listening));
    surroundings.console.say(
        QStringLiteral("Token: POST %1. Service: %2. Ctrl+C stops.")
            .arg(simulator.tokenAddress().toString(), simulator.serviceAddress().toString()));
    waitFor(interruption);
    return ExitCode::Done;
}

} // namespace otpscope::cli
