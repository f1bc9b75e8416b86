// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/jsonspans.h"

#include "models/core/json.h"
#include "models/core/jsonplace.h"

#include <algorithm>
#include <utility>

namespace otpscope::models {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

} // namespace

JsonSpans::JsonSpans(QByteArray correctJson)
    : m_text(std::move(correctJson))
{
    walk();
    m_open.clear();
}

// The text is known to be correct, so structure alone needs to be looked at.
void JsonSpans::walk()
{
    const char *text = m_text.constData();
    for (qsizetype at = byteOrderMarkLength(m_text); at < m_text.size();) {
        const char c = text[at];
        if (isBlank(c) || c == ',' || c == ':') {
            ++at;
        } else if (c == '{' || c == '[') {
            const int id = add(c == '{' ? JsonNode::Kind::Object : JsonNode::Kind::Array, {at, at});
            m_open.push_back({id, -1});
            ++at;
        } else if (c == '}' || c == ']') {
            ++at;
            m_nodes[static_cast<std::size_t>(m_open.back().id)].value.end = at;
            m_open.pop_back();
        } else if (c == '"') {
            const JsonSpan span{at, endOfString(at)};
            if (awaitsKey())
                m_key = span;
            else
                add(JsonNode::Kind::Scalar, span);
            at = span.end;
        } else {
            const JsonSpan span{at, endOfScalar(at)};
            add(JsonNode::Kind::Scalar, span);
            at = span.end;
        }
    }
}

bool JsonSpans::awaitsKey() const
{
    return m_key.length() == 0 && !m_open.empty() &&
           node(m_open.back().id).kind == JsonNode::Kind::Object;
}

int JsonSpans::add(JsonNode::Kind kind, JsonSpan value)
{
    const int id = count();
    JsonNode added;
    added.kind = kind;
    added.value = value;
    added.key = std::exchange(m_key, {});
    if (!m_open.empty()) {
        Open &open = m_open.back();
        added.parent = open.id;
        if (open.lastChild < 0)
            m_nodes[static_cast<std::size_t>(open.id)].firstChild = id;
        else
            m_nodes[static_cast<std::size_t>(open.lastChild)].next = id;
        open.lastChild = id;
    }
    m_nodes.push_back(added);
    return id;
}

qsizetype JsonSpans::endOfString(qsizetype at) const
{
    const char *text = m_text.constData();
    for (++at; at < m_text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\')
            ++at;
    }
    return at + 1;
}

qsizetype JsonSpans::endOfScalar(qsizetype at) const
{
    const char *text = m_text.constData();
    while (at < m_text.size() && !isBlank(text[at]) && text[at] != ',' && text[at] != '}' &&
           text[at] != ']')
        ++at;
    return at;
}

QByteArrayView JsonSpans::bytes(JsonSpan span) const
{
    return QByteArrayView(m_text).sliced(span.begin, span.length());
}

std::vector<int> JsonSpans::childrenOf(int id) const
{
    std::vector<int> children;
    for (int child = node(id).firstChild; child >= 0; child = node(child).next)
        children.push_back(child);
    return children;
}

std::string JsonSpans::nameOf(int id) const
{
    const QByteArrayView key = bytes(node(id).key);
    if (key.size() < 2)
        return {};
    if (!key.contains('\\'))
        return std::string(key.data() + 1, static_cast<std::size_t>(key.size()) - 2);
    const auto parsed = parseJson(key.toByteArray());
    return parsed ? parsed.value().get<std::string>() : std::string();
}

bool JsonSpans::isNamed(int id, const std::string &name) const
{
    const QByteArrayView key = bytes(node(id).key);
    // An escape is longer than what it stands for, and most keys have none.
    if (!key.contains('\\'))
        return key.sliced(1, key.size() - 2) ==
               QByteArrayView(name.data(), static_cast<qsizetype>(name.size()));
    return nameOf(id) == name;
}

std::optional<int> JsonSpans::findChild(int id, const std::string &token) const
{
    std::optional<int> found;
    if (node(id).kind == JsonNode::Kind::Object) {
        for (int child = node(id).firstChild; child >= 0; child = node(child).next) {
            if (isNamed(child, token))
                found = child;
        }
    } else if (node(id).kind == JsonNode::Kind::Array) {
        const std::vector<int> children = childrenOf(id);
        const auto index = arrayIndex(token, children.size());
        if (index && *index < children.size())
            found = children[*index];
    }
    return found;
}

std::optional<int> JsonSpans::find(const JsonPath &path) const
{
    std::optional<int> found = root;
    for (const std::string &token : path) {
        found = findChild(*found, token);
        if (!found)
            return std::nullopt;
    }
    return found;
}

JsonPath JsonSpans::pathTo(int id) const
{
    JsonPath path;
    for (; node(id).parent >= 0; id = node(id).parent) {
        const int parent = node(id).parent;
        if (node(parent).kind == JsonNode::Kind::Object) {
            path.push_back(nameOf(id));
        } else {
            int index = 0;
            for (int child = node(parent).firstChild; child != id; child = node(child).next)
                ++index;
            path.push_back(std::to_string(index));
        }
    }
    std::reverse(path.begin(), path.end());
    return path;
}

} // namespace otpscope::models
