// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/jsonpath.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <string>
#include <vector>

namespace otpscope::models {

/// Bytes of a text from `begin` up to, not including, `end`.
struct JsonSpan
{
    qsizetype begin = 0;
    qsizetype end = 0;

    [[nodiscard]] qsizetype length() const { return end - begin; }
    friend bool operator==(const JsonSpan &, const JsonSpan &) = default;
};

/// One value of a text and where it stands.
struct JsonNode
{
    enum class Kind {
        Object,
        Array,
        Scalar,
    };
    Kind kind = Kind::Scalar;
    JsonSpan value;
    /// With its quotes; empty for elements of arrays and for the root.
    JsonSpan key;
    int parent = -1;
    int firstChild = -1;
    int next = -1;

    /// Where the member or element begins: its key or, without one, its value.
    [[nodiscard]] qsizetype begin() const { return key.length() > 0 ? key.begin : value.begin; }
};

/// Every value of a JSON text as a tree over the original bytes: nothing is decoded, so nothing is
/// lost: equal keys, spellings of numbers, white space. Nodes are numbers, the root is 0.
/// A value that shares the text's bytes. Costs time linear in the text and never recurses.
class JsonSpans final
{
public:
    static constexpr int root = 0;

    /// `correctJson` must be a text that parseJson takes.
    explicit JsonSpans(QByteArray correctJson);

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    [[nodiscard]] int count() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] const JsonNode &node(int id) const
    {
        return m_nodes[static_cast<std::size_t>(id)];
    }
    /// In the order of the text.
    [[nodiscard]] std::vector<int> childrenOf(int id) const;
    [[nodiscard]] QByteArrayView valueText(int id) const { return bytes(node(id).value); }
    /// The member's key, decoded; empty for what is no member.
    [[nodiscard]] std::string nameOf(int id) const;

    /// Of equal keys the last one, which is the one that counts.
    [[nodiscard]] std::optional<int> find(const JsonPath &path) const;
    [[nodiscard]] std::optional<int> findChild(int id, const std::string &token) const;
    [[nodiscard]] JsonPath pathTo(int id) const;

private:
    void walk();
    int add(JsonNode::Kind kind, JsonSpan value);
    [[nodiscard]] bool awaitsKey() const;
    [[nodiscard]] bool isNamed(int id, const std::string &name) const;
    [[nodiscard]] qsizetype endOfString(qsizetype at) const;
    [[nodiscard]] qsizetype endOfScalar(qsizetype at) const;
    [[nodiscard]] QByteArrayView bytes(JsonSpan span) const;

    QByteArray m_text;
    std::vector<JsonNode> m_nodes;
    /// While walking: open containers, the last child of each, and a key without its value.
    struct Open
    {
        int id = 0;
        int lastChild = -1;
    };
    std::vector<Open> m_open;
    JsonSpan m_key;
};

} // namespace otpscope::models
