// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runcommand.h"

#include "app/cli/findingtext.h"
#include "app/cli/problems.h"
#include "app/cli/runfollower.h"
#include "app/environment/environmentfile.h"
#include "app/environment/sendledger.h"
#include "app/platform/datafolder.h"
#include "app/platform/resources.h"
#include "app/run/bundling.h"
#include "app/webhook/receiveropening.h"
#include "app/webhook/webhookreceiver.h"
#include "models/checks/flowchecks.h"
#include "models/checks/variablechecks.h"
#include "models/environment/sendguard.h"
#include "models/flow/callbacktext.h"
#include "models/text/masking.h"

#include <QFileInfo>
#include <QUuid>

#include <chrono>
#include <cmath>

namespace otpscope::cli {

namespace {

/// A service that took a flow after all reports its first status within seconds.
constexpr std::chrono::seconds outcomeWait{30};

QString sentenceFor(const models::SendObstacle &obstacle, const models::Environment &environment)
{
    switch (obstacle.kind) {
    case models::SendObstacle::Kind::RecipientsNotAllowed: {
        QStringList masked;
        for (const QString &number : obstacle.numbers)
            masked.append(models::maskedNumber(number));
        return QStringLiteral("Nothing was sent: %1 may not be sent to in the environment %2. "
                              "Allow it in the window, under Environments.")
            .arg(masked.join(QStringLiteral(", ")), environment.name);
    }
    case models::SendObstacle::Kind::DayIsUsedUp:
        return QStringLiteral("Nothing was sent: %1 flows have left for the environment %2 today, "
                              "which is its limit. Raise it in the window, under Environments.")
            .arg(environment.sending.sendsADay)
            .arg(environment.name);
    }
    Q_UNREACHABLE();
}

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
             "simulator, started for this run alone; the name of an environment; or the address of "
             "a service, for which credentials come from OTPSCOPE_CLIENT_ID, "
             "OTPSCOPE_CLIENT_SECRET and OTPSCOPE_TOKEN_URL")
        .showingDefault();
    m_simulator.declareOptions(options);
    m_callback.declareOptions(options);
    m_variables.declareOption(options);
    m_store.declareOption(options);
    m_expectations.declareOption(options);
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
    m_bundle.declareOptions(options);
}

ExitCode RunCommand::run(Surroundings &surroundings)
{
    auto planned = plan(surroundings);
    if (!planned) {
        surroundings.console.say(planned.error());
        return ExitCode::UsedWrongly;
    }
    for (const QString &notWritable : {m_output.open(surroundings.console), m_bundle.open()}) {
        if (notWritable.isEmpty())
            continue;
        surroundings.console.say(notWritable);
        return ExitCode::UsedWrongly;
    }
    if (models::hasErrors(planned.value().findings) && !m_isAsIs)
        return refuse(planned.value(), surroundings);
    const QString notAllowed = problemWithSending(planned.value(), surroundings);
    if (!notAllowed.isEmpty()) {
        surroundings.console.say(notAllowed);
        return ExitCode::UsedWrongly;
    }
    if (!isCostAccepted(planned.value().target, surroundings.console))
        return ExitCode::UsedWrongly;
    return send(planned.value(), surroundings);
}

models::Result<RunCommand::Plan, QString> RunCommand::plan(const Surroundings &surroundings)
{
    const auto environments =
        environment::loadEnvironments(environment::environmentsPath(platform::dataFolder()));
    auto target = targetNamed(QString::fromStdString(m_target), environments.book);
    if (!target)
        return target.error();
    const QString problem = problemWithOptions(target.value());
    if (!problem.isEmpty())
        return problem;
    const QString notReadable = m_expectations.read();
    if (!notReadable.isEmpty())
        return notReadable;
    const auto flow = readFlowInput(QString::fromStdString(m_path));
    if (!flow)
        return flow.error();
    const auto values = m_variables.drawnValues(target.value().environment
                                                    ? target.value().environment->variables
                                                    : models::VariableMap(),
                                                surroundings.clock);
    if (!values)
        return values.error();
    const models::FlowDocument &written = flow.value().document;
    auto findings = models::checkFlow(written, surroundings.catalogue, values.value());
    environment::Connection connection;
    if (!target.value().isSimulator) {
        const auto known = connectionFor(target.value());
        if (!known)
            return known.error();
        connection = known.value();
    }
    InputFlow toSend{flow.value().name, models::resolvedVariables(written, values.value())};
    return Plan{std::move(target).value(), std::move(connection), std::move(toSend),
                std::move(findings)};
}

QString RunCommand::problemWithOptions(const Target &target) const
{
    if (!target.isSimulator && m_simulator.wasGiven()) {
        return QStringLiteral(
            "--scenario, --speed, --seed and --fault-… are for the simulator: leave them out, "
            "or leave --target out.");
    }
    return m_callback.problemWith(target);
}

QString RunCommand::problemWithSending(const Plan &plan, const Surroundings &surroundings) const
{
    if (!plan.target.environment)
        return {};
    const models::Environment &environment = *plan.target.environment;
    const environment::SendLedger ledger(platform::dataFolder(), surroundings.clock);
    const auto obstacle = models::obstacleTo(environment, plan.flow.document.flow(),
                                             ledger.sentToday(environment.id));
    return obstacle ? sentenceFor(*obstacle, environment) : QString();
}

QString RunCommand::countSend(const Target &target, const Surroundings &surroundings) const
{
    using Outcome = environment::SendLedger::Outcome;
    if (!target.environment)
        return {};
    const models::Environment &environment = *target.environment;
    environment::SendLedger ledger(platform::dataFolder(), surroundings.clock);
    switch (ledger.count(environment.id, environment.sending.sendsADay)) {
    case Outcome::Counted:
        return {};
    case Outcome::LimitReached:
        return sentenceFor({models::SendObstacle::Kind::DayIsUsedUp, {}}, environment);
    case Outcome::NotCounted:
        break;
    }
    if (environment.sending.sendsADay == 0)
        return {};
    return QStringLiteral("Nothing was sent: today's sends to %1 could not be counted in %2, and "
                          "it has a limit. Allow writing there.")
        .arg(environment.name, platform::dataFolder());
}

bool RunCommand::isCostAccepted(const Target &target, Console &console) const
{
    if (target.isFree() || m_isConfirmed)
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
    const auto endpoint = plan.target.isSimulator
                              ? startSimulator(simulator, surroundings)
                              : models::Result<client::Endpoint, QString>(plan.connection.endpoint);
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
    request.limits = plan.connection.limits;
    request.timeLimit = timeLimit(m_timeoutSeconds);
    request.outcomeLimit = outcomeWait;
    request.flowText = plan.flow.document.body();

    std::unique_ptr<webhook::WebhookReceiver> receiver;
    if (m_callback.usesOwnReceiver(plan.target, plan.flow.document)) {
        receiver = std::make_unique<webhook::WebhookReceiver>(store, surroundings.clock);
        const QString publicHost = m_callback.publicAddress(plan.target).host();
        if (!publicHost.isEmpty())
            receiver->allowHost(publicHost);
        const quint16 port = m_callback.receiverPort(plan.target);
        const models::ReceiverAccess access = m_callback.receiverAccess(plan.target);
        const auto opened =
            webhook::openReceiver(*receiver, access, port, surroundings.clock.wallNow());
        if (!opened) {
            surroundings.console.say(sentenceFor(opened.error()));
            return ExitCode::UsedWrongly;
        }
        if (!opened.value().isListening) {
            const QString host =
                access.listenAddress.isEmpty() ? QStringLiteral("127.0.0.1") : access.listenAddress;
            surroundings.console.say(sentenceFor(opened.value(), host, port));
            return ExitCode::UsedWrongly;
        }
        const QUrl callback = m_callback.addressFor(receiver->openPath(request.id), plan.target);
        request.flowText = models::textWithCallback(request.flowText, callback.toEncoded());
    }
    const QString notCounted = countSend(plan.target, surroundings);
    if (!notCounted.isEmpty()) {
        surroundings.console.say(notCounted);
        return ExitCode::UsedWrongly;
    }

    const QString title = request.title;
    const models::RunId id = request.id;
    run::RunSession session(std::move(request), surroundings.catalogue, store, receiver.get(),
                            surroundings.clock);
    const FollowedRun followed = follow(session, m_output, surroundings.console);

    report::ReportedRun report = reportOf(title, plan.findings, session.machine());
    m_expectations.check(report);
    const QString notWritten = m_output.finish(report);
    const QString notBundled = bundle(id, *store);
    for (const QString &sentence : {notWritten, notBundled, sentenceFor(followed, session)}) {
        if (!sentence.isEmpty())
            surroundings.console.say(sentence);
    }
    if (!notWritten.isEmpty() || !notBundled.isEmpty())
        return ExitCode::UsedWrongly;
    return exitCodeFor(followed, report.state, models::hasErrors(report.findings));
}

QString RunCommand::bundle(const models::RunId &run, const store::ObservationStore &store)
{
    const auto stored = m_bundle.isWanted() ? store.run(run) : std::nullopt;
    if (!stored)
        return {};
    models::Bundle bundle = run::bundleOf(*stored, store);
    bundle.expectations = m_expectations.text();
    return m_bundle.write(std::move(bundle));
}

} // namespace otpscope::cli
