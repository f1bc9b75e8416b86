// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exportcommand.h"

#include "app/report/eventexport.h"
#include "app/report/htmlreport.h"
#include "app/report/runreport.h"
#include "app/run/bundling.h"

#include <QSaveFile>

#include <utility>

namespace otpscope::cli {

std::string ExportCommand::summary() const
{
    return "Writes one run of the history as a report, masked.";
}

std::string ExportCommand::example() const
{
    return "otpscope-cli export 5f2c --format html --out run.html";
}

void ExportCommand::declareOptions(OptionSet &options)
{
    options.add("RUN", m_run, "The id of a run, or its beginning; otpscope-cli runs lists them")
        .required();
    m_history.declareOption(options);
    options
        .add("--format", m_format,
             "json and junit as run writes them, html to read, csv: a line for each observation, "
             "bundle: all that was seen, to be replayed")
        .oneOf({"json", "html", "junit", "csv", "bundle"})
        .showingDefault();
    options.addFlag("--with-secrets", m_hasSecrets,
                    "Leaves pins and whole numbers in a bundle; reports hold none");
    options.add("--out", m_path, "Writes to this file, not to standard output");
}

ExitCode ExportCommand::run(Surroundings &surroundings)
{
    const auto store = m_history.open(surroundings.console);
    const auto stored = store ? runNamed(m_run, *store, surroundings.console) : std::nullopt;
    if (!stored)
        return ExitCode::UsedWrongly;
    if (m_hasSecrets && m_format != "bundle") {
        surroundings.console.say(QStringLiteral("--with-secrets is for --format bundle: leave it "
                                                "out."));
        return ExitCode::UsedWrongly;
    }
    const auto replay = replayOf(*stored, *store, surroundings.catalogue);
    const report::ReportedRun reported = report::reportedRun(stored->title, replay->machine());
    const QByteArray bytes =
        m_format == "html"    ? report::runReportHtml(reported)
        : m_format == "junit" ? report::runReportJUnit(reported)
        : m_format == "csv"
            ? report::eventsCsv(replay->takeUpdate().observations, report::Masking::Masked)
        : m_format == "bundle" ? bundleBytes(*stored, *store, replay->machine().state())
                               : report::runReportJson(reported);
    if (m_path.empty()) {
        surroundings.console.print(bytes);
        return ExitCode::Done;
    }
    QSaveFile file(QString::fromStdString(m_path));
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return ExitCode::Done;
    surroundings.console.say(
        QStringLiteral("%1 could not be written: %2.").arg(file.fileName(), file.errorString()));
    return ExitCode::UsedWrongly;
}

QByteArray ExportCommand::bundleBytes(const store::StoredRun &run,
                                      const store::ObservationStore &store,
                                      const models::RunState &state) const
{
    models::Bundle bundle = run::bundleOf(run, store);
    if (!bundle.followedTo)
        bundle.followedTo = state.concludedAt;
    return models::writeBundle(m_hasSecrets ? std::move(bundle)
                                            : models::masked(std::move(bundle)));
}

} // namespace otpscope::cli
