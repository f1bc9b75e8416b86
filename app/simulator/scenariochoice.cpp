// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenariochoice.h"

namespace otpscope::simulator {

using models::Json;

namespace {

constexpr char scenarioHeader[] = "OtpScope-Scenario";
constexpr QLatin1String labelPrefix("scenario:");

models::Result<ScenarioBook::Entry, UnknownScenario>
scenarioNamed(const QString &name, const ScenarioBook &book, const Json &location)
{
    if (ScenarioBook::Entry entry = book.find(name))
        return entry;
    return UnknownScenario{name, location};
}

} // namespace

models::Result<ScenarioBook::Entry, UnknownScenario>
chooseScenario(const http::Headers &headers, const models::Flow &flow, const ScenarioBook &book,
               const ScenarioBook::Entry &current)
{
    if (const QByteArray *name = http::findHeader(headers, scenarioHeader))
        return scenarioNamed(QString::fromUtf8(*name), book, Json::array({"header", scenarioHeader}));
    for (const models::Step &step : flow.steps) {
        const QString label = step.label.value_or(QString());
        if (label.startsWith(labelPrefix))
            return scenarioNamed(label.mid(labelPrefix.size()), book,
                         Json::array({"body", "flow", step.index, "label"}));
    }
    const std::vector<models::Step> steps = models::stepsInOrder(flow);
    if (!steps.empty() && steps.front().to) {
        if (ScenarioBook::Entry entry = book.forRecipient(steps.front().to->numbers.value(0)))
            return entry;
    }
    return current;
}

} // namespace otpscope::simulator
