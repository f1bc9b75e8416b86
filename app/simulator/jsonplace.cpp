// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/jsonplace.h"

#include "models/core/json.h"

#include <QStringList>

namespace otpscope::simulator {

namespace {

/// Walks over the text of valid JSON without building anything.
class JsonWalker final
{
public:
    explicit JsonWalker(const QByteArray &text)
        : m_text(text)
    {
        if (m_text.startsWith("\xEF\xBB\xBF"))
            m_at = 3;
        skipSpace();
    }
    Q_DISABLE_COPY_MOVE(JsonWalker)

    [[nodiscard]] qsizetype at() const { return m_at; }

    /// From the start of a container to the member or element `token`; false, and somewhere behind
    /// it, where there is none. `place` becomes the place of the key or element.
    bool descend(const QString &token, qsizetype &place)
    {
        const char kind = current();
        if (kind != '{' && kind != '[')
            return false;
        ++m_at;
        int index = 0;
        for (skipSpace(); m_at < m_text.size() && current() != '}' && current() != ']';
             skipSpace()) {
            const qsizetype start = m_at;
            QString name = QString::number(index++);
            if (kind == '{') {
                name = readKey();
                skipSpace();
                ++m_at; // the colon
                skipSpace();
            }
            if (name == token) {
                place = start;
                return true;
            }
            skipValue();
            skipSpace();
            if (current() == ',')
                ++m_at;
        }
        return false;
    }

private:
    [[nodiscard]] char current() const { return m_at < m_text.size() ? m_text.at(m_at) : '\0'; }

    void skipSpace()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(current()))
            ++m_at;
    }

    void skipText()
    {
        for (++m_at; m_at < m_text.size() && current() != '"'; ++m_at) {
            if (current() == '\\')
                ++m_at;
        }
        ++m_at;
    }

    QString readKey()
    {
        const qsizetype start = m_at;
        skipText();
        const auto key = models::parseJson(m_text.mid(start, m_at - start));
        return key && key.value().is_string() ? models::toQString(key.value().get<std::string>())
                                              : QString();
    }

    void skipValue()
    {
        int depth = 0;
        do {
            const char c = current();
            if (c == '"') {
                skipText();
                continue;
            }
            if (c == '{' || c == '[')
                ++depth;
            else if (c == '}' || c == ']')
                --depth;
            ++m_at;
        } while (m_at < m_text.size() &&
                 (depth > 0 || !QByteArrayView(",]} \t\r\n").contains(current())));
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

TextPlace placeOf(const QByteArray &text, qsizetype at)
{
    const QByteArray before = text.left(at);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    return {static_cast<int>(before.count('\n')) + 1,
            static_cast<int>(QString::fromUtf8(before.mid(lineStart)).size()) + 1};
}

} // namespace

TextPlace placeInJson(const QByteArray &text, const QString &pointer)
{
    JsonWalker walker(text);
    qsizetype place = walker.at();
    for (QString token : pointer.split(QLatin1Char('/')).mid(1)) {
        token.replace(QLatin1String("~1"), QLatin1String("/"));
        token.replace(QLatin1String("~0"), QLatin1String("~"));
        if (!walker.descend(token, place))
            break;
    }
    return placeOf(text, place);
}

} // namespace otpscope::simulator
