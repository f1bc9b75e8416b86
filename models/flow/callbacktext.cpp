// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/callbacktext.h"

#include "models/core/json.h"

#include <algorithm>
#include <vector>

namespace otpscope::models {

namespace {

/// Where a value stands in a text: from `begin` up to, not including, `end`.
struct Span
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

struct Member
{
    QByteArray key;
    Span value;
};

struct Replacement
{
    Span where;
    QByteArray text;
};

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Walks over JSON that is known to be correct, so that it needs to look at structure alone.
class Walker
{
public:
    Walker(const QByteArray &text, qsizetype at)
        : m_text(text)
        , m_at(at)
    {}

    /// The members of the object that begins here, in the order of the text.
    std::vector<Member> members()
    {
        std::vector<Member> result;
        skipBlanks();
        ++m_at; // the brace
        for (skipBlanks(); m_text[m_at] != '}'; skipBlanks()) {
            if (m_text[m_at] == ',') {
                ++m_at;
                continue;
            }
            const qsizetype keyBegin = m_at;
            skipString();
            const QByteArray key = decoded(m_text.mid(keyBegin, m_at - keyBegin));
            skipBlanks();
            ++m_at; // the colon
            skipBlanks();
            const qsizetype valueBegin = m_at;
            skipValue();
            result.push_back({key, {valueBegin, m_at}});
        }
        return result;
    }

private:
    static QByteArray decoded(const QByteArray &token)
    {
        const auto parsed = parseJson(token);
        return parsed && parsed.value().is_string()
                   ? QByteArray::fromStdString(parsed.value().get<std::string>())
                   : QByteArray();
    }

    void skipBlanks()
    {
        while (isBlank(m_text[m_at]))
            ++m_at;
    }

    void skipString()
    {
        for (++m_at; m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\')
                ++m_at;
        }
        ++m_at;
    }

    void skipValue()
    {
        int depth = 0;
        do {
            const char c = m_text[m_at];
            if (c == '"') {
                skipString();
            } else if (c == '{' || c == '[') {
                ++depth;
                ++m_at;
            } else if (c == '}' || c == ']') {
                --depth;
                ++m_at;
            } else if (depth > 0) {
                ++m_at;
            } else {
                skipScalar();
            }
        } while (depth > 0);
    }

    void skipScalar()
    {
        while (m_at < m_text.size() && !isBlank(m_text[m_at]) && m_text[m_at] != ',' &&
               m_text[m_at] != '}' && m_text[m_at] != ']')
            ++m_at;
    }

    const QByteArray &m_text;
    qsizetype m_at;
};

/// Behind the last member, or behind the brace of an empty object.
Replacement added(const std::vector<Member> &members, Span object, const QByteArray &member)
{
    if (members.empty())
        return {{object.begin + 1, object.begin + 1}, member};
    const qsizetype behind = members.back().value.end;
    return {{behind, behind}, ", " + member};
}

std::vector<Replacement> inCallback(const QByteArray &document, Span callback,
                                    const QByteArray &quotedUrl)
{
    if (document[callback.begin] != '{')
        return {{callback, "{\"url\": " + quotedUrl + '}'}};
    const std::vector<Member> members = Walker(document, callback.begin).members();
    std::vector<Replacement> result;
    for (const Member &member : members) {
        if (member.key == "url")
            result.push_back({member.value, quotedUrl});
    }
    if (result.empty())
        result.push_back(added(members, callback, "\"url\": " + quotedUrl));
    return result;
}

} // namespace

QByteArray textWithCallback(const QByteArray &document, const QByteArray &url)
{
    const QByteArray quotedUrl = QByteArray::fromStdString(Json(url.toStdString()).dump());
    const qsizetype begin = document.indexOf('{');
    const std::vector<Member> members = Walker(document, begin).members();
    std::vector<Replacement> replacements;
    for (const Member &member : members) {
        if (member.key != "callback")
            continue;
        const auto parts = inCallback(document, member.value, quotedUrl);
        replacements.insert(replacements.end(), parts.begin(), parts.end());
    }
    if (replacements.empty()) {
        replacements.push_back(
            added(members, {begin, document.size()}, "\"callback\": {\"url\": " + quotedUrl + '}'));
    }
    // From the back, so that the places in front stay where they are.
    QByteArray result = document;
    std::for_each(replacements.rbegin(), replacements.rend(), [&result](const Replacement &part) {
        result.replace(part.where.begin, part.where.end - part.where.begin, part.text);
    });
    return result;
}

} // namespace otpscope::models
