// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/invokecommand.h"

#include "models/import/requestbuilder.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace otpscope::models {

namespace {

using Kind = ImportNote::Kind;

// Parameters of Invoke-RestMethod and Invoke-WebRequest (PowerShell 7), in lower case.
constexpr std::array<std::string_view, 25> parametersWithValue{"authentication",
                                                               "body",
                                                               "certificate",
                                                               "certificatethumbprint",
                                                               "contenttype",
                                                               "credential",
                                                               "custommethod",
                                                               "followrellink",
                                                               "form",
                                                               "headers",
                                                               "httpversion",
                                                               "infile",
                                                               "maximumredirection",
                                                               "maximumretrycount",
                                                               "method",
                                                               "outfile",
                                                               "proxy",
                                                               "proxycredential",
                                                               "retryintervalsec",
                                                               "sessionvariable",
                                                               "timeoutsec",
                                                               "token",
                                                               "uri",
                                                               "useragent",
                                                               "websession"};
constexpr std::array<std::string_view, 9> switchParameters{"allowunencryptedauthentication",
                                                           "disablekeepalive",
                                                           "noproxy",
                                                           "passthru",
                                                           "skipcertificatecheck",
                                                           "skiphttperrorcheck",
                                                           "usebasicparsing",
                                                           "usedefaultcredentials",
                                                           "verbose"};
constexpr std::array<std::string_view, 7> credentialParameters{
    "authentication", "certificate", "certificatethumbprint", "credential", "proxycredential",
    "token",          "websession"};

template <std::size_t Size>
std::string_view completedParameter(const std::array<std::string_view, Size> &names,
                                    const QByteArray &begin)
{
    const auto found = std::ranges::find_if(names, [&](std::string_view name) {
        return name.starts_with(
            std::string_view(begin.constData(), static_cast<std::size_t>(begin.size())));
    });
    return found == names.end() ? std::string_view() : *found;
}

class InvokeReader
{
public:
    InvokeReader(const ShellCommand &command, std::size_t first)
        : m_command(command)
        , m_next(first)
    {
        m_request.line = command.words.at(first - 1).line;
        m_request.method = QStringLiteral("GET");
    }

    std::optional<ImportedRequest> read()
    {
        while (m_next < m_command.words.size()) {
            const ShellWord &word = m_command.words[m_next++];
            if (word.text.startsWith('-') && !word.isExpression)
                readParameter(word);
            else
                takeAddress(word);
        }
        if (!m_body && m_command.input)
            m_body = m_command.input;
        if (m_body)
            takeBodyWord(*m_body);
        else
            m_request.problem = DocumentProblem{DocumentProblem::Kind::NotAFlow, {}};
        return m_body || m_isInFile ? std::optional(std::move(m_request)) : std::nullopt;
    }

private:
    void readParameter(const ShellWord &word)
    {
        const qsizetype colon = word.text.indexOf(':');
        const QByteArray name = word.text.mid(1, colon < 0 ? -1 : colon - 1).toLower();
        if (const auto full = completedParameter(parametersWithValue, name); !full.empty()) {
            ShellWord value = word;
            if (colon >= 0 && colon + 1 < word.text.size())
                value.text = word.text.mid(colon + 1);
            else if (m_next < m_command.words.size())
                value = m_command.words[m_next++];
            takeValue(full, value);
        } else if (completedParameter(switchParameters, name).empty()) {
            note(Kind::OptionNotUnderstood, word.line,
                 {QLatin1Char('-') + QString::fromUtf8(name)});
        }
    }

    void takeValue(std::string_view name, const ShellWord &value)
    {
        if (name == "body") {
            m_body = value;
        } else if (name == "uri") {
            takeAddress(value);
        } else if (name == "method" || name == "custommethod") {
            m_request.method = QString::fromUtf8(value.text).toUpper();
        } else if (name == "headers") {
            noteHeaders(value);
        } else if (name == "infile") {
            m_isInFile = true;
            note(Kind::BodyInFile, value.line, {QString::fromUtf8(value.text)});
        } else if (std::ranges::find(credentialParameters, name) != credentialParameters.end()) {
            note(Kind::CredentialLeftOut, value.line,
                 {QLatin1Char('-') + QString::fromUtf8(name.data(), qsizetype(name.size()))});
        }
    }

    void takeAddress(const ShellWord &word)
    {
        const QString address = QString::fromUtf8(word.text);
        if (!m_request.address.isEmpty()) {
            note(Kind::WordsNotUnderstood, word.line);
            return;
        }
        m_request.address = withoutSecrets(address);
        if (holdsCredential(address))
            note(Kind::CredentialLeftOut, word.line, {QStringLiteral("url")});
    }

    /// Of @{ "Name" = value; Name = value }, the names.
    void noteHeaders(const ShellWord &word)
    {
        static const QRegularExpression entry(
            QStringLiteral("(?:^@\\{|[;\\n])\\s*(['\"]?)([\\w-]+)\\1\\s*="));
        const QString text = QString::fromUtf8(word.text);
        auto entries = entry.globalMatch(text);
        while (entries.hasNext()) {
            const auto match = entries.next();
            const auto before = QStringView(text).left(match.capturedStart(2)).count(u'\n');
            noteHeader(m_request, match.captured(2), word.line + static_cast<int>(before));
        }
    }

    void takeBodyWord(const ShellWord &word)
    {
        m_request.notes.insert(m_request.notes.end(), word.notes.begin(), word.notes.end());
        if (word.isExpression) {
            m_request.problem = DocumentProblem{DocumentProblem::Kind::NotAFlow, {}};
            note(Kind::ExpressionNotRun, word.line);
        } else {
            takeBody(m_request, word.text, word.line);
        }
    }

    void note(Kind kind, int line, const QStringList &values = {})
    {
        m_request.notes.push_back({kind, line, values});
    }

    const ShellCommand &m_command;
    std::size_t m_next;
    ImportedRequest m_request;
    std::optional<ShellWord> m_body;
    bool m_isInFile = false;
};

} // namespace

std::optional<ImportedRequest> requestOfInvoke(const ShellCommand &command, std::size_t first)
{
    return InvokeReader(command, first).read();
}

} // namespace otpscope::models
