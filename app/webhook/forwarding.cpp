// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/forwarding.h"

#include <algorithm>
#include <utility>

namespace otpscope::webhook {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// RFC 9110 section 5.6.2.
bool isTokenCharacter(char c)
{
    return isAlphanumeric(c) || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

/// Not by the letter of RFC 7239, but some proxies leave the quotes out; it cannot be taken for
/// anything else.
bool isValueCharacter(char c)
{
    return isTokenCharacter(c) || c == ':' || c == '[' || c == ']';
}

/// Reads the elements of one header Forwarded.
class ForwardedReader final
{
public:
    explicit ForwardedReader(QByteArrayView text)
        : m_text(text)
    {}

    [[nodiscard]] bool readInto(QByteArrayList &nodes)
    {
        while (true) {
            skipBlanks();
            // Lists may have empty elements (RFC 9110 section 5.6.1).
            if (isAt(',')) {
                ++m_at;
                continue;
            }
            if (isAtEnd())
                return true;
            std::optional<QByteArray> node = element();
            if (!node)
                return false;
            nodes.append(*std::move(node));
            if (!isAtEnd() && !isAt(','))
                return false;
        }
    }

private:
    [[nodiscard]] bool isAtEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] bool isAt(char c) const { return !isAtEnd() && m_text[m_at] == c; }

    void skipBlanks()
    {
        while (!isAtEnd() && isBlank(m_text[m_at]))
            ++m_at;
    }

    /// Up to the comma behind it.
    std::optional<QByteArray> element()
    {
        QByteArray node;
        bool hasNode = false;
        while (true) {
            skipBlanks();
            const QByteArray name = run(isTokenCharacter).toLower();
            if (name.isEmpty() || !isAt('='))
                return std::nullopt;
            ++m_at;
            const std::optional<QByteArray> text = value();
            if (!text)
                return std::nullopt;
            if (name == "for") {
                if (std::exchange(hasNode, true))
                    return std::nullopt;
                node = *text;
            }
            skipBlanks();
            if (!isAt(';'))
                return node;
            ++m_at;
        }
    }

    std::optional<QByteArray> value()
    {
        if (isAt('"'))
            return quoted();
        QByteArray text = run(isValueCharacter);
        if (text.isEmpty())
            return std::nullopt;
        return text;
    }

    std::optional<QByteArray> quoted()
    {
        QByteArray text;
        for (++m_at; !isAtEnd(); ++m_at) {
            if (isAt('"')) {
                ++m_at;
                return text;
            }
            if (isAt('\\') && ++m_at == m_text.size())
                return std::nullopt;
            text += m_text[m_at];
        }
        return std::nullopt;
    }

    template <typename Belongs>
    QByteArray run(Belongs belongs)
    {
        const qsizetype start = m_at;
        while (!isAtEnd() && belongs(m_text[m_at]))
            ++m_at;
        return m_text.sliced(start, m_at - start).toByteArray();
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

template <typename Take>
bool forEachHeader(const http::Headers &headers, QByteArrayView name, Take take)
{
    return std::all_of(headers.begin(), headers.end(), [&](const http::HeaderField &field) {
        return name.compare(field.first, Qt::CaseInsensitive) != 0 || take(field.second);
    });
}

/// Digits, or a name that hides them.
bool isPort(QByteArrayView text)
{
    constexpr qsizetype mostDigits = 5;
    if (text.startsWith('_')) {
        return text.size() > 1 && std::all_of(text.begin(), text.end(), [](char c) {
                   return isAlphanumeric(c) || QByteArrayView("._-").contains(c);
               });
    }
    return !text.isEmpty() && text.size() <= mostDigits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<QByteArrayList> forwardedNodes(const http::Headers &headers)
{
    QByteArrayList nodes;
    const bool isRead = forEachHeader(headers, "Forwarded", [&](const QByteArray &text) {
        return ForwardedReader(text).readInto(nodes);
    });
    if (!isRead)
        return std::nullopt;
    return nodes;
}

QByteArrayList forwardedForNodes(const http::Headers &headers)
{
    QByteArrayList nodes;
    forEachHeader(headers, "X-Forwarded-For", [&](const QByteArray &text) {
        for (qsizetype at = 0; at <= text.size();) {
            qsizetype end = text.indexOf(',', at);
            end = end < 0 ? text.size() : end;
            const QByteArray node = text.mid(at, end - at).trimmed();
            if (!node.isEmpty())
                nodes.append(node);
            at = end + 1;
        }
        return true;
    });
    return nodes;
}

std::optional<models::IpAddress> addressOfNode(const QByteArray &node)
{
    if (node.startsWith('[')) {
        const qsizetype end = node.indexOf(']');
        if (end < 0)
            return std::nullopt;
        const QByteArrayView rest = QByteArrayView(node).sliced(end + 1);
        const QByteArray inside = node.mid(1, end - 1);
        const bool isWhole = rest.isEmpty() || (rest.startsWith(':') && isPort(rest.sliced(1)));
        if (!isWhole || !inside.contains(':'))
            return std::nullopt;
        return models::IpAddress::fromText(inside);
    }
    const qsizetype colon = node.indexOf(':');
    const bool hasPort = colon >= 0 && node.indexOf(':', colon + 1) < 0;
    if (!hasPort)
        return models::IpAddress::fromText(node);
    if (!isPort(QByteArrayView(node).sliced(colon + 1)))
        return std::nullopt;
    return models::IpAddress::fromText(node.left(colon));
}

} // namespace otpscope::webhook
