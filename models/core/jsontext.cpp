// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/jsontext.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace otpscope::models {

namespace {

/// Equal to the letter: 1 and 1.0 are not.
bool isSame(QByteArrayView present, const Json &value)
{
    const auto parsed = parseJson(present.toByteArray());
    return parsed && parsed.value() == value && compactJson(parsed.value()) == compactJson(value);
}

QByteArray afterLastLineEnd(const QByteArray &gap)
{
    return gap.mid(gap.lastIndexOf('\n') + 1);
}

} // namespace

Result<JsonText, JsonProblem> JsonText::parse(const QByteArray &text, const JsonLimits &limits)
{
    const auto parsed = parseJson(text, limits);
    if (!parsed)
        return parsed.error();
    return JsonText(text);
}

bool JsonText::set(const JsonPath &path, const Json &value, KeyPlacement placement)
{
    return put(path, {&value, {}}, placement);
}

bool JsonText::setText(const JsonPath &path, const QByteArray &valueText, KeyPlacement placement)
{
    return put(path, {nullptr, valueText}, placement);
}

bool JsonText::put(const JsonPath &path, const NewValue &value, KeyPlacement placement)
{
    int node = JsonSpans::root;
    for (std::size_t depth = 0; depth < path.size(); ++depth) {
        if (const auto child = m_spans.findChild(node, path[depth])) {
            node = *child;
            continue;
        }
        // Nothing below exists, so what is missing is built first and hung in as one.
        NewValue branch = value;
        Json built;
        for (std::size_t below = path.size() - 1; below > depth; --below) {
            Json inner = branch.json ? *branch.json : parseJson(branch.text).value();
            built = Json::object({{path[below], std::move(inner)}});
            branch = {&built, {}};
        }
        const std::vector<int> children = m_spans.childrenOf(node);
        if (m_spans.node(node).kind == JsonNode::Kind::Object) {
            std::vector<std::string> keys;
            keys.reserve(children.size());
            for (const int child : children)
                keys.push_back(m_spans.nameOf(child));
            const JsonPath parent(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(depth));
            // The colon follows the neighbours, see added().
            apply({added(node, placement(keys, parent, path[depth]), compactJson(Json(path[depth])),
                         branch)});
            return true;
        }
        if (m_spans.node(node).kind != JsonNode::Kind::Array ||
            arrayIndex(path[depth], children.size()) != children.size())
            return false;
        apply({added(node, children.size(), {}, branch)});
        return true;
    }
    std::vector<Edit> edits;
    if (value.json)
        assign(node, *value.json, edits);
    else if (m_spans.valueText(node) != QByteArrayView(value.text))
        edits.push_back({m_spans.node(node).value, value.text});
    apply(std::move(edits));
    return true;
}

void JsonText::assign(int node, const Json &value, std::vector<Edit> &edits) const
{
    const JsonNode &present = m_spans.node(node);
    if (present.kind == JsonNode::Kind::Array && value.is_array() && present.firstChild >= 0 &&
        !value.empty()) {
        assignElements(node, value, edits);
    } else if (present.kind == JsonNode::Kind::Object && value.is_object() &&
               hasKeysOf(node, value)) {
        auto member = value.begin();
        for (const int child : m_spans.childrenOf(node))
            assign(child, *member++, edits);
    } else if (!isSame(m_spans.valueText(node), value)) {
        const QByteArray indentation = indentationAt(text(), present.begin());
        const bool isOnOneLine =
            !value.is_structured() || present.parent < 0 || !spansLines(present.parent);
        edits.push_back({present.value, print({&value, {}}, {{}, indentation, isOnOneLine})});
    }
}

void JsonText::assignElements(int array, const Json &value, std::vector<Edit> &edits) const
{
    const std::vector<int> children = m_spans.childrenOf(array);
    const std::size_t kept = std::min(children.size(), value.size());
    for (std::size_t i = 0; i < kept; ++i)
        assign(children[i], value[i], edits);
    const qsizetype lastEnd = m_spans.node(children[kept - 1]).value.end;
    if (kept < children.size())
        edits.push_back({{lastEnd, m_spans.node(children.back()).value.end}, {}});
    QByteArray more;
    for (std::size_t i = kept; i < value.size(); ++i)
        more += added(array, children.size(), {}, {&value[i], {}}).text;
    if (!more.isEmpty())
        edits.push_back({{lastEnd, lastEnd}, more});
}

bool JsonText::hasKeysOf(int object, const Json &value) const
{
    const std::vector<int> children = m_spans.childrenOf(object);
    if (children.empty() || children.size() != value.size())
        return false;
    auto member = value.items().begin();
    for (const int child : children) {
        if (m_spans.nameOf(child) != member.key())
            return false;
        ++member;
    }
    return true;
}

bool JsonText::remove(const JsonPath &path)
{
    if (path.empty())
        return false;
    const auto found = m_spans.find(path);
    if (!found)
        return false;
    const int parent = m_spans.node(*found).parent;
    const bool isMember = m_spans.node(parent).kind == JsonNode::Kind::Object;
    const std::vector<int> children = m_spans.childrenOf(parent);
    std::vector<bool> isGone;
    isGone.reserve(children.size());
    for (const int child : children)
        isGone.push_back(child == *found || (isMember && m_spans.nameOf(child) == path.back()));
    removeChildren(children, isGone);
    return true;
}

void JsonText::removeChildren(const std::vector<int> &children, const std::vector<bool> &isGone)
{
    const JsonSpan all = m_spans.node(m_spans.node(children.front()).parent).value;
    if (std::find(isGone.begin(), isGone.end(), false) == isGone.end()) {
        apply({{{all.begin + 1, all.end - 1}, {}}});
        return;
    }
    std::vector<Edit> edits;
    bool isBehindKept = false;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const JsonNode &child = m_spans.node(children[i]);
        if (!isGone[i])
            isBehindKept = true;
        else if (isBehindKept)
            edits.push_back({{m_spans.node(children[i - 1]).value.end, child.value.end}, {}});
        else
            edits.push_back({{child.begin(), m_spans.node(children[i + 1]).begin()}, {}});
    }
    apply(std::move(edits));
}

bool JsonText::insert(const JsonPath &array, std::size_t index, const Json &value)
{
    const auto found = m_spans.find(array);
    if (!found || m_spans.node(*found).kind != JsonNode::Kind::Array ||
        index > m_spans.childrenOf(*found).size())
        return false;
    apply({added(*found, index, {}, {&value, {}})});
    return true;
}

bool JsonText::duplicate(const JsonPath &array, std::size_t index)
{
    const auto found = m_spans.find(array);
    if (!found || m_spans.node(*found).kind != JsonNode::Kind::Array)
        return false;
    const std::vector<int> children = m_spans.childrenOf(*found);
    if (index >= children.size())
        return false;
    const QByteArray copy = m_spans.valueText(children[index]).toByteArray();
    apply({added(*found, index + 1, {}, {nullptr, copy})});
    return true;
}

bool JsonText::move(const JsonPath &array, std::size_t from, std::size_t to)
{
    const auto found = m_spans.find(array);
    if (!found || m_spans.node(*found).kind != JsonNode::Kind::Array)
        return false;
    const std::vector<int> places = m_spans.childrenOf(*found);
    if (from >= places.size() || to >= places.size())
        return false;
    std::vector<int> order = places;
    const auto at = [&order](std::size_t i) {
        return order.begin() + static_cast<std::ptrdiff_t>(i);
    };
    if (from < to)
        std::rotate(at(from), at(from) + 1, at(to) + 1);
    else
        std::rotate(at(to), at(from), at(from) + 1);
    std::vector<Edit> edits;
    for (std::size_t i = std::min(from, to); i <= std::max(from, to); ++i)
        edits.push_back({m_spans.node(places[i]).value, m_spans.valueText(order[i]).toByteArray()});
    apply(std::move(edits));
    return true;
}

JsonText::Edit JsonText::added(int container, std::size_t index, const QByteArray &head,
                               const NewValue &value) const
{
    const std::vector<int> siblings = m_spans.childrenOf(container);
    if (siblings.empty())
        return addedToEmpty(container, head, value);
    const Slot slot = slotIn(siblings, index);
    const JsonNode &first = m_spans.node(siblings.front());
    const QByteArray colon = head.isEmpty()
                                 ? QByteArray()
                                 : text().mid(first.key.end, first.value.begin - first.key.end);
    const QByteArray item = head + colon + print(value, slot);
    if (index == 0)
        return {{first.begin(), first.begin()}, item + ',' + slot.gap};
    const qsizetype end = m_spans.node(siblings[index - 1]).value.end;
    return {{end, end}, ',' + slot.gap + item};
}

JsonText::Edit JsonText::addedToEmpty(int container, const QByteArray &head,
                                      const NewValue &value) const
{
    const JsonStyle style = styleOf(m_spans);
    const JsonSpan all = m_spans.node(container).value;
    const QByteArray colon = head.isEmpty() ? QByteArray() : style.colon;
    const JsonSpan inside{all.begin + 1, all.end - 1};
    if (!spansLines(container))
        return {inside, head + colon + print(value, {{}, {}, true})};
    const QByteArray outer = indentationAt(text(), all.begin);
    const QByteArray inner = outer + style.unit;
    return {inside, style.lineEnd + inner + head + colon + print(value, {{}, inner, false}) +
                        style.lineEnd + outer};
}

JsonText::Slot JsonText::slotIn(const std::vector<int> &siblings, std::size_t index) const
{
    Slot slot;
    // The first member's gap is the one behind the brace: where there is another, that one tells.
    const std::size_t model = std::max<std::size_t>(index, 1) - 1;
    if (siblings.size() > 1)
        slot.gap = gapBefore(siblings[std::max<std::size_t>(model, 1)]);
    else if (gapBefore(siblings.front()).contains('\n'))
        slot.gap = gapBefore(siblings.front());
    else
        slot.gap = styleOf(m_spans).comma.mid(1);
    const JsonNode &neighbour = m_spans.node(siblings[std::min(model, siblings.size() - 1)]);
    const bool isNeighbourOnOneLine =
        neighbour.firstChild >= 0 &&
        !m_spans.valueText(siblings[std::min(model, siblings.size() - 1)]).contains('\n');
    slot.isOnOneLine =
        !slot.gap.contains('\n') || (neighbour.key.length() == 0 && isNeighbourOnOneLine);
    slot.indentation = slot.gap.contains('\n') ? afterLastLineEnd(slot.gap)
                                               : indentationAt(text(), neighbour.begin());
    return slot;
}

QByteArray JsonText::print(const NewValue &value, const Slot &slot) const
{
    if (!value.json)
        return value.text;
    const JsonStyle style = styleOf(m_spans);
    return slot.isOnOneLine ? onOneLine(*value.json, style)
                            : onManyLines(*value.json, style, slot.indentation);
}

QByteArray JsonText::gapBefore(int node) const
{
    const qsizetype end = m_spans.node(node).begin();
    qsizetype begin = end;
    while (begin > 0 && (text()[begin - 1] == ' ' || text()[begin - 1] == '\t' ||
                         text()[begin - 1] == '\r' || text()[begin - 1] == '\n'))
        --begin;
    return text().mid(begin, end - begin);
}

bool JsonText::spansLines(int container) const
{
    // An empty one is laid out like what is around it.
    int node = container;
    while (m_spans.node(node).firstChild < 0 && m_spans.node(node).parent >= 0)
        node = m_spans.node(node).parent;
    const int first = m_spans.node(node).firstChild;
    return first >= 0 && gapBefore(first).contains('\n');
}

void JsonText::apply(std::vector<Edit> edits)
{
    if (edits.empty())
        return;
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit &a, const Edit &b) { return a.where.begin < b.where.begin; });
    QByteArray changed;
    changed.reserve(text().size());
    qsizetype at = 0;
    for (const Edit &edit : edits) {
        changed += QByteArrayView(text()).sliced(at, edit.where.begin - at);
        changed += edit.text;
        at = edit.where.end;
    }
    changed += QByteArrayView(text()).sliced(at);
    m_spans = JsonSpans(changed);
}

} // namespace otpscope::models
