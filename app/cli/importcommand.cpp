// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importcommand.h"

#include "app/cli/input.h"
#include "models/import/importer.h"
#include "models/text/importsentences.h"
#include "models/text/sentences.h"

#include <limits>

namespace otpscope::cli {

namespace {

using models::Import;
using models::ImportedRequest;
using models::ImportNote;

/// "paste.txt:3: ", or without the line where a note is about the whole.
QString placed(const QString &name, int line, const QString &sentence)
{
    return line > 0 ? QStringLiteral("%1:%2: %3").arg(name, QString::number(line), sentence)
                    : QStringLiteral("%1: %2").arg(name, sentence);
}

void sayNotes(const std::vector<ImportNote> &notes, const QString &name, Console &console)
{
    for (const ImportNote &note : notes)
        console.say(placed(name, note.line, models::sentenceFor(note)));
}

QString placeOfImport(const models::ImportProblem &problem)
{
    if (problem.kind != models::ImportProblem::Kind::NotJson || problem.json.line == 0)
        return {};
    return QStringLiteral(":%1:%2").arg(problem.json.line).arg(problem.json.column);
}

void sayRequests(const Import &import, int selected, Console &console)
{
    if (import.requests.size() < 2)
        return;
    for (std::size_t i = 0; i < import.requests.size(); ++i) {
        const ImportedRequest &request = import.requests[i];
        console.say(QStringLiteral("%1 %2: %3%4")
                        .arg(QLatin1Char(static_cast<int>(i) == selected ? '*' : ' '))
                        .arg(i + 1)
                        .arg(models::titleOf(request),
                             request.isFlow() ? QString() : QStringLiteral(" (no flow)")));
    }
}

} // namespace

std::string ImportCommand::summary() const
{
    return "Finds the request body in what people paste: a request body, a cURL or "
           "Invoke-RestMethod command, a Postman collection, a HAR file.";
}

std::string ImportCommand::example() const
{
    return "otpscope-cli import customer.txt > flow.json";
}

void ImportCommand::declareOptions(OptionSet &options)
{
    options.add("FILE", m_path, "What was pasted; - reads standard input").required();
    m_selectOption =
        options.add("--select", m_select, "Of several requests, the Nth; else the first flow")
            .within(1, std::numeric_limits<int>::max());
    options.add("--format", m_format, "json: the body as it stands; text: laid out for reading")
        .oneOf({"json", "text"})
        .showingDefault();
}

models::Result<int, QString> ImportCommand::selected(const Import &import) const
{
    const auto count = static_cast<int>(import.requests.size());
    if (m_selectOption.wasGiven() && m_select > count) {
        return QStringLiteral("There is no request %1; %2 found. Take a number from 1 to %2.")
            .arg(m_select)
            .arg(count);
    }
    const int index = m_selectOption.wasGiven() ? m_select - 1 : import.firstUsable().value_or(0);
    const ImportedRequest &request = import.requests[static_cast<std::size_t>(index)];
    if (request.problem)
        return QStringLiteral("There is no flow in it. %1")
            .arg(models::sentenceFor(*request.problem));
    return index;
}

ExitCode ImportCommand::run(Surroundings &surroundings)
{
    Console &console = surroundings.console;
    const auto input = readInput(QString::fromStdString(m_path), models::importBytes);
    if (!input) {
        console.say(input.error());
        return ExitCode::UsedWrongly;
    }
    const QString &name = input.value().name;
    const auto import = models::importRequests(input.value().bytes);
    if (!import) {
        console.say(
            QStringLiteral("%1%2: %3")
                .arg(name, placeOfImport(import.error()), models::sentenceFor(import.error())));
        return ExitCode::UsedWrongly;
    }
    const auto index = selected(import.value());
    sayNotes(import.value().notes, name, console);
    if (!index) {
        for (const ImportedRequest &request : import.value().requests)
            sayNotes(request.notes, name, console);
        sayRequests(import.value(), -1, console);
        console.say(QStringLiteral("%1: %2").arg(name, index.error()));
        return ExitCode::UsedWrongly;
    }
    const ImportedRequest &request =
        import.value().requests[static_cast<std::size_t>(index.value())];
    sayNotes(request.notes, name, console);
    sayRequests(import.value(), index.value(), console);
    if (m_format == "text") {
        const auto document = models::FlowDocument::fromText(request.body);
        console.print(models::prettyJson(document.value().json()));
    } else {
        console.print(request.body.endsWith('\n') ? request.body : request.body + '\n');
    }
    return ExitCode::Done;
}

} // namespace otpscope::cli
