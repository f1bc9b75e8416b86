// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace otpscope::models {

/// Walks over a text byte by byte and knows the line. Reading past the end gives NUL. The text must
/// outlive it.
class TextCursor
{
public:
    explicit TextCursor(QByteArrayView text)
        : m_text(text)
    {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }
    [[nodiscard]] bool startsWith(QByteArrayView what) const
    {
        return m_text.sliced(m_at).startsWith(what);
    }
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] qsizetype position() const { return m_at; }

    char take()
    {
        const char c = peek();
        if (c == '\n')
            ++m_line;
        if (!atEnd())
            ++m_at;
        return c;
    }
    void skip(qsizetype count)
    {
        for (; count > 0; --count)
            take();
    }
    /// True, and past it, where a line ends here.
    bool takeLineEnd()
    {
        if (peek() == '\r' && peek(1) == '\n')
            skip(2);
        else if (peek() == '\n')
            take();
        else
            return false;
        return true;
    }
    /// The rest of the line, and past its end.
    QByteArray takeLine()
    {
        const qsizetype begin = m_at;
        while (!atEnd() && peek() != '\n')
            take();
        QByteArray line = m_text.sliced(begin, m_at - begin).toByteArray();
        take();
        if (line.endsWith('\r'))
            line.chop(1);
        return line;
    }
    /// How many blanks stand before the end of the line; -1 where something else does.
    [[nodiscard]] qsizetype blanksToLineEnd() const
    {
        qsizetype count = 0;
        while (peek(count) == ' ' || peek(count) == '\t' || peek(count) == '\r')
            ++count;
        return peek(count) == '\n' ? count : -1;
    }
    /// A variable's name that begins here; empty where none does.
    QByteArray takeName()
    {
        const qsizetype begin = m_at;
        const auto isNameCharacter = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '_';
        };
        if (peek() >= '0' && peek() <= '9')
            return {};
        while (isNameCharacter(peek()))
            take();
        return m_text.sliced(begin, m_at - begin).toByteArray();
    }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace otpscope::models
