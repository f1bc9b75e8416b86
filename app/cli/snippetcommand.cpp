// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/snippetcommand.h"

#include "app/cli/input.h"
#include "app/cli/target.h"
#include "app/environment/environmentfile.h"
#include "app/platform/datafolder.h"
#include "models/snippet/snippet.h"

namespace otpscope::cli {

namespace {

/// Where a snippet sends to, or why that cannot be said.
struct Service
{
    QString address;
    models::VariableMap variables;
    QString problem;
};

Service serviceOf(const QString &name)
{
    const auto environments =
        environment::loadEnvironments(environment::environmentsPath(platform::dataFolder()));
    const auto target = targetNamed(name, environments.book);
    if (!target)
        return {{}, {}, target.error()};
    if (target.value().isSimulator) {
        return {{},
                {},
                QStringLiteral("The built-in simulator has an address only while it runs: start "
                               "otpscope-cli simulate and name the address it prints, with "
                               "/failover-otp behind it.")};
    }
    return {target.value().service.toString(),
            target.value().environment ? target.value().environment->variables
                                       : models::VariableMap(),
            {}};
}

} // namespace

std::string SnippetCommand::summary() const
{
    return "Prints the same request as a command or program that runs as it stands. It takes the "
           "token from the variable TOKEN and the pin from PIN, unless asked otherwise.";
}

std::string SnippetCommand::example() const
{
    return "otpscope-cli snippet flow.json --as curl";
}

void SnippetCommand::declareOptions(OptionSet &options)
{
    m_target = models::publicService().toStdString();
    options.add("FLOW.json", m_path, "The flow document; - reads standard input").required();
    options.add("--as", m_language, "curl, httpie, python or javascript")
        .required()
        .oneOf({"curl", "httpie", "python", "javascript"});
    options.add("--target", m_target, "Address of the service, or the name of an environment")
        .showingDefault();
    options.addFlag("--with-secrets", m_withSecrets,
                    "Write the pin there, and the token that the variable TOKEN holds now");
    m_variables.declareOption(options);
}

ExitCode SnippetCommand::run(Surroundings &surroundings)
{
    Console &console = surroundings.console;
    const auto input = readFlowInput(QString::fromStdString(m_path));
    if (!input) {
        console.say(input.error());
        return ExitCode::UsedWrongly;
    }
    const auto service = serviceOf(QString::fromStdString(m_target));
    if (!service.problem.isEmpty()) {
        console.say(service.problem);
        return ExitCode::UsedWrongly;
    }
    const auto values = m_variables.drawnValues(service.variables, surroundings.clock);
    if (!values) {
        console.say(values.error());
        return ExitCode::UsedWrongly;
    }
    const models::FlowDocument &written = input.value().document;
    for (const auto &variable : models::unknownVariables(written.json(), values.value())) {
        console.say(QStringLiteral("{{%1}} is not known and stays as it is. Give its value with "
                                   "--set %1=VALUE.")
                        .arg(variable.name));
    }
    models::SnippetRequest request{
        service.address, models::resolvedVariables(written, values.value()).body(), {}};
    if (m_withSecrets) {
        request.token = qEnvironmentVariable("TOKEN");
        if (request.token.isEmpty())
            console.say(QStringLiteral("TOKEN is not set, so the token stays a variable."));
    }
    const auto language = models::snippetLanguageNamed(QString::fromStdString(m_language));
    console.print(models::snippet(request, language.value_or(models::SnippetLanguage::Curl),
                                  m_withSecrets ? models::SnippetSecrets::Written
                                                : models::SnippetSecrets::AsVariables));
    return ExitCode::Done;
}

} // namespace otpscope::cli
