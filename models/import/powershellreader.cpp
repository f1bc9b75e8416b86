// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/continuation.h"
#include "models/import/shellbuilder.h"
#include "models/import/shelltext.h"
#include "models/import/textcursor.h"

#include <QRegularExpression>

#include <optional>
#include <vector>

namespace otpscope::models {

namespace {

using Kind = ImportNote::Kind;

/// about_Quoting_Rules, about_Special_Characters, about_Variables of PowerShell. Names of variables
/// are kept in lower case, as PowerShell does not tell them apart.
class PowerShellReader
{
public:
    explicit PowerShellReader(const QByteArray &text)
        : m_in(text)
    {}

    std::vector<ShellCommand> read()
    {
        while (!m_in.atEnd())
            readOne();
        endCommand();
        return m_out.takeResult();
    }

private:
    void readOne()
    {
        const char c = m_in.peek();
        if (c == '`')
            readBacktick();
        else if (c == '\'')
            readSingleQuoted();
        else if (c == '"')
            readDoubleQuoted();
        else if (c == '@' && (m_in.peek(1) == '\'' || m_in.peek(1) == '"') && !m_out.hasWord())
            readHereString();
        else if (c == '@' && (m_in.peek(1) == '{' || m_in.peek(1) == '(') && !m_out.hasWord())
            readExpression();
        else if ((c == '(' || c == '{') && !m_out.hasWord())
            readExpression();
        else if (c == '$')
            readDollar();
        else if (c == '#' && !m_out.hasWord())
            readComment();
        else if (c == '\n' || c == '\r' || c == ' ' || c == '\t')
            readBlank();
        else if (c == ';')
            readSeparator();
        else if (c == '|')
            readPipe();
        else
            readPlain();
    }

    void readComment()
    {
        m_in.takeLine();
        endCommand();
    }

    void readSeparator()
    {
        m_in.take();
        endCommand();
    }

    void readPlain()
    {
        const bool isSetting = m_in.peek() == '=' && m_out.command().words.empty() &&
                               m_out.hasWord() && m_out.word().text.startsWith('$');
        if (isSetting)
            m_out.endWord();
        m_out.beginWord(m_in.line());
        m_out.add(m_in.take());
        if (isSetting)
            m_out.endWord();
    }

    void readBlank()
    {
        m_out.endWord();
        if (m_in.takeLineEnd())
            endCommand();
        else
            m_in.take();
    }

    void readPipe()
    {
        m_in.take();
        m_out.endWord();
        // A pipe at the end of a line goes on in the next one.
        if (m_in.blanksToLineEnd() >= 0)
            m_in.takeLine();
        applyAssignment();
        m_out.endCommandWithPipe();
    }

    void readBacktick()
    {
        const int line = m_in.line();
        m_in.take();
        if (takeContinuation(m_in, m_out, ">> "))
            return;
        m_out.beginWord(line);
        if (!m_in.atEnd())
            m_out.add(m_in.take());
    }

    void readSingleQuoted()
    {
        const int line = m_in.line();
        m_out.beginWord(line);
        m_in.take();
        while (!m_in.atEnd()) {
            if (m_in.peek() == '\'' && m_in.peek(1) != '\'') {
                m_in.take();
                return;
            }
            if (m_in.peek() == '\'')
                m_in.take();
            m_out.add(m_in.take());
        }
        m_out.note(Kind::QuoteNotClosed, line);
    }

    void readDoubleQuoted()
    {
        const int line = m_in.line();
        m_out.beginWord(line);
        m_in.take();
        while (!m_in.atEnd()) {
            if (m_in.peek() == '"' && m_in.peek(1) != '"') {
                m_in.take();
                return;
            }
            if (m_in.peek() == '"') {
                m_in.take();
                m_out.add(m_in.take());
            } else {
                readExpandable();
            }
        }
        m_out.note(Kind::QuoteNotClosed, line);
    }

    void readExpandable()
    {
        if (m_in.peek() == '$') {
            readVariable();
        } else if (m_in.peek() == '`') {
            m_in.take();
            readEscape();
        } else {
            m_out.add(m_in.take());
        }
    }

    void readEscape()
    {
        if (m_in.takeLineEnd())
            return;
        const char c = m_in.take();
        switch (c) {
        case 'n':
            m_out.add('\n');
            break;
        case 'r':
            m_out.add('\r');
            break;
        case 't':
            m_out.add('\t');
            break;
        case '0':
            break;
        default:
            m_out.add(c);
        }
    }

    /// @' and @" open one at the end of a line, '@ and "@ close it at the beginning of one.
    void readHereString()
    {
        const int line = m_in.line();
        m_out.beginWord(line);
        m_in.take();
        const char quote = m_in.take();
        m_in.takeLine();
        const QByteArray end = QByteArray(1, quote) + '@';
        bool isFirst = true;
        while (!m_in.atEnd()) {
            TextCursor ahead = m_in;
            while (ahead.peek() == ' ' || ahead.peek() == '\t')
                ahead.take();
            if (ahead.startsWith(end)) {
                ahead.skip(2);
                m_in = ahead;
                return;
            }
            if (!isFirst)
                m_out.add('\n');
            isFirst = false;
            readHereLine(quote);
        }
        m_out.note(Kind::QuoteNotClosed, line);
    }

    void readHereLine(char quote)
    {
        while (!m_in.atEnd() && !m_in.takeLineEnd()) {
            if (quote == '"')
                readExpandable();
            else
                m_out.add(m_in.take());
        }
    }

    void readDollar()
    {
        m_out.beginWord(m_in.line());
        readVariable();
    }

    void readVariable()
    {
        const int line = m_in.line();
        m_in.take();
        if (m_in.peek() == '(') {
            bracketed();
            m_out.note(Kind::ExpressionNotRun, line);
            return;
        }
        const bool isBraced = m_in.peek() == '{';
        if (isBraced)
            m_in.take();
        const QByteArray name = variableName();
        if (isBraced && m_in.peek() == '}')
            m_in.take();
        if (name.isEmpty()) {
            m_out.add('$');
            return;
        }
        // At the beginning of a command it is named to be set.
        if (m_out.word().text.isEmpty() && m_out.command().words.empty() && isSet())
            m_out.add("$" + name);
        else
            m_out.addVariable(name, line);
        if (m_expressions.contains(name))
            m_out.markExpression();
    }

    QByteArray variableName()
    {
        QByteArray name = m_in.takeName();
        if (name.toLower() == "env" && m_in.peek() == ':') {
            m_in.take();
            name = m_in.takeName();
        }
        return isKnown(name.toLower()) ? name.toLower() : name;
    }

    [[nodiscard]] bool isKnown(const QByteArray &name) const { return m_out.hasVariable(name); }

    [[nodiscard]] bool isSet() const
    {
        qsizetype at = 0;
        while (m_in.peek(at) == ' ')
            ++at;
        return m_in.peek(at) == '=';
    }

    /// Everything up to the bracket that closes the one here, quotes observed.
    QByteArray bracketed()
    {
        QByteArray text;
        int depth = 0;
        char quote = '\0';
        do {
            const char c = m_in.take();
            text += c;
            if (quote != '\0') {
                if (c == quote)
                    quote = '\0';
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '{' || c == '[') {
                ++depth;
            } else if (c == ')' || c == '}' || c == ']') {
                --depth;
            }
        } while (depth > 0 && !m_in.atEnd());
        return text;
    }

    /// ([Text.Encoding]::UTF8.GetBytes($body)) is $body; the value of anything else is not known.
    void readExpression()
    {
        const int line = m_in.line();
        m_out.beginWord(line);
        QByteArray text;
        if (m_in.peek() == '@')
            text += m_in.take();
        text += bracketed();
        static const QRegularExpression bytesOf(
            QStringLiteral("^\\(.*GetBytes\\(\\s*\\$(\\w+)\\s*\\)\\s*\\)$"),
            QRegularExpression::DotMatchesEverythingOption);
        const auto match = bytesOf.match(QString::fromUtf8(text));
        const QByteArray name = match.captured(1).toUtf8().toLower();
        if (match.hasMatch() && isKnown(name)) {
            m_out.addVariable(name, line);
            return;
        }
        m_out.add(text);
        m_out.markExpression();
    }

    void endCommand()
    {
        m_out.endWord();
        applyAssignment();
        m_out.endCommand();
    }

    /// $name = value, or $env:name = value. What the value is piped to is applied by nobody.
    void applyAssignment()
    {
        auto &words = m_out.command().words;
        if (words.size() < 2 || !words.front().text.startsWith('$'))
            return;
        const QByteArray name = words.front().text.mid(1).toLower();
        if (words[1].text == "=" && words.size() >= 3) {
            m_out.setVariable(name, words[2].text);
            if (words[2].isExpression)
                m_expressions.push_back(name);
            // $answer = Invoke-RestMethod ...: the command matters.
            if (words.size() == 3)
                words.clear();
            else
                words.erase(words.begin(), words.begin() + 2);
        }
    }

    TextCursor m_in;
    ShellBuilder m_out;
    /// Variables whose value is an expression.
    QByteArrayList m_expressions;
};

} // namespace

std::vector<ShellCommand> readPowerShell(const QByteArray &text)
{
    return PowerShellReader(text).read();
}

} // namespace otpscope::models
