// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runscommand.h"

#include "app/report/reportwords.h"
#include "models/core/json.h"
#include "models/text/sentences.h"

namespace otpscope::cli {

namespace {

/// One line of the history.
struct ListedRun
{
    store::StoredRun run;
    models::RunState state;
    QString headline;
};

bool isFound(const ListedRun &listed, const QString &search)
{
    for (const QString &text : {listed.run.id.text(), listed.run.title, listed.run.environment,
                                listed.state.flowId.text(), listed.headline}) {
        if (text.contains(search, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

models::Json jsonOf(const ListedRun &listed)
{
    const auto textOrNull = [](const QString &text) {
        return text.isEmpty() ? models::Json(nullptr) : models::Json(models::toUtf8String(text));
    };
    models::Json json;
    json["id"] = models::toUtf8String(listed.run.id.text());
    json["createdAt"] = models::toUtf8String(models::toIsoUtc(listed.run.createdAt));
    json["title"] = models::toUtf8String(listed.run.title);
    json["environment"] = models::toUtf8String(listed.run.environment);
    json["flowId"] = textOrNull(listed.state.flowId.text());
    json["status"] = textOrNull(listed.state.status);
    json["concluded"] = listed.state.isConcluded();
    json["headline"] = models::toUtf8String(listed.headline);
    return json;
}

QString lineOf(const ListedRun &listed)
{
    return report::printable(QStringLiteral("%1  %2  %3  %4")
                                 .arg(listed.run.id.text(), models::toIsoUtc(listed.run.createdAt),
                                      listed.run.title, listed.headline));
}

} // namespace

std::string RunsCommand::summary() const
{
    return "Lists the runs of the history, newest first.";
}

std::string RunsCommand::example() const
{
    return "otpscope-cli runs --search login --format json";
}

void RunsCommand::declareOptions(OptionSet &options)
{
    m_history.declareOption(options);
    options.add("--search", m_search,
                "Only runs with this in their id, flow id, title, environment or headline");
    options.add("--format", m_format, "text, json").oneOf({"text", "json"}).showingDefault();
}

ExitCode RunsCommand::run(Surroundings &surroundings)
{
    const auto store = m_history.open(surroundings.console);
    if (!store)
        return ExitCode::UsedWrongly;
    models::Json list = models::Json::array();
    for (const store::StoredRun &stored : store->runs()) {
        ListedRun listed{stored, {}, {}};
        listed.state = replayOf(stored, *store, surroundings.catalogue)->machine().state();
        listed.headline = models::headlineFor(listed.state);
        if (!isFound(listed, QString::fromStdString(m_search)))
            continue;
        if (m_format == "json")
            list.push_back(jsonOf(listed));
        else
            surroundings.console.print(lineOf(listed).toUtf8() + '\n');
    }
    if (m_format == "json")
        surroundings.console.print(models::prettyJson(list));
    return ExitCode::Done;
}

} // namespace otpscope::cli
