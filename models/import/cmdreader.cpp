// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/continuation.h"
#include "models/import/shellbuilder.h"
#include "models/import/shelltext.h"
#include "models/import/textcursor.h"

#include <vector>

namespace otpscope::models {

namespace {

using Kind = ImportNote::Kind;

/// Two readers in one, as on Windows: cmd.exe takes carets, variables and operators, then the
/// program's own start code splits what is left into arguments (Microsoft: "Parsing C command-line
/// arguments"). Leniently, a line may end within quotes.
class CmdReader
{
public:
    explicit CmdReader(const QByteArray &text)
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
        const int line = m_in.line();
        const char c = m_in.peek();
        if (c == '^' && !m_isShellQuoted) {
            m_in.take();
            readEscaped();
        } else if (c == '%') {
            readPercent();
        } else if (!m_isShellQuoted && (c == '\n' || c == '\r')) {
            readLineEnd();
        } else if (!m_isShellQuoted && (c == '&' || c == '|')) {
            m_in.take();
            endCommand();
        } else {
            m_in.take();
            if (c == '"')
                m_isShellQuoted = !m_isShellQuoted;
            give(c, line);
        }
    }

    void readLineEnd()
    {
        if (m_in.takeLineEnd()) {
            // An argument that is still open goes on, whatever cmd would say.
            if (m_isQuoted)
                give('\n', m_in.line());
            else
                endCommand();
        } else {
            m_in.take();
        }
    }

    void readEscaped()
    {
        const int line = m_in.line();
        if (takeContinuation(m_in, m_out, "More? ")) {
            // What follows is taken as it stands: a second line end is one of the text.
            if (m_in.peek() == '\n' || m_in.peek() == '\r') {
                m_in.takeLineEnd();
                give('\n', line);
            }
            return;
        }
        if (!m_in.atEnd())
            give(m_in.take(), line);
    }

    void readPercent()
    {
        TextCursor ahead = m_in;
        ahead.take();
        // Written to keep cmd from seeing a variable there.
        if (ahead.peek() == '%') {
            ahead.take();
            m_in = ahead;
            give('%', m_in.line());
            return;
        }
        const QByteArray name = ahead.takeName();
        if (name.isEmpty() || ahead.peek() != '%') {
            give(m_in.take(), m_in.line());
            return;
        }
        ahead.take();
        flushBackslashes();
        m_out.beginWord(m_in.line());
        m_out.addVariable(name, m_in.line());
        m_in = ahead;
    }

    /// A character as the program sees it.
    void give(char c, int line)
    {
        if (c == '\\') {
            ++m_backslashes;
            m_backslashLine = line;
        } else if (c == '"') {
            giveQuote(line);
        } else {
            flushBackslashes();
            m_wasClosed = false;
            const bool isBlank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (isBlank && !m_isQuoted) {
                m_out.endWord();
                return;
            }
            m_out.beginWord(line);
            m_out.add(c);
        }
    }

    void giveQuote(int line)
    {
        m_out.beginWord(line);
        m_out.add(QByteArray(m_backslashes / 2, '\\'));
        const bool isEscaped = m_backslashes % 2 == 1;
        m_backslashes = 0;
        if (isEscaped) {
            m_out.add('"');
            m_wasClosed = false;
        } else if (!m_isQuoted && m_wasClosed) {
            // Two quotes within quotes are one of the text.
            m_out.add('"');
            m_isQuoted = true;
            m_wasClosed = false;
        } else {
            m_wasClosed = m_isQuoted;
            m_isQuoted = !m_isQuoted;
            m_quoteLine = line;
        }
    }

    void flushBackslashes()
    {
        if (m_backslashes == 0)
            return;
        m_out.beginWord(m_backslashLine);
        m_out.add(QByteArray(m_backslashes, '\\'));
        m_backslashes = 0;
    }

    void endCommand()
    {
        flushBackslashes();
        if (m_isQuoted && m_out.hasWord())
            m_out.note(Kind::QuoteNotClosed, m_quoteLine);
        m_out.endWord();
        m_isQuoted = false;
        m_isShellQuoted = false;
        m_wasClosed = false;
        applySet();
        m_out.endCommand();
    }

    /// set NAME=value, or set "NAME=value"
    void applySet()
    {
        const auto &words = m_out.command().words;
        if (words.size() < 2 || words.front().text.toLower() != "set")
            return;
        const QByteArray &text = words.at(1).text;
        const qsizetype equals = text.indexOf('=');
        if (equals > 0)
            m_out.setVariable(text.left(equals), text.mid(equals + 1));
    }

    TextCursor m_in;
    ShellBuilder m_out;
    /// As cmd sees it, where a caret escapes a quote.
    bool m_isShellQuoted = false;
    /// As the program sees it.
    bool m_isQuoted = false;
    bool m_wasClosed = false;
    int m_quoteLine = 1;
    qsizetype m_backslashes = 0;
    int m_backslashLine = 1;
};

} // namespace

std::vector<ShellCommand> readCmd(const QByteArray &text)
{
    return CmdReader(text).read();
}

} // namespace otpscope::models
