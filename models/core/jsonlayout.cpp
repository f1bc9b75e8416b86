// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/jsonlayout.h"

#include <algorithm>

namespace otpscope::models {

namespace {

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

qsizetype afterBlanks(const QByteArray &json, qsizetype from)
{
    while (from < json.size() && isBlank(json[from]))
        ++from;
    return from;
}

/// Behind the closing quotation mark of the string that begins at `from`.
qsizetype endOfString(const QByteArray &json, qsizetype from)
{
    qsizetype end = from + 1;
    while (end < json.size() && json[end] != '"')
        end += json[end] == '\\' ? 2 : 1;
    return std::min(end + 1, json.size());
}

class Layout final
{
public:
    explicit Layout(const QByteArray &json)
        : m_json(json)
        , m_lineEnd(json.contains("\r\n") ? "\r\n" : "\n")
    {
    }

    [[nodiscard]] QByteArray make()
    {
        for (qsizetype at = afterBlanks(m_json, 0); at < m_json.size(); at = afterBlanks(m_json, at))
            at = take(at);
        return m_out + m_lineEnd;
    }

private:
    /// Returns where the next token may begin.
    qsizetype take(qsizetype at)
    {
        const char byte = m_json[at];
        switch (byte) {
        case '"': {
            const qsizetype end = endOfString(m_json, at);
            m_out.append(m_json.constData() + at, end - at);
            return end;
        }
        case '{':
        case '[':
            return open(at);
        case '}':
        case ']':
            --m_depth;
            beginLine();
            break;
        default:
            break;
        }
        m_out += byte;
        if (byte == ',')
            beginLine();
        else if (byte == ':')
            m_out += ' ';
        return at + 1;
    }

    qsizetype open(qsizetype at)
    {
        m_out += m_json[at];
        const qsizetype next = afterBlanks(m_json, at + 1);
        if (next < m_json.size() && (m_json[next] == '}' || m_json[next] == ']')) {
            m_out += m_json[next];
            return next + 1;
        }
        ++m_depth;
        beginLine();
        return next;
    }

    void beginLine()
    {
        constexpr qsizetype unit = 2;
        m_out.append(m_lineEnd).append(m_depth * unit, ' ');
    }

    const QByteArray &m_json;
    const QByteArray m_lineEnd;
    QByteArray m_out;
    qsizetype m_depth = 0;
};

} // namespace

QByteArray laidOut(const QByteArray &json)
{
    return Layout(json).make();
}

} // namespace otpscope::models
