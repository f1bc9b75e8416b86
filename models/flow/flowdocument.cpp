// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/flowdocument.h"

#include "models/core/jsonpath.h"
#include "models/core/jsonplace.h"
#include "models/core/jsontext.h"
#include "models/flow/fieldorder.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace otpscope::models {

namespace {

/// ttl of a step just added; the API document's own examples have these.
constexpr int newViberTtl = 300;
constexpr int newSmsTtl = 600;

const JsonPath &stepsPath()
{
    static const JsonPath path{"flow"};
    return path;
}

JsonPath orderPath(int step)
{
    return {"flow", std::to_string(step), "order"};
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
    : FlowDocument(fromJson(Json::object({{"flow", Json::array()}})))
{}

FlowDocument::FlowDocument(const QByteArray &text, Json json)
    : m_text(text)
{
    Flow flow = readFlow(json);
    m_content = std::make_shared<const Content>(Content{std::move(json), std::move(flow)});
}

Result<FlowDocument, DocumentProblem> FlowDocument::fromText(const QByteArray &text)
{
    auto json = parseJson(text);
    if (!json)
        return DocumentProblem{DocumentProblem::Kind::NotJson, json.error()};
    const Json *steps = member(json.value(), "flow");
    if (!steps || !steps->is_array())
        return DocumentProblem{DocumentProblem::Kind::NotAFlow, {}};
    return FlowDocument(text, std::move(json).value());
}

FlowDocument FlowDocument::fromJson(const Json &json)
{
    return {prettyJson(json), json};
}

QByteArray FlowDocument::body() const
{
    return m_text.mid(byteOrderMarkLength(m_text));
}

bool FlowDocument::adopt(const QByteArray &text)
{
    if (text == m_text)
        return true;
    // Read back from the text, so that what is shown is what is saved and sent. Refused where an
    // edit went beyond what we read: too deep, too large.
    auto json = parseJson(text);
    if (!json)
        return false;
    *this = FlowDocument(text, std::move(json).value());
    return true;
}

bool FlowDocument::set(const QString &pointer, const Json &value)
{
    const auto path = pathOf(pointer);
    JsonText text(m_text);
    return path && text.set(*path, value, &placeOfNewKey) && adopt(text.text());
}

QByteArray FlowDocument::valueText(const QString &pointer) const
{
    const auto path = pathOf(pointer);
    const JsonSpans spans(m_text);
    const auto node = path ? spans.find(*path) : std::nullopt;
    return node ? spans.valueText(*node).toByteArray() : QByteArray();
}

bool FlowDocument::setValueText(const QString &pointer, const QByteArray &valueText)
{
    const auto path = pathOf(pointer);
    JsonText text(m_text);
    return path && parseJson(valueText) && text.setText(*path, valueText, &placeOfNewKey) &&
           adopt(text.text());
}

bool FlowDocument::remove(const QString &pointer)
{
    const auto path = pathOf(pointer);
    JsonText text(m_text);
    return path && text.remove(*path) && adopt(text.text());
}

int FlowDocument::stepCount() const
{
    const Json *steps = member(json(), "flow");
    return steps && steps->is_array() ? static_cast<int>(steps->size()) : 0;
}

void FlowDocument::addStep(Channel channel)
{
    JsonText text(m_text);
    const Json *steps = member(json(), "flow");
    if (!steps || !steps->is_array()) {
        if (!text.set(stepsPath(), Json::array(), &placeOfNewKey))
            return;
        steps = nullptr;
    }
    const Json *recipients = steps ? firstRecipients(*steps) : nullptr;
    const auto place = static_cast<std::size_t>(stepCount());
    if (text.insert(stepsPath(), place, newStep(channel, recipients, nextOrder(flow()))))
        adopt(text.text());
}

void FlowDocument::duplicateStep(int index)
{
    JsonText text(m_text);
    if (index < 0 || !text.duplicate(stepsPath(), static_cast<std::size_t>(index)))
        return;
    // A step that is no object has no order to set.
    text.set(orderPath(index + 1), nextOrder(flow()), &placeOfNewKey);
    adopt(text.text());
}

void FlowDocument::removeStep(int index)
{
    if (index < 0 || index >= stepCount())
        return;
    JsonText text(m_text);
    text.remove({"flow", std::to_string(index)});
    adopt(text.text());
}

void FlowDocument::moveStep(int from, int to)
{
    const int count = stepCount();
    if (from < 0 || from >= count || to < 0 || to >= count || from == to)
        return;
    JsonText text(m_text);
    text.move(stepsPath(), static_cast<std::size_t>(from), static_cast<std::size_t>(to));
    for (int i = 0; i < count; ++i)
        text.set(orderPath(i), i + 1, &placeOfNewKey);
    adopt(text.text());
}

} // namespace otpscope::models
