// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/replaycommand.h"

#include "app/cli/input.h"
#include "app/cli/observationlines.h"
#include "app/run/replay.h"
#include "models/checks/flowchecks.h"
#include "models/run/observationlog.h"

#include <QFileInfo>

namespace otpscope::cli {

namespace {

using Observations = std::vector<models::Observation>;

models::Result<ReadLog, QString> readObservations(const QString &path)
{
    const auto input = readInput(path, logBytes);
    if (!input)
        return input.error();
    if (input.value().bytes.startsWith("PK\x03\x04")) {
        return QStringLiteral("%1 is an archive. This version replays logs of observations, a JSON "
                              "body a line.")
            .arg(input.value().name);
    }
    return readObservationLog(input.value().name, input.value().bytes);
}

models::Result<models::Flow, QString> readFlow(const std::string &path,
                                               const Observations &observations)
{
    if (path.empty())
        return models::echoedFlow(observations).value_or(models::Flow());
    auto input = readFlowInput(QString::fromStdString(path));
    if (!input)
        return input.error();
    return input.value().document.flow();
}

} // namespace

std::string ReplayCommand::summary() const
{
    return "Rebuilds a run from what was once observed, with no network.";
}

std::string ReplayCommand::example() const
{
    return "otpscope-cli replay webhooks.jsonl --flow flow.json --format json";
}

void ReplayCommand::declareOptions(OptionSet &options)
{
    options
        .add("OBSERVATIONS.jsonl", m_path,
             "One webhook or tracking body a line, bare or as {\"at\", \"source\", \"body\"}; "
             "- reads standard input")
        .required();
    options.add("--flow", m_flowPath,
                "The flow that was sent; without it, what a send answer in the log echoes");
    m_expectations.declareOption(options);
    m_output.declareFormat(options, {"text", "json", "junit"});
}

ExitCode ReplayCommand::run(Surroundings &surroundings)
{
    const auto log = readObservations(QString::fromStdString(m_path));
    if (!log) {
        surroundings.console.say(log.error());
        return ExitCode::UsedWrongly;
    }
    const Observations &observations = log.value().observations;
    const auto flow = readFlow(m_flowPath, observations);
    if (!flow) {
        surroundings.console.say(flow.error());
        return ExitCode::UsedWrongly;
    }
    const QString notReadable = m_expectations.read();
    if (!notReadable.isEmpty()) {
        surroundings.console.say(notReadable);
        return ExitCode::UsedWrongly;
    }
    for (const QString &problem : log.value().problems)
        surroundings.console.say(problem);
    // Without --out this cannot fail.
    (void)m_output.open(surroundings.console);
    run::Replay replay(models::RunId(QStringLiteral("replay")), flow.value(),
                       surroundings.catalogue);
    replay.apply(observations);
    replay.advanceTo(observations.back().arrivedAt);
    m_output.tell(replay.takeUpdate());
    const QString title = QFileInfo(QString::fromStdString(m_path)).completeBaseName();
    report::ReportedRun report = report::reportedRun(title, replay.machine());
    m_expectations.check(report);
    (void)m_output.finish(report);
    return models::hasErrors(report.findings) ? ExitCode::ErrorFindings : ExitCode::Done;
}

} // namespace otpscope::cli
