// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/jsonstyle.h"

#include <QByteArrayList>

#include <string>

namespace otpscope::models {

namespace {

/// What stands around the members and elements of one container.
struct Layout
{
    QByteArray before;
    QByteArray between;
    QByteArray behind;
};

QByteArray quoted(const std::string &name)
{
    return compactJson(Json(name));
}

template <typename PrintValue>
QByteArray printContainer(const Json &json, const Layout &layout, const QByteArray &colon,
                          const PrintValue &printValue)
{
    QByteArrayList parts;
    for (const auto &item : json.items()) {
        const QByteArray value = printValue(item.value());
        parts.append(json.is_object() ? quoted(item.key()) + colon + value : value);
    }
    const QByteArray content = layout.before + parts.join(layout.between) + layout.behind;
    return json.is_object() ? '{' + content + '}' : '[' + content + ']';
}

bool isPlain(const Json &json)
{
    return !json.is_structured() || json.empty();
}

} // namespace

JsonStyle styleOf(const JsonSpans &spans)
{
    JsonStyle style;
    const QByteArray &text = spans.text();
    if (text.contains("\r\n"))
        style.lineEnd = "\r\n";
    for (int id = 0; id < spans.count(); ++id) {
        const JsonNode &member = spans.node(id);
        if (member.key.length() == 0)
            continue;
        style.colon = text.mid(member.key.end, member.value.begin - member.key.end);
        style.comma = style.colon.endsWith(' ') ? ", " : ",";
        break;
    }
    const int first = spans.node(JsonSpans::root).firstChild;
    if (first < 0)
        return style;
    const JsonNode &member = spans.node(first);
    const qsizetype open = spans.node(JsonSpans::root).value.begin + 1;
    if (text.mid(open, member.begin() - open).contains('\n')) {
        const QByteArray outer = indentationAt(text, open);
        const QByteArray inner = indentationAt(text, member.begin());
        if (inner.size() > outer.size() && inner.startsWith(outer))
            style.unit = inner.mid(outer.size());
    }
    return style;
}

QByteArray onOneLine(const Json &json, const JsonStyle &style)
{
    if (isPlain(json))
        return compactJson(json);
    return printContainer(json, {{}, style.comma, {}}, style.colon,
                          [&style](const Json &value) { return onOneLine(value, style); });
}

QByteArray onManyLines(const Json &json, const JsonStyle &style, const QByteArray &indentation)
{
    if (isPlain(json))
        return compactJson(json);
    const QByteArray inner = indentation + style.unit;
    return printContainer(
        json, {style.lineEnd + inner, ',' + style.lineEnd + inner, style.lineEnd + indentation},
        style.colon, [&](const Json &value) { return onManyLines(value, style, inner); });
}

QByteArray indentationAt(const QByteArray &text, qsizetype offset)
{
    const qsizetype begin = offset == 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    qsizetype end = begin;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t'))
        ++end;
    return text.mid(begin, end - begin);
}

} // namespace otpscope::models
