// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"
#include "models/core/jsonspans.h"
#include "models/core/jsonstyle.h"
#include "models/core/result.h"

#include <QByteArray>

#include <cstddef>
#include <string>
#include <vector>

namespace otpscope::models {

/// Where a key that an object lacks belongs among `keys`, those it has: 0 to keys.size(). `path`
/// leads from the document to the object.
using KeyPlacement = std::size_t (*)(const std::vector<std::string> &keys, const JsonPath &path,
                                     const std::string &key);

/// JSON as a person wrote it, edited as text. Each edit changes the bytes of what it is about and
/// no others: key order, equal keys, spellings of numbers, escapes, white space, line ends and a
/// byte order mark stay. What is added is laid out like its neighbours. Of equal keys the last one
/// is read and set, as parseJson does; all of them are removed. A value. Costs of an edit are
/// linear in the text.
class JsonText final
{
public:
    [[nodiscard]] static Result<JsonText, JsonProblem> parse(const QByteArray &text,
                                                             const JsonLimits &limits = {});
    /// `correctJson` must be a text that parseJson takes.
    explicit JsonText(const QByteArray &correctJson)
        : m_spans(correctJson)
    {}

    [[nodiscard]] const QByteArray &text() const { return m_spans.text(); }
    [[nodiscard]] const JsonSpans &spans() const { return m_spans; }

    /// Sets the value at `path`; missing objects on the way are made, and the index behind the last
    /// (or "-") adds to an array. Where an array or an object of equal keys is there already, only
    /// what differs in it changes. A value that is there already counts as no edit.
    /// False, and nothing changed, where `path` leads through something else.
    bool set(const JsonPath &path, const Json &value, KeyPlacement placement);
    /// The same with a value already in its spelling; `valueText` must be JSON.
    bool setText(const JsonPath &path, const QByteArray &valueText, KeyPlacement placement);
    /// False where there is none.
    bool remove(const JsonPath &path);
    /// Puts an element into an array, 0 to the array's size. False where there is no such place.
    bool insert(const JsonPath &array, std::size_t index, const Json &value);
    /// Puts a copy of the element behind it, spelled the same.
    bool duplicate(const JsonPath &array, std::size_t index);
    /// Takes an element to another place. The white space between the places stays.
    bool move(const JsonPath &array, std::size_t from, std::size_t to);

private:
    struct Edit
    {
        JsonSpan where;
        QByteArray text;
    };
    /// The two ways a new value comes: as a value, or with its spelling.
    struct NewValue
    {
        const Json *json = nullptr;
        QByteArray text;
    };
    /// How a new member or element of one container is laid out.
    struct Slot
    {
        /// Between the comma and the new one.
        QByteArray gap;
        QByteArray indentation;
        bool isOnOneLine = true;
    };

    bool put(const JsonPath &path, const NewValue &value, KeyPlacement placement);
    void assign(int node, const Json &value, std::vector<Edit> &edits) const;
    void assignElements(int array, const Json &value, std::vector<Edit> &edits) const;
    [[nodiscard]] bool hasKeysOf(int object, const Json &value) const;
    [[nodiscard]] Edit added(int container, std::size_t index, const QByteArray &head,
                             const NewValue &value) const;
    [[nodiscard]] Edit addedToEmpty(int container, const QByteArray &head,
                                    const NewValue &value) const;
    [[nodiscard]] Slot slotIn(const std::vector<int> &siblings, std::size_t index) const;
    [[nodiscard]] QByteArray print(const NewValue &value, const Slot &slot) const;
    [[nodiscard]] QByteArray gapBefore(int node) const;
    [[nodiscard]] bool spansLines(int container) const;
    void removeChildren(const std::vector<int> &children, const std::vector<bool> &isGone);
    void apply(std::vector<Edit> edits);

    JsonSpans m_spans;
};

} // namespace otpscope::models
