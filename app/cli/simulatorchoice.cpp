// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/simulatorchoice.h"

#include "app/cli/input.h"
#include "app/platform/resources.h"
#include "app/simulator/serviceclock.h"

#include <QFileInfo>
#include <QStringList>

#include <algorithm>

namespace otpscope::cli {

namespace {

using Options = simulator::SimulatorOptions;

QStringList namesOf(const std::vector<simulator::ScenarioInfo> &scenarios)
{
    QStringList names;
    for (const auto &scenario : scenarios)
        names.append(scenario.name);
    return names;
}

const char *measureOf(const simulator::FaultField &field)
{
    using Measure = simulator::FaultField::Measure;
    switch (field.measure) {
    case Measure::HowOften:
        return "; 0 to 1, how often";
    case Measure::OnOff:
        return "; 1 is on";
    case Measure::Seconds:
        break; // the description says it
    }
    return "";
}

models::Result<simulator::ScenarioInfo, QString> loadFile(simulator::Simulator &simulator,
                                                          const QString &path)
{
    const auto input = readInput(path, documentBytes);
    if (!input)
        return input.error();
    auto scenario = simulator.loadScenario(input.value().bytes);
    if (!scenario)
        return QStringLiteral("%1 is no scenario: %2").arg(path, scenario.error());
    return scenario;
}

} // namespace

void SimulatorChoice::declareOptions(OptionSet &options)
{
    m_options = {
        options
            .add("--scenario", m_scenario,
                 "What the simulated channels report: a name from `otpscope-cli simulate "
                 "--list-scenarios`, or a file")
            .showingDefault(),
        options.add("--speed", m_speed, "Seconds of service clock in one second; 0 stops the clock")
            .within(0.0, simulator::ServiceClock::MaximumSpeed)
            .showingDefault(),
        options.add("--seed", m_seed,
                    "Ids and faults repeat with the same seed; without it they are new each time"),
    };
    for (const simulator::FaultField &field : simulator::faultFields()) {
        m_options.push_back(options
                                .add(simulator::optionNameOf(field), m_faults.*field.member,
                                     std::string(field.description) + measureOf(field))
                                .within(0.0, field.highest));
    }
}

bool SimulatorChoice::wasGiven() const
{
    return std::any_of(m_options.begin(), m_options.end(),
                       [](Option option) { return option.wasGiven(); });
}

models::Result<Options, QString> SimulatorChoice::optionsFor(simulator::Simulator &simulator) const
{
    Options options;
    options.scenario = QString::fromStdString(m_scenario);
    options.speed = m_speed;
    options.seed = m_seed;
    options.faults = m_faults;
    options.wrongCertificate = platform::builtInWrongCertificate();
    const QStringList names = namesOf(simulator.scenarios());
    if (names.contains(options.scenario))
        return options;
    if (!QFileInfo::exists(options.scenario)) {
        return QStringLiteral("There is no scenario and no file named %1. Scenarios: %2.")
            .arg(options.scenario, names.join(QStringLiteral(", ")));
    }
    const auto loaded = loadFile(simulator, options.scenario);
    if (!loaded)
        return loaded.error();
    options.scenario = loaded.value().name;
    return options;
}

} // namespace otpscope::cli
