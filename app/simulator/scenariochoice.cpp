// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenariochoice.h"

namespace otpscope::simulator {

using models::Json;

namespace {

constexpr char header[] = "OtpScope-Scenario";
constexpr QLatin1String labelPrefix("scenario:");

models::Result<ScenarioBook::Entry, UnknownScenario>
named(const QString &name, const ScenarioBook &book, const Json &location)
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
    if (const QByteArray *name = http::findHeader(headers, header))
        return named(QString::fromUtf8(*name), book, Json::array({"header", header}));
    for (const models::Step &step : flow.steps) {
        const QString label = step.label.value_or(QString());
        if (label.startsWith(labelPrefix))
            return named(label.mid(labelPrefix.size()), book,
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
