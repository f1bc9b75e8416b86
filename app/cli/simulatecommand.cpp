// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/simulatecommand.h"

#include "app/cli/listenoptions.h"
#include "app/cli/problems.h"
#include "app/cli/untilinterrupted.h"
#include "app/platform/resources.h"

#include <chrono>
#include <limits>

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
        console.printLine(scenario.name.leftJustified(width + 2) +
                          scenario.recipientEnd.leftJustified(endWidth) + scenario.description);
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
    options.addFlag(
        "--list-scenarios", m_isListOnly,
        "Prints the scenarios, with the last digits of the recipients that choose them, and stops");
    options.addFlag("--no-control", m_isWithoutControl,
                    "Leaves out /__otpscope/, by which programs on this machine steer the "
                    "simulator and read its journal");
    options.add("--start", m_start,
                "What the service clock shows at the start, as 2026-01-31T12:00:00Z; by default "
                "the machine's time, or 2026-01-01T00:00:00Z where the clock is stopped");
    options
        .add("--dialect", m_dialect,
             "How what no document shows looks (error bodies, list items, templates): as fastapi, "
             "or as "
             "Routee's other services")
        .oneOf({"fastapi", "routee"})
        .showingDefault();
    options
        .add("--token-lifetime", m_tokenLifetime,
             "Seconds of service clock that a token is good for")
        .within(1, std::numeric_limits<int>::max())
        .showingDefault();
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

    options.hasControl = !m_isWithoutControl;
    options.dialect =
        m_dialect == "routee" ? simulator::Dialect::Routee : simulator::Dialect::FastApi;
    options.tokenLifetime = std::chrono::seconds{m_tokenLifetime};
    if (!m_start.empty()) {
        options.serviceStart = models::fromIso(QString::fromStdString(m_start));
        if (!options.serviceStart) {
            surroundings.console.say(QStringLiteral("--start: %1 is no time; it looks like "
                                                    "2026-01-31T12:00:00Z.")
                                         .arg(QString::fromStdString(m_start)));
            return ExitCode::UsedWrongly;
        }
    } else if (options.speed <= 0.0) {
        // Stopped, everything repeats to the byte, and that takes a time that does.
        options.serviceStart =
            models::Instant{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
    }

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
    if (!simulator.wrongCertificateAddress().isEmpty()) {
        surroundings.console.say(QStringLiteral("With a certificate that does not fit: %1")
                                     .arg(simulator.wrongCertificateAddress().toString()));
    }
    if (options.hasControl) {
        surroundings.console.say(
            QStringLiteral("Control and journal: %1/__otpscope/.").arg(httpAddress(listening)));
    }
    waitFor(interruption);
    return ExitCode::Done;
}

} // namespace otpscope::cli
