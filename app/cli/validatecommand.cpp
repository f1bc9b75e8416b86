// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/validatecommand.h"

#include "app/cli/findingtext.h"
#include "app/cli/input.h"
#include "app/report/runreport.h"
#include "models/checks/flowchecks.h"
#include "models/checks/variablechecks.h"

namespace otpscope::cli {

std::string ValidateCommand::summary() const
{
    return "Checks a flow document without sending it.";
}

std::string ValidateCommand::example() const
{
    return "otpscope-cli validate flow.json --format json";
}

void ValidateCommand::declareOptions(OptionSet &options)
{
    options.add("FLOW.json", m_path, "The flow document; - reads standard input").required();
    m_variables.declareOption(options);
    options.add("--format", m_format, "text or json").oneOf({"text", "json"}).showingDefault();
}

ExitCode ValidateCommand::run(Surroundings &surroundings)
{
    const auto input = readFlowInput(QString::fromStdString(m_path));
    if (!input) {
        surroundings.console.say(input.error());
        return ExitCode::UsedWrongly;
    }
    const auto values = m_variables.drawnValues({}, surroundings.clock);
    if (!values) {
        surroundings.console.say(values.error());
        return ExitCode::UsedWrongly;
    }
    const auto findings =
        models::checkFlow(input.value().document, surroundings.catalogue, values.value());
    const bool isValid = !models::hasErrors(findings);
    if (m_format == "json") {
        models::Json json;
        json["valid"] = isValid;
        json["findings"] = report::findingsJson(findings);
        surroundings.console.print(models::prettyJson(json));
    } else {
        for (const QString &line : findingLines(findings, surroundings.console))
            surroundings.console.printLine(line);
    }
    return isValid ? ExitCode::Done : ExitCode::ErrorFindings;
}

} // namespace otpscope::cli
