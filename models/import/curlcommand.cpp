// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/curlcommand.h"

#include "models/import/curloptions.h"
#include "models/import/requestbuilder.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace otpscope::models {

namespace {

using Kind = ImportNote::Kind;

/// One request of the command, as the options give it. The manual of curl is the source.
class CurlRequest
{
public:
    CurlRequest(const ShellCommand &command, int line)
        : m_command(command)
    {
        m_request.line = line;
    }

    void takeOption(const QByteArray &name, const ShellWord &value)
    {
        if (name == "data" || name == "data-ascii" || name == "data-binary" || name == "json")
            addData(value, name == "json" ? "" : "&");
        else if (name == "data-raw")
            append(value, value.text, "&");
        else if (name == "data-urlencode")
            addEncoded(value);
        else if (name == "header")
            noteHeaderLine(value);
        else if (name == "request")
            m_request.method = QString::fromUtf8(value.text);
        else if (name == "url")
            takeAddress(value);
        else if (name == "form" || name == "form-string")
            note(Kind::BodyIsForm, value.line);
        else if (name == "upload-file")
            note(Kind::BodyInFile, value.line, {QString::fromUtf8(value.text)});
        else if (name == "config")
            note(Kind::OptionNotUnderstood, value.line, {QStringLiteral("--config")});
        else
            noteCredential(name, value.line);
    }

    void takeFlag(const QByteArray &name, int line)
    {
        if (name == "get")
            note(Kind::DataInAddress, line);
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

    void note(Kind kind, int line, const QStringList &values = {})
    {
        m_request.notes.push_back({kind, line, values});
    }

    /// The request; nothing where it has no body.
    std::optional<ImportedRequest> takeResult()
    {
        if (!m_hasBody && m_request.notes.empty())
            return std::nullopt;
        if (m_request.method.isEmpty())
            m_request.method = QStringLiteral("POST");
        if (m_hasBody)
            takeBodyText();
        else
            m_request.problem = DocumentProblem{DocumentProblem::Kind::NotAFlow, {}};
        return m_hasBody || tellsOfABody() ? std::optional(std::move(m_request)) : std::nullopt;
    }

private:
    /// -d and its kind: text, or @file.
    void addData(const ShellWord &word, const char *separator)
    {
        if (!word.text.startsWith('@')) {
            append(word, word.text, separator);
        } else if (word.text == "@-" && m_command.input) {
            append(*m_command.input, m_command.input->text, separator);
        } else if (word.text == "@-") {
            note(Kind::BodyFromElsewhere, word.line);
        } else {
            note(Kind::BodyInFile, word.line, {QString::fromUtf8(word.text.mid(1))});
        }
    }

    void append(const ShellWord &word, const QByteArray &text, const char *separator)
    {
        if (m_hasBody)
            m_body += separator;
        else
            m_bodyLine = word.line;
        m_hasBody = true;
        m_body += text;
        m_request.notes.insert(m_request.notes.end(), word.notes.begin(), word.notes.end());
    }

    /// content, =content, name=content, @file, name@file. Only a content without a name can be a
    /// body in JSON; it is taken as it stands, since encoded it would be none.
    void addEncoded(const ShellWord &word)
    {
        QByteArray text = word.text;
        const qsizetype object = text.indexOf('{');
        const qsizetype file = text.indexOf('@');
        if (file >= 0 && (object < 0 || file < object)) {
            note(Kind::BodyInFile, word.line, {QString::fromUtf8(text.mid(file + 1))});
            return;
        }
        if (text.startsWith('='))
            text.remove(0, 1);
        if (text.trimmed().startsWith('{'))
            note(Kind::PercentEncoded, word.line);
        append(word, text, "&");
    }

    void noteHeaderLine(const ShellWord &word)
    {
        const QByteArray &text = word.text;
        if (text.startsWith('@')) {
            note(Kind::OptionNotUnderstood, word.line, {QStringLiteral("--header")});
            return;
        }
        // "Name;" is a header without a value.
        const qsizetype colon = text.indexOf(text.contains(':') ? ':' : ';');
        noteHeader(m_request, QString::fromUtf8(text.left(colon < 0 ? 0 : colon)).trimmed(),
                   word.line);
    }

    void noteCredential(const QByteArray &name, int line)
    {
        static const QByteArrayList credentials{
            "user",         "oauth2-bearer", "cookie",     "cookie-jar",
            "proxy-user",   "aws-sigv4",     "pass",       "cert",
            "key",          "netrc-file",    "proxy-pass", "tlspassword",
            "proxy-header", "proxy-cert",    "proxy-key",  "proxy-tlspassword",
            "login-options"};
        if (credentials.contains(name))
            note(Kind::CredentialLeftOut, line, {QLatin1String("--") + QString::fromUtf8(name)});
    }

    [[nodiscard]] bool tellsOfABody() const
    {
        return std::ranges::any_of(m_request.notes, [](const ImportNote &note) {
            return note.kind == Kind::BodyInFile || note.kind == Kind::BodyFromElsewhere ||
                   note.kind == Kind::BodyIsForm;
        });
    }

    void takeBodyText()
    {
        if (!FlowDocument::fromText(m_body) && m_body.contains("\\\"")) {
            // Windows PowerShell wants the quotes of an argument escaped once more.
            QByteArray unescaped = m_body;
            unescaped.replace("\\\"", "\"");
            if (FlowDocument::fromText(unescaped)) {
                m_body = unescaped;
                note(Kind::BackslashesRemoved, m_bodyLine);
            }
        }
        takeBody(m_request, m_body, m_bodyLine);
    }

    const ShellCommand &m_command;
    ImportedRequest m_request;
    QByteArray m_body;
    int m_bodyLine = 1;
    bool m_hasBody = false;
};

class CurlReader
{
public:
    CurlReader(const ShellCommand &command, std::size_t first)
        : m_command(command)
        , m_next(first)
    {
        begin(command.words.at(first - 1).line);
    }

    std::vector<ImportedRequest> read()
    {
        while (m_next < m_command.words.size()) {
            const ShellWord &word = m_command.words[m_next++];
            if (word.text == "--")
                m_isOver = true;
            else if (!m_isOver && word.text.startsWith("--"))
                readLong(word);
            else if (!m_isOver && word.text.startsWith('-') && word.text.size() > 1)
                readShort(word);
            else
                m_request->takeAddress(word);
        }
        end();
        return std::move(m_found);
    }

private:
    void begin(int line) { m_request.emplace(m_command, line); }

    void end()
    {
        if (auto request = m_request->takeResult())
            m_found.push_back(*std::move(request));
    }

    void readLong(const ShellWord &word)
    {
        const qsizetype equals = word.text.indexOf('=');
        const QByteArray name = word.text.mid(2, equals < 0 ? -1 : equals - 2);
        const CurlOption option = longCurlOption(name);
        if (option.kind == CurlOption::Kind::WithValue && equals >= 0) {
            ShellWord value = word;
            value.text = word.text.mid(equals + 1);
            m_request->takeOption(option.name, value);
        } else {
            take(option, word, "--" + name);
        }
    }

    /// Letters can stand together; the value of the last one may follow it at once.
    void readShort(const ShellWord &word)
    {
        for (qsizetype at = 1; at < word.text.size(); ++at) {
            const CurlOption option = shortCurlOption(word.text[at]);
            if (option.kind == CurlOption::Kind::WithValue && at + 1 < word.text.size()) {
                ShellWord value = word;
                value.text = word.text.mid(at + 1);
                m_request->takeOption(option.name, value);
                return;
            }
            take(option, word, "-" + word.text.mid(at, 1));
            if (option.kind == CurlOption::Kind::Unknown)
                return;
        }
    }

    void take(const CurlOption &option, const ShellWord &word, const QByteArray &spelling)
    {
        switch (option.kind) {
        case CurlOption::Kind::Flag:
            if (option.name == "next") {
                end();
                begin(word.line);
            } else {
                m_request->takeFlag(option.name, word.line);
            }
            break;
        case CurlOption::Kind::WithValue:
            if (m_next < m_command.words.size())
                m_request->takeOption(option.name, m_command.words[m_next++]);
            else
                m_request->note(Kind::OptionNotUnderstood, word.line,
                                {QString::fromUtf8(spelling)});
            break;
        case CurlOption::Kind::Unknown:
            m_request->note(Kind::OptionNotUnderstood, word.line, {QString::fromUtf8(spelling)});
            break;
        }
    }

    const ShellCommand &m_command;
    std::size_t m_next;
    bool m_isOver = false;
    std::optional<CurlRequest> m_request;
    std::vector<ImportedRequest> m_found;
};

} // namespace

std::vector<ImportedRequest> requestsOfCurl(const ShellCommand &command, std::size_t first)
{
    return CurlReader(command, first).read();
}

} // namespace otpscope::models
