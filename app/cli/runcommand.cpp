// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runcommand.h"

#include "app/cli/findingtext.h"
#include "app/cli/problems.h"
#include "app/cli/runfollower.h"
#include "app/platform/resources.h"
#include "app/webhook/webhookreceiver.h"
#include "models/checks/flowchecks.h"
#include "models/flow/callbacktext.h"

#include <QFileInfo>
#include <QUuid>

#include <cmath>

namespace otpscope::cli {

namespace {

std::optional<std::chrono::milliseconds> timeLimit(double seconds)
{
    if (seconds <= 0)
        return std::nullopt;
    constexpr double milliseconds = 1000;
    return std::chrono::milliseconds(std::llround(seconds * milliseconds));
}

/// The document's findings come first: they were known before anything was sent.
report::ReportedRun reportOf(const QString &title, std::vector<models::Finding> ofDocument,
                             const models::RunMachine &machine)
{
    report::ReportedRun report = report::reportedRun(title, machine);
    ofDocument.insert(ofDocument.end(), report.findings.begin(), report.findings.end());
    report.findings = std::move(ofDocument);
    return report;
}

} // namespace

std::string RunCommand::summary() const
{
    return "Sends a flow and follows it by webhook and polling until it is concluded.";
}

std::string RunCommand::example() const
{
    return "otpscope-cli run flow.json --speed 60 --format json";
}

void RunCommand::declareOptions(OptionSet &options)
{
    options.add("FLOW.json", m_path, "The flow document; - reads standard input").required();
    options
        .add("--target", m_target,
             "simulator, started for this run alone, or the address of a service; then "
             "credentials come from OTPSCOPE_CLIENT_ID, OTPSCOPE_CLIENT_SECRET and "
             "OTPSCOPE_TOKEN_URL")
        .showingDefault();
    m_simulator.declareOptions(options);
    m_callback.declareOptions(options);
    m_store.declareOption(options);
    constexpr double longest = 10 * 365 * 24 * 3600.0;
    constexpr double shortest = 0.001;
    options
        .add("--timeout", m_timeoutSeconds,
             "Seconds of real time after which to stop following; none by default")
        .within(shortest, longest);
    m_output.declareFormat(options, {"text", "json", "junit"});
    m_output.declareOut(options);
    options.addFlag("--send-as-is", m_isAsIs, "Sends although the checks find errors");
    options.addFlag("--yes", m_isConfirmed,
                    "Sends to a target beyond this machine, which costs money, without asking");
    options.add("--expect", m_expect, "Not in this version");
    options.add("--bundle", m_bundle, "Not in this version");
}

ExitCode RunCommand::run(Surroundings &surroundings)
{
    auto planned = plan(surroundings);
    if (!planned) {
        surroundings.console.say(planned.error());
        return ExitCode::UsedWrongly;
    }
    const QString notWritable = m_output.open(surroundings.console);
    if (!notWritable.isEmpty()) {
        surroundings.console.say(notWritable);
        return ExitCode::UsedWrongly;
    }
    if (models::hasErrors(planned.value().findings) && !m_isAsIs)
        return refuse(planned.value(), surroundings);
    if (!isCostAccepted(planned.value().target, surroundings.console))
        return ExitCode::UsedWrongly;
    return send(planned.value(), surroundings);
}

models::Result<RunCommand::Plan, QString> RunCommand::plan(const Surroundings &surroundings) const
{
    auto target = targetNamed(QString::fromStdString(m_target));
    if (!target)
        return target.error();
    const QString problem = problemWithOptions(target.value());
    if (!problem.isEmpty())
        return problem;
    auto flow = readFlowInput(QString::fromStdString(m_path));
    if (!flow)
        return flow.error();
    auto findings = models::checkFlow(flow.value().document.json(), surroundings.catalogue);
    return Plan{std::move(target).value(), std::move(flow).value(), std::move(findings)};
}

QString RunCommand::problemWithOptions(const Target &target) const
{
    if (!m_expect.empty())
        return QStringLiteral("This version checks no expectations: leave --expect out.");
    if (!m_bundle.empty())
        return QStringLiteral("This version writes no bundles: leave --bundle out.");
    if (!target.isSimulator && m_simulator.wasGiven()) {
        return QStringLiteral(
            "--scenario, --speed and --seed are for the simulator: leave them out, "
            "or leave --target out.");
    }
    if (!target.isSimulator) {
        const auto endpoint = endpointFor(target.service);
        if (!endpoint)
            return endpoint.error();
    }
    return m_callback.problemWith(target);
}

bool RunCommand::isCostAccepted(const Target &target, Console &console) const
{
    if (target.isOnLoopback() || m_isConfirmed)
        return true;
    const QString warning =
        QStringLiteral("Sending to %1 costs money and reaches a phone.").arg(target.name());
    if (console.canAsk())
        return console.confirm(warning + QStringLiteral(" Send?"));
    console.say(warning + QStringLiteral(" Add --yes if that is meant."));
    return false;
}

ExitCode RunCommand::refuse(const Plan &plan, Surroundings &surroundings)
{
    for (const QString &line : findingLines(plan.findings, surroundings.console))
        surroundings.console.say(line);
    surroundings.console.say(QStringLiteral("Nothing was sent. Correct the errors, or add "
                                            "--send-as-is to see what the service makes of them."));
    const models::RunMachine unsent(plan.flow.document.flow(), surroundings.catalogue);
    const QString problem = m_output.finish(reportOf(plan.flow.name, plan.findings, unsent));
    if (!problem.isEmpty())
        surroundings.console.say(problem);
    return ExitCode::ErrorFindings;
}

models::Result<client::Endpoint, QString>
RunCommand::startSimulator(std::unique_ptr<simulator::Simulator> &simulator,
                           const Surroundings &surroundings) const
{
    simulator = std::make_unique<simulator::Simulator>(surroundings.catalogue, surroundings.clock,
                                                       platform::builtInScenarios());
    const auto options = m_simulator.optionsFor(*simulator);
    if (!options)
        return options.error();
    const http::ListenResult listening = simulator->start(options.value());
    if (!listening.isListening)
        return sentenceFor(listening, options.value().host.toString(), options.value().port);
    return client::Endpoint{simulator->serviceAddress(), simulator->tokenAddress(),
                            options.value().clientId, options.value().clientSecret};
}

ExitCode RunCommand::send(const Plan &plan, Surroundings &surroundings)
{
    std::unique_ptr<simulator::Simulator> simulator;
    const auto endpoint = plan.target.isSimulator ? startSimulator(simulator, surroundings)
                                                  : endpointFor(plan.target.service);
    if (!endpoint) {
        surroundings.console.say(endpoint.error());
        return ExitCode::UsedWrongly;
    }
    const auto store = m_store.open(surroundings.console);
    if (!store)
        return ExitCode::UsedWrongly;

    run::RunRequest request;
    request.id = models::RunId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    request.title = QFileInfo(plan.flow.name).completeBaseName();
    request.environment = plan.target.name();
    request.endpoint = endpoint.value();
    request.timeLimit = timeLimit(m_timeoutSeconds);
    request.flowText = plan.flow.document.text();

    std::unique_ptr<webhook::WebhookReceiver> receiver;
    if (m_callback.usesOwnReceiver(plan.target, plan.flow.document)) {
        receiver = std::make_unique<webhook::WebhookReceiver>(store, surroundings.clock);
        if (!m_callback.publicHost().isEmpty())
            receiver->allowHost(m_callback.publicHost());
        const auto listening = receiver->listen(QHostAddress::LocalHost, m_callback.receiverPort());
        if (!listening.isListening) {
            surroundings.console.say(
                sentenceFor(listening, listening.address.toString(), m_callback.receiverPort()));
            return ExitCode::UsedWrongly;
        }
        const QUrl callback = m_callback.addressFor(receiver->openPath(request.id));
        request.flowText = models::textWithCallback(request.flowText, callback.toEncoded());
    }

    const QString title = request.title;
    run::RunSession session(std::move(request), surroundings.catalogue, store, receiver.get(),
                            surroundings.clock);
    const FollowedRun followed = follow(session, m_output, surroundings.console);

    const report::ReportedRun report = reportOf(title, plan.findings, session.machine());
    const QString notWritten = m_output.finish(report);
    for (const QString &sentence : {notWritten, sentenceFor(followed, session)}) {
        if (!sentence.isEmpty())
            surroundings.console.say(sentence);
    }
    if (!notWritten.isEmpty())
        return ExitCode::UsedWrongly;
    return exitCodeFor(followed, report.state, models::hasErrors(report.findings));
}

} // namespace otpscope::cli
