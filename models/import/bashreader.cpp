// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/continuation.h"
#include "models/import/shellbuilder.h"
#include "models/import/shelltext.h"
#include "models/import/textcursor.h"

#include <optional>
#include <utility>
#include <vector>

namespace otpscope::models {

namespace {

using Kind = ImportNote::Kind;

void appendCodePoint(ShellBuilder &builder, char32_t code)
{
    builder.add(QString::fromUcs4(&code, 1).toUtf8());
}

/// The Bash manual: 3.1.2 Quoting, 3.2 Shell Commands, 3.5.3 Parameter Expansion, 3.6 Redirections.
class BashReader
{
public:
    explicit BashReader(const QByteArray &text)
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
    struct HereDocument
    {
        QByteArray end;
        bool isLiteral = false;
        bool stripsTabs = false;
    };

    void readOne()
    {
        const char c = m_in.peek();
        if (c == '\\')
            readBackslash();
        else if (c == '\'')
            readSingleQuoted();
        else if (c == '"')
            readDoubleQuoted();
        else if (c == '$')
            readDollar();
        else if (c == '`')
            skipBackticks();
        else if (c == '\n' || c == '\r' || c == ' ' || c == '\t')
            readBlank();
        else if (c == '#' && !m_out.hasWord())
            readComment();
        else if (c == '<')
            readLess();
        else if (c == '>')
            readGreater();
        else if (c == ';' || c == '|' || (c == '&' && !isInAddress()))
            readOperator();
        else
            readPlain();
    }

    void readPlain()
    {
        m_out.beginWord(m_in.line());
        m_out.add(m_in.take());
    }

    void readBlank()
    {
        endWord();
        if (m_in.takeLineEnd())
            endLine();
        else
            m_in.take();
    }

    void readComment()
    {
        m_in.takeLine();
        endLine();
    }

    /// A here-document stands behind the line that names it. Where that line is a pipeline, the
    /// command at its end gets it in effect.
    void endLine()
    {
        endWord();
        for (const HereDocument &document : std::exchange(m_pending, {}))
            readHereDocument(document);
        endCommand();
    }

    void readBackslash()
    {
        const int line = m_in.line();
        m_in.take();
        if (takeContinuation(m_in, m_out, "> "))
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
        while (!m_in.atEnd() && m_in.peek() != '\'')
            m_out.add(m_in.take());
        closeQuote(line);
    }

    void closeQuote(int line)
    {
        if (m_in.atEnd())
            m_out.note(Kind::QuoteNotClosed, line);
        m_in.take();
    }

    void readDoubleQuoted()
    {
        const int line = m_in.line();
        m_out.beginWord(line);
        m_in.take();
        while (!m_in.atEnd() && m_in.peek() != '"')
            readInDoubleQuotes('"');
        closeQuote(line);
    }

    void readInDoubleQuotes(char quote)
    {
        if (m_in.peek() == '$') {
            readExpansion();
        } else if (m_in.peek() == '`') {
            skipBackticks();
        } else if (m_in.peek() == '\\') {
            m_in.take();
            if (m_in.takeLineEnd())
                return;
            const char next = m_in.peek();
            if (next != '$' && next != '`' && next != '\\' && next != quote)
                m_out.add('\\');
            if (!m_in.atEnd())
                m_out.add(m_in.take());
        } else {
            m_out.add(m_in.take());
        }
    }

    void readDollar()
    {
        m_out.beginWord(m_in.line());
        if (m_in.peek(1) == '\'')
            readAnsiQuoted();
        else if (m_in.peek(1) == '"')
            readTranslated();
        else
            readExpansion();
    }

    /// $"..." is translated where there is a translation.
    void readTranslated()
    {
        m_in.take();
        readDoubleQuoted();
    }

    void readExpansion()
    {
        const int line = m_in.line();
        m_in.take();
        if (m_in.peek() == '(') {
            skipBracketed('(', ')');
            m_out.note(Kind::CommandNotRun, line);
        } else if (m_in.peek() == '{') {
            m_in.take();
            readBracedVariable(line);
        } else {
            const QByteArray name = m_in.takeName();
            if (name.isEmpty())
                m_out.add('$');
            else
                m_out.addVariable(name, line);
        }
    }

    /// ${name}, ${name:-default}, ${name:?message}
    void readBracedVariable(int line)
    {
        const QByteArray name = m_in.takeName();
        QByteArray rest;
        while (!m_in.atEnd() && m_in.peek() != '}')
            rest += m_in.take();
        m_in.take();
        const bool hasDefault = rest.startsWith(":-") || rest.startsWith(":=");
        if (hasDefault && !m_out.hasVariable(name))
            m_out.add(rest.mid(2));
        else if (!name.isEmpty())
            m_out.addVariable(name, line);
        else
            m_out.note(Kind::ExpressionNotRun, line);
    }

    void readAnsiQuoted()
    {
        const int line = m_in.line();
        m_in.skip(2);
        while (!m_in.atEnd() && m_in.peek() != '\'') {
            if (m_in.peek() == '\\')
                readAnsiEscape();
            else
                m_out.add(m_in.take());
        }
        closeQuote(line);
    }

    void readAnsiEscape()
    {
        m_in.take();
        const char c = m_in.take();
        switch (c) {
        case 'n':
            m_out.add('\n');
            break;
        case 't':
            m_out.add('\t');
            break;
        case 'r':
            m_out.add('\r');
            break;
        case 'a':
            m_out.add('\a');
            break;
        case 'b':
            m_out.add('\b');
            break;
        case 'e':
        case 'E':
            m_out.add('\x1b');
            break;
        case 'f':
            m_out.add('\f');
            break;
        case 'v':
            m_out.add('\v');
            break;
        case 'x':
            readHexByte();
            break;
        case 'u':
            readUtf16();
            break;
        case 'U':
            appendCodePoint(m_out, readNumber(8, 16));
            break;
        case '0':
        case '1':
        case '2':
        case '3':
        case '4':
        case '5':
        case '6':
        case '7':
            readOctal(c);
            break;
        case '\\':
        case '\'':
        case '"':
        case '?':
            m_out.add(c);
            break;
        default:
            m_out.add('\\');
            m_out.add(c);
        }
    }

    char32_t readNumber(int digits, int base)
    {
        char32_t number = 0;
        for (; digits > 0; --digits) {
            const char c = m_in.peek();
            int digit = base;
            if (c >= '0' && c <= '9')
                digit = c - '0';
            else if (c >= 'a' && c <= 'f')
                digit = c - 'a' + 10;
            else if (c >= 'A' && c <= 'F')
                digit = c - 'A' + 10;
            if (digit >= base)
                break;
            number = number * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
            m_in.take();
        }
        return number;
    }

    void readHexByte() { m_out.add(static_cast<char>(readNumber(2, 16))); }

    void readOctal(char first)
    {
        const char32_t high = static_cast<char32_t>(first - '0');
        char32_t number = high;
        for (int i = 0; i < 2 && m_in.peek() >= '0' && m_in.peek() <= '7'; ++i)
            number = number * 8 + static_cast<char32_t>(m_in.take() - '0');
        m_out.add(static_cast<char>(number));
    }

    /// Browsers write characters beyond U+FFFF as two halves.
    void readUtf16()
    {
        char32_t code = readNumber(4, 16);
        if (code >= 0xD800 && code < 0xDC00 && m_in.startsWith("\\u")) {
            m_in.skip(2);
            const char32_t low = readNumber(4, 16);
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        }
        appendCodePoint(m_out, code);
    }

    void skipBackticks()
    {
        const int line = m_in.line();
        m_out.beginWord(line);
        m_in.take();
        while (!m_in.atEnd() && m_in.peek() != '`')
            m_in.take();
        m_in.take();
        m_out.note(Kind::CommandNotRun, line);
    }

    void skipBracketed(char open, char close)
    {
        int depth = 0;
        do {
            const char c = m_in.take();
            if (c == open)
                ++depth;
            else if (c == close)
                --depth;
        } while (depth > 0 && !m_in.atEnd());
    }

    /// An address that was not quoted keeps its `&`.
    [[nodiscard]] bool isInAddress() const
    {
        const char next = m_in.peek(1);
        return m_out.hasWord() && m_out.word().text.startsWith("http") && next != ' ' &&
               next != '\n' && next != '&' && next != '\0';
    }

    void readOperator()
    {
        const char c = m_in.take();
        const bool isDouble = m_in.peek() == c;
        if (isDouble)
            m_in.take();
        endWord();
        if (c == '|' && !isDouble) {
            applyAssignments();
            m_out.endCommandWithPipe();
        } else {
            endCommand();
        }
    }

    void readLess()
    {
        if (m_in.startsWith("<<<")) {
            endWord();
            m_in.skip(3);
            m_target = Target::HereString;
        } else if (m_in.startsWith("<<")) {
            endWord();
            m_in.skip(2);
            readHereMark();
        } else {
            endWord();
            m_in.take();
            m_target = Target::File;
        }
    }

    void readGreater()
    {
        // 2>&1: the number belongs to it.
        if (m_out.hasWord() && (m_out.word().text == "2" || m_out.word().text == "1"))
            m_out.takeWord();
        endWord();
        m_in.take();
        while (m_in.peek() == '>' || m_in.peek() == '&' || m_in.peek() == '|')
            m_in.take();
        m_target = Target::File;
    }

    void readHereMark()
    {
        HereDocument document;
        if (m_in.peek() == '-') {
            document.stripsTabs = true;
            m_in.take();
        }
        while (m_in.peek() == ' ')
            m_in.take();
        while (!m_in.atEnd() && !QByteArrayView(" \t\r\n;|&<>").contains(m_in.peek())) {
            const char c = m_in.take();
            if (c == '\'' || c == '"' || c == '\\')
                document.isLiteral = true;
            else
                document.end += c;
        }
        m_pending.push_back(document);
    }

    void readHereDocument(const HereDocument &document)
    {
        m_out.beginWord(m_in.line());
        while (!m_in.atEnd()) {
            // Look at the whole line first, then read it with its expansions.
            TextCursor ahead = m_in;
            QByteArray line = ahead.takeLine();
            while (document.stripsTabs && line.startsWith('\t'))
                line.remove(0, 1);
            if (line.trimmed() == document.end) {
                m_in = ahead;
                break;
            }
            readHereLine(document);
        }
        m_out.command().input = m_out.takeWord();
    }

    void readHereLine(const HereDocument &document)
    {
        while (document.stripsTabs && m_in.peek() == '\t')
            m_in.take();
        while (!m_in.atEnd()) {
            if (m_in.peek() == '\n') {
                m_out.add(m_in.take());
                return;
            }
            if (document.isLiteral)
                m_out.add(m_in.take());
            else
                readInDoubleQuotes('\0');
        }
    }

    void endWord()
    {
        if (!m_out.hasWord())
            return;
        switch (std::exchange(m_target, Target::Argument)) {
        case Target::Argument:
            m_out.endWord();
            break;
        case Target::HereString: {
            ShellWord word = m_out.takeWord();
            word.text += '\n';
            m_out.command().input = std::move(word);
            break;
        }
        case Target::File:
            m_out.takeWord();
            break;
        }
    }

    void endCommand()
    {
        endWord();
        applyAssignments();
        m_out.endCommand();
        m_target = Target::Argument;
    }

    /// NAME=value before a command, or behind export.
    void applyAssignments()
    {
        auto &words = m_out.command().words;
        while (!words.empty()) {
            const QByteArray &text = words.front().text;
            const qsizetype equals = text.indexOf('=');
            TextCursor name(text);
            const bool isAssignment = equals > 0 && name.takeName().size() == equals;
            if (isAssignment)
                m_out.setVariable(text.left(equals), text.mid(equals + 1));
            else if (text != "export")
                return;
            words.erase(words.begin());
        }
    }

    enum class Target {
        Argument,
        HereString,
        File,
    };

    TextCursor m_in;
    ShellBuilder m_out;
    Target m_target = Target::Argument;
    std::vector<HereDocument> m_pending;
};

} // namespace

std::vector<ShellCommand> readBash(const QByteArray &text)
{
    return BashReader(text).read();
}

} // namespace otpscope::models
