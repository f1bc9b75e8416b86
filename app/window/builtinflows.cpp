// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/builtinflows.h"

#include "app/platform/resources.h"
#include "models/core/json.h"
#include "models/flow/sampleflow.h"

#include <QCoreApplication>
#include <QMap>

namespace otpscope::window {

namespace {

class BuiltInFlows
{
    Q_DECLARE_TR_FUNCTIONS(BuiltInFlows)

public:
    /// "example-2-with-business" as "Example 2 · with business".
    static QString titleOfExample(const QString &name)
    {
        const QStringList parts = name.split(u'-');
        if (parts.size() < 3)
            return name;
        return tr("Example %1 · %2").arg(parts.at(1), parts.mid(2).join(u' '));
    }
};

/// The titles of the scenarios by their names, in the person's language.
QMap<QString, QString> scenarioTitles()
{
    QMap<QString, QString> titles;
    for (const QByteArray &text : platform::builtInScenarios()) {
        const auto scenario = models::parseJson(text);
        if (!scenario)
            continue;
        const QString title = models::textMember(scenario.value(), "title").value_or(QString());
        titles.insert(models::textMember(scenario.value(), "name").value_or(QString()),
                      QCoreApplication::translate("Scenarios", title.toUtf8().constData()));
    }
    return titles;
}

} // namespace

std::vector<models::FlowListEntry> builtInFlows(const models::Catalogue &catalogue)
{
    std::vector<models::FlowListEntry> flows;
    for (const platform::Example &example : platform::builtInExamples()) {
        flows.push_back({example.name, BuiltInFlows::titleOfExample(example.name),
                         models::FlowGroup::Example, example.text});
    }
    for (const models::TemplateType &type : catalogue.templateTypes()) {
        flows.push_back({QStringLiteral("template:") + type.name, type.name,
                         models::FlowGroup::Template, models::sampleFlow(type, catalogue)});
    }
    const QMap<QString, QString> titles = scenarioTitles();
    for (const platform::Example &flow : platform::builtInScenarioFlows()) {
        flows.push_back({QStringLiteral("scenario:") + flow.name,
                         titles.value(flow.name, flow.name), models::FlowGroup::Scenario,
                         flow.text});
    }
    return flows;
}

} // namespace otpscope::window
