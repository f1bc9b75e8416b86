// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/replaycommand.h"

#include "app/cli/input.h"
#include "app/cli/observationlines.h"
#include "app/run/replay.h"
#include "models/bundle/bundle.h"
#include "models/checks/flowchecks.h"
#include "models/run/observationlog.h"
#include "models/text/bundlesentences.h"

#include <QFileInfo>

#include <utility>

namespace otpscope::cli {

namespace {

/// What is to be played again, as a bundle; a log has observations and nothing else.
struct Replayed
{
    models::Bundle bundle;
    QStringList problems;
};

models::Result<Replayed, QString> readReplayed(const QString &path)
{
    const auto input = readInput(path, logBytes);
    if (!input)
        return input.error();
    const auto &[name, bytes] = input.value();
    if (bytes.startsWith("PK\x03\x04")) {
        return QStringLiteral("%1 is an archive. Unpack it: a log of observations, a JSON body a "
                              "line, or a bundle can be replayed.")
            .arg(name);
    }
    if (models::looksLikeBundle(bytes)) {
        auto bundle = models::readBundle(bytes);
        if (!bundle)
            return QStringLiteral("%1: %2").arg(name, models::sentenceFor(bundle.error()));
        if (bundle.value().observations.empty())
            return QStringLiteral("%1 holds no observations.").arg(name);
        return Replayed{std::move(bundle).value(), {}};
    }
    auto log = readObservationLog(name, bytes);
    if (!log)
        return log.error();
    ReadLog read = std::move(log).value();
    Replayed replayed;
    replayed.bundle.observations = std::move(read.observations);
    replayed.problems = std::move(read.problems);
    return replayed;
}

models::Result<models::Flow, QString> readFlow(const std::string &path,
                                               const models::Bundle &bundle)
{
    if (path.empty() && !bundle.flow.isEmpty())
        return run::flowOf(bundle.flow);
    if (path.empty())
        return models::echoedFlow(bundle.observations).value_or(models::Flow());
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
        .add("BUNDLE|OBSERVATIONS.jsonl", m_path,
             "A bundle, or one webhook or tracking body a line, bare or as {\"at\", \"source\", "
             "\"body\"}; - reads standard input")
        .required();
    options.add("--flow", m_flowPath,
                "The flow that was sent; without it the bundle's, or what a send answer in the log "
                "echoes");
    m_expectations.declareOption(options);
    m_output.declareFormat(options, {"text", "json", "junit"});
}

ExitCode ReplayCommand::run(Surroundings &surroundings)
{
    const auto replayed = readReplayed(QString::fromStdString(m_path));
    if (!replayed) {
        surroundings.console.say(replayed.error());
        return ExitCode::UsedWrongly;
    }
    const models::Bundle &bundle = replayed.value().bundle;
    const auto flow = readFlow(m_flowPath, bundle);
    if (!flow) {
        surroundings.console.say(flow.error());
        return ExitCode::UsedWrongly;
    }
    for (const QString &notReadable :
         {m_expectations.read(), m_expectations.readBundled(bundle.expectations)}) {
        if (notReadable.isEmpty())
            continue;
        surroundings.console.say(notReadable);
        return ExitCode::UsedWrongly;
    }
    for (const QString &problem : replayed.value().problems)
        surroundings.console.say(problem);
    // Without --out this cannot fail.
    (void)m_output.open(surroundings.console);
    run::Replay replay(models::RunId(QStringLiteral("replay")), flow.value(),
                       surroundings.catalogue);
    if (bundle.followedTo)
        replay.expectWebhooks(flow.value());
    replay.apply(bundle.observations);
    if (bundle.followedTo)
        replay.endAt(*bundle.followedTo);
    else
        replay.advanceTo(bundle.observations.back().arrivedAt);
    m_output.tell(replay.takeUpdate());
    const QString title = bundle.title.isEmpty()
                              ? QFileInfo(QString::fromStdString(m_path)).completeBaseName()
                              : bundle.title;
    report::ReportedRun report = report::reportedRun(title, replay.machine());
    m_expectations.check(report);
    (void)m_output.finish(report);
    return models::hasErrors(report.findings) ? ExitCode::ErrorFindings : ExitCode::Done;
}

} // namespace otpscope::cli
