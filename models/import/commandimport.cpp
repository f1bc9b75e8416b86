// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/commandimport.h"

#include "models/import/curlcommand.h"
#include "models/import/invokecommand.h"
#include "models/import/shelltext.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>
#include <vector>

namespace otpscope::models {

namespace {

using Kind = ImportNote::Kind;
using Shell = std::vector<ShellCommand> (*)(const QByteArray &);

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QString::fromLatin1(text),
                              QRegularExpression::MultilineOption |
                                  QRegularExpression::CaseInsensitiveOption);
}

/// A text as it is pasted, made into one that a shell could be given. Lines stay where they are.
class Preparation
{
public:
    explicit Preparation(const QString &text)
        : m_lines(text.split(u'\n'))
    {}

    QString prepared()
    {
        dropMailQuotes();
        dropFences();
        dropPrompts();
        dropWordsBefore();
        return m_lines.join(u'\n');
    }

    [[nodiscard]] const std::vector<ImportNote> &notes() const { return m_notes; }

private:
    /// "> " before each line.
    void dropMailQuotes()
    {
        const bool areAllQuoted = std::ranges::all_of(m_lines, [](const QString &line) {
            return line.startsWith(u'>') || line.trimmed().isEmpty();
        });
        if (!areAllQuoted)
            return;
        for (QString &line : m_lines) {
            if (line.startsWith(u'>'))
                line.remove(0, line.startsWith(QLatin1String("> ")) ? 2 : 1);
        }
    }

    /// Of Markdown: ``` before and behind, ` around.
    void dropFences()
    {
        for (QString &line : m_lines) {
            if (line.trimmed().startsWith(QLatin1String("```")))
                line.clear();
        }
        static const QRegularExpression around = pattern("^`(curl.*)`\\s*$");
        for (QString &line : m_lines)
            line.replace(around, QStringLiteral("\\1"));
    }

    void dropPrompts()
    {
        static const QRegularExpression prompt =
            pattern("^\\s*(?:PS(?: [A-Z]:\\\\[^>]*)?> ?|[A-Z]:\\\\[^>]*> ?|\\$ |% "
                    "|[\\w.-]+@[\\w.-]+[: ][^$#%]*[$#%] )");
        for (QString &line : m_lines)
            line.remove(prompt);
    }

    [[nodiscard]] static bool looksLikeACommand(const QString &line)
    {
        static const QRegularExpression command =
            pattern("^\\s*(?:(?:sudo|time|env|&)\\s+|\\w+=\\S*\\s+)*(?:[\"']?[\\w:\\\\/.-]*\\bcurl"
                    "(?:\\.exe)?[\"']?\\s|[\"']?[\\w:\\\\/"
                    ".-]*\\bcurl(?:\\.exe)?[\"']?$|invoke-(?:restmethod|webrequest)\\b|irm\\s|"
                    "iwr\\s|docker\\s)");
        static const QRegularExpression preparation =
            pattern("^\\s*(?:(?:export|set)\\s+\"?)?\\$?(?:\\{?env:)?\\w+\\}?\\s*=|^\\s*(?:cat|"
                    "echo|printf)\\s"
                    "|^\\s*@?['\"]\\{|^\\s*#");
        return command.match(line).hasMatch() || preparation.match(line).hasMatch();
    }

    void dropWordsBefore()
    {
        const auto first = std::ranges::find_if(m_lines, looksLikeACommand);
        if (first == m_lines.end()) {
            dropWordsInLine();
            return;
        }
        for (auto line = m_lines.begin(); line != first; ++line) {
            if (line->trimmed().isEmpty())
                continue;
            m_notes.push_back(
                {Kind::LineNotUnderstood, static_cast<int>(line - m_lines.begin()) + 1, {}});
            line->clear();
        }
    }

    /// "Try it yourself: curl -X POST ..."
    void dropWordsInLine()
    {
        static const QRegularExpression inside =
            pattern("\\bcurl(?:\\.exe)?\\s+[-'\"\\\\`^h]|\\binvoke-(?:restmethod|webrequest)\\b");
        for (QString &line : m_lines) {
            const auto match = inside.match(line);
            if (match.hasMatch()) {
                line.remove(0, match.capturedStart());
                return;
            }
            line.clear();
        }
    }

    QStringList m_lines;
    std::vector<ImportNote> m_notes;
};

QByteArray programOf(const ShellWord &word)
{
    const qsizetype slash = std::max(word.text.lastIndexOf('/'), word.text.lastIndexOf('\\'));
    QByteArray name = word.text.mid(slash + 1).toLower();
    if (name.endsWith(".exe"))
        name.chop(4);
    return name;
}

bool isInvoke(const QByteArray &program)
{
    static const QByteArrayList names{"invoke-restmethod", "invoke-webrequest", "irm", "iwr"};
    return names.contains(program);
}

/// In Windows PowerShell "curl" is another name of Invoke-WebRequest.
bool speaksPowerShell(const ShellCommand &command, std::size_t first)
{
    return std::any_of(command.words.begin() + static_cast<std::ptrdiff_t>(first),
                       command.words.end(), [](const ShellWord &word) {
                           static const QByteArrayList names{"-uri", "-method", "-body", "-headers",
                                                             "-contenttype"};
                           return names.contains(word.text.toLower());
                       });
}

/// What echo, printf or cat prints, or a text alone, where it is piped into the next command.
std::optional<ShellWord> printed(const ShellCommand &command)
{
    if (command.input)
        return command.input;
    if (command.words.empty())
        return std::nullopt;
    const QByteArray program = programOf(command.words.front());
    ShellWord result = command.words.back();
    if (program == "echo")
        result.text += '\n';
    else if (program == "printf" && command.words.size() == 3)
        result.text += command.words[1].text.endsWith("\\n") ? "\n" : "";
    else if (command.words.size() != 1 && program != "printf" && program != "write-output")
        return std::nullopt;
    return result;
}

/// The index of the word that names the program, with what stands before it skipped.
std::optional<std::size_t> programIndex(const ShellCommand &command)
{
    const auto found = std::ranges::find_if(command.words, [](const ShellWord &word) {
        const QByteArray program = programOf(word);
        return program == "curl" || isInvoke(program);
    });
    if (found == command.words.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - command.words.begin());
}

std::vector<ImportedRequest> requestsOf(const ShellCommand &command, std::size_t program)
{
    const std::size_t first = program + 1;
    if (isInvoke(programOf(command.words[program])) || speaksPowerShell(command, first)) {
        const auto request = requestOfInvoke(command, first);
        return request ? std::vector{*request} : std::vector<ImportedRequest>();
    }
    return requestsOfCurl(command, first);
}

Import read(const QByteArray &text, Shell shell)
{
    Import result;
    result.format = ImportFormat::Command;
    const ShellCommand *before = nullptr;
    int withoutBody = 0;
    std::vector<ShellCommand> commands = shell(text);
    for (ShellCommand &command : commands) {
        const auto program = programIndex(command);
        if (command.isPiped && before && !command.input)
            command.input = printed(*before);
        before = &command;
        if (!program) {
            if (!command.isPiped)
                result.notes.push_back({Kind::LineNotUnderstood, command.words.front().line, {}});
            continue;
        }
        std::vector<ImportedRequest> found = requestsOf(command, *program);
        if (found.empty())
            ++withoutBody;
        for (ImportedRequest &request : found) {
            request.notes.insert(request.notes.end(), command.notes.begin(), command.notes.end());
            std::ranges::stable_sort(request.notes, {}, &ImportNote::line);
            // One variable in a text is often used twice.
            request.notes.erase(std::unique(request.notes.begin(), request.notes.end()),
                                request.notes.end());
            result.requests.push_back(std::move(request));
        }
    }
    if (withoutBody > 0)
        result.notes.push_back({Kind::RequestsWithoutBody, 0, {QString::number(withoutBody)}});
    return result;
}

auto worth(const Import &import)
{
    const auto flows = std::ranges::count_if(import.requests, &ImportedRequest::isFlow);
    const auto usable = std::ranges::count_if(import.requests, &ImportedRequest::isUsable);
    return std::pair(flows, usable);
}

std::vector<Shell> likeliestFirst(const QString &text)
{
    static const QRegularExpression powerShell = pattern(
        "\\binvoke-(?:restmethod|webrequest)\\b|\\b(?:irm|iwr)\\s|`[ \\t\\r]*$|@['\"]\\r?$");
    static const QRegularExpression cmd =
        pattern("\\^[ \\t\\r]*$|\\^\"|^\\s*set\\s+\"?\\w+=|%\\w+%");
    if (powerShell.match(text).hasMatch())
        return {readPowerShell, readBash, readCmd};
    if (cmd.match(text).hasMatch())
        return {readCmd, readBash, readPowerShell};
    return {readBash, readCmd, readPowerShell};
}

Import bestReading(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    Import best;
    best.format = ImportFormat::Command;
    bool isFirst = true;
    for (const Shell shell : likeliestFirst(text)) {
        Import reading = read(bytes, shell);
        const bool isBetter =
            worth(reading) > worth(best) || (best.requests.empty() && !reading.requests.empty());
        if (isFirst || isBetter)
            best = std::move(reading);
        isFirst = false;
        const bool isPerfect =
            !best.requests.empty() && std::ranges::all_of(best.requests, &ImportedRequest::isFlow);
        if (isPerfect)
            break;
    }
    return best;
}

/// What word processors and chat programs make of quotes, dashes and blanks.
QString plainQuotes(QString text)
{
    static const QRegularExpression doubles(
        QStringLiteral("[\u201C\u201D\u201E\u201F\u00AB\u00BB]"));
    static const QRegularExpression singles(QStringLiteral("[\u2018\u2019\u201A\u201B]"));
    static const QRegularExpression dashes(QStringLiteral("(?<=\\s)[\u2014](?=\\w)"));
    static const QRegularExpression dash(QStringLiteral("(?<=\\s)[\u2013](?=\\w)"));
    static const QRegularExpression blanks(QStringLiteral("[\u00A0\u202F\u2007]"));
    return text.replace(doubles, QStringLiteral("\""))
        .replace(singles, QStringLiteral("'"))
        .replace(dashes, QStringLiteral("--"))
        .replace(dash, QStringLiteral("-"))
        .replace(blanks, QStringLiteral(" "));
}

Import prepareAndRead(const QString &text)
{
    Preparation preparation(text);
    Import result = bestReading(preparation.prepared());
    result.notes.insert(result.notes.begin(), preparation.notes().begin(),
                        preparation.notes().end());
    std::ranges::stable_sort(result.notes, {}, &ImportNote::line);
    return result;
}

} // namespace

Import importCommands(const QByteArray &text)
{
    const QString asItIs = QString::fromUtf8(text);
    Import result = prepareAndRead(asItIs);
    if (worth(result).first > 0)
        return result;
    const QString plain = plainQuotes(asItIs);
    if (plain == asItIs)
        return result;
    Import second = prepareAndRead(plain);
    if (worth(second) <= worth(result))
        return result;
    for (ImportedRequest &request : second.requests)
        request.notes.push_back({Kind::QuotesTypographic, request.line, {}});
    return second;
}

} // namespace otpscope::models
