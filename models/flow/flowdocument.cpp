// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/flowdocument.h"

#include "models/flow/fieldorder.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace otpscope::models {

namespace {

/// ttl of a step just added; the API document's own examples have these.
constexpr int newViberTtl = 300;
constexpr int newSmsTtl = 600;

std::optional<std::vector<std::string>> tokensOf(const QString &pointer)
{
    std::vector<std::string> tokens;
    if (pointer.isEmpty())
        return tokens;
    if (!pointer.startsWith(QLatin1Char('/')))
        return std::nullopt;
    const QStringList parts = pointer.mid(1).split(QLatin1Char('/'));
    for (QString part : parts) {
        // RFC 6901 section 4: first ~1, then ~0.
        part.replace(QLatin1String("~1"), QLatin1String("/"));
        part.replace(QLatin1String("~0"), QLatin1String("~"));
        tokens.push_back(toUtf8String(part));
    }
    return tokens;
}

/// The index a token means in an array of this size; `size` itself for the place behind the last.
std::optional<std::size_t> arrayIndex(const std::string &token, std::size_t size)
{
    if (token == "-")
        return size;
    bool isNumber = false;
    const qulonglong index = QString::fromStdString(token).toULongLong(&isNumber);
    const bool isCanonical = isNumber && std::to_string(index) == token;
    if (!isCanonical || index > size)
        return std::nullopt;
    return static_cast<std::size_t>(index);
}

Json *existingChild(Json &parent, const std::string &token)
{
    if (parent.is_object()) {
        const auto found = parent.find(token);
        return found == parent.end() ? nullptr : &*found;
    }
    if (!parent.is_array())
        return nullptr;
    const auto index = arrayIndex(token, parent.size());
    return index && *index < parent.size() ? &parent[*index] : nullptr;
}

Json *existingValue(Json &root, const std::vector<std::string> &tokens)
{
    Json *value = &root;
    for (const std::string &token : tokens) {
        value = existingChild(*value, token);
        if (!value)
            return nullptr;
    }
    return value;
}

/// Adds `value` where there was none; false where `parent` cannot have it. `path` leads to the parent.
bool addChild(Json &parent, const std::vector<std::string> &path, const std::string &token,
              Json value)
{
    if (parent.is_object()) {
        auto &members = parent.get_ref<Json::object_t &>();
        // Built anew, because the key of a member cannot be assigned.
        Json::object_t grown;
        grown.reserve(members.size() + 1);
        const auto place = members.begin()
            + static_cast<std::ptrdiff_t>(placeOfNewKey(members, path, token));
        std::move(members.begin(), place, std::back_inserter(grown));
        grown.emplace_back(token, std::move(value));
        std::move(place, members.end(), std::back_inserter(grown));
        members.swap(grown);
        return true;
    }
    if (!parent.is_array() || arrayIndex(token, parent.size()) != parent.size())
        return false;
    parent.push_back(std::move(value));
    return true;
}

/// False, with `json` unchanged, where the pointer leads through something that is no container.
bool setAt(Json &json, const std::vector<std::string> &tokens, const Json &value)
{
    Json *place = &json;
    std::vector<std::string> path;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Json *child = existingChild(*place, tokens[i]);
        if (!child) {
            // Nothing below exists, so what is missing can be built first and hung in as one.
            Json branch = value;
            for (std::size_t below = tokens.size() - 1; below > i; --below)
                branch = Json::object({{tokens[below], std::move(branch)}});
            return addChild(*place, path, tokens[i], std::move(branch));
        }
        place = child;
        path.push_back(tokens[i]);
    }
    *place = value;
    return true;
}

/// Equal to the letter: 1 and 1.0 are not.
bool isSameText(const Json &a, const Json &b)
{
    return a == b && compactJson(a) == compactJson(b);
}

/// `recipients` may be null: then the person has yet to name one.
Json newStep(Channel channel, const Json *recipients, qint64 order)
{
    Json step = Json::object();
    step["type"] = channel == Channel::Sms ? "Sms" : "ViberOtp";
    if (recipients)
        step["to"] = *recipients;
    step["order"] = order;
    step["ttl"] = channel == Channel::Sms ? newSmsTtl : newViberTtl;
    if (channel == Channel::Sms)
        step["message"] = Json::object({{"body", ""}});
    return step;
}

const Json *firstRecipients(const Json &steps)
{
    for (const Json &step : steps) {
        if (const Json *to = member(step, "to"))
            return to;
    }
    return nullptr;
}

qint64 nextOrder(const Flow &flow)
{
    qint64 highest = 0;
    for (const Step &step : flow.steps)
        highest = std::max<qint64>(highest, step.order.value_or(0));
    return highest + 1;
}

} // namespace

FlowDocument::FlowDocument()
    : m_json(Json::object({{"flow", Json::array()}}))
{
}

Result<FlowDocument, DocumentProblem> FlowDocument::fromText(const QByteArray &text)
{
    auto json = parseJson(text);
    if (!json)
        return DocumentProblem{DocumentProblem::Kind::NotJson, json.error()};
    const Json *steps = member(json.value(), "flow");
    if (!steps || !steps->is_array())
        return DocumentProblem{DocumentProblem::Kind::NotAFlow, {}};
    FlowDocument document = fromJson(std::move(json).value());
    document.m_original = text;
    return document;
}

FlowDocument FlowDocument::fromJson(Json json)
{
    FlowDocument document;
    document.m_json = std::move(json);
    document.edited();
    return document;
}

QByteArray FlowDocument::text() const
{
    return m_original.isEmpty() ? prettyJson(m_json) : m_original;
}

bool FlowDocument::set(const QString &pointer, const Json &value)
{
    const auto tokens = tokensOf(pointer);
    if (!tokens)
        return false;
    const Json *present = existingValue(m_json, *tokens);
    if (present && isSameText(*present, value))
        return true;
    if (!setAt(m_json, *tokens, value))
        return false;
    edited();
    return true;
}

bool FlowDocument::remove(const QString &pointer)
{
    auto tokens = tokensOf(pointer);
    if (!tokens || tokens->empty())
        return false;
    const std::string last = std::move(tokens->back());
    tokens->pop_back();
    Json *parent = existingValue(m_json, *tokens);
    if (!parent || !existingChild(*parent, last))
        return false;
    if (parent->is_object())
        parent->erase(last);
    else
        parent->erase(*arrayIndex(last, parent->size()));
    edited();
    return true;
}

void FlowDocument::addStep(Channel channel)
{
    if (!steps() && !setAt(m_json, {"flow"}, Json::array()))
        return;
    Json *all = steps();
    all->push_back(newStep(channel, firstRecipients(*all), nextOrder(m_flow)));
    edited();
}

void FlowDocument::duplicateStep(int index)
{
    Json *all = steps();
    if (!all || index < 0 || index >= static_cast<int>(all->size()))
        return;
    Json copy = (*all)[static_cast<std::size_t>(index)];
    if (copy.is_object())
        setAt(copy, {"order"}, nextOrder(m_flow));
    all->insert(all->begin() + index + 1, std::move(copy));
    edited();
}

void FlowDocument::removeStep(int index)
{
    Json *all = steps();
    if (!all || index < 0 || index >= static_cast<int>(all->size()))
        return;
    all->erase(static_cast<std::size_t>(index));
    edited();
}

void FlowDocument::moveStep(int from, int to)
{
    Json *all = steps();
    const int count = all ? static_cast<int>(all->size()) : 0;
    if (from < 0 || from >= count || to < 0 || to >= count || from == to)
        return;
    auto &elements = all->get_ref<Json::array_t &>();
    if (from < to)
        std::rotate(elements.begin() + from, elements.begin() + from + 1, elements.begin() + to + 1);
    else
        std::rotate(elements.begin() + to, elements.begin() + from, elements.begin() + from + 1);
    for (int i = 0; i < count; ++i) {
        const std::vector<std::string> place{"flow", std::to_string(i), "order"};
        setAt(m_json, place, i + 1);
    }
    edited();
}

Json *FlowDocument::steps()
{
    if (!m_json.is_object())
        return nullptr;
    const auto found = m_json.find("flow");
    return found != m_json.end() && found->is_array() ? &*found : nullptr;
}

void FlowDocument::edited()
{
    m_original.clear();
    m_flow = readFlow(m_json);
}

} // namespace otpscope::models
