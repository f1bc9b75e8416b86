// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"
#include "models/core/result.h"
#include "models/flow/flow.h"

#include <QByteArray>
#include <QString>

namespace otpscope::models {

/// Why a text is no flow document.
struct DocumentProblem
{
    enum class Kind {
        NotJson,
        /// JSON, but no object with an array "flow".
        NotAFlow,
    };
    Kind kind = Kind::NotJson;
    JsonProblem json;

    friend bool operator==(const DocumentProblem &, const DocumentProblem &) = default;
};

/// The request document a person edits: the lossless JSON and the typed view of it.
/// A value; unknown fields, key order and, while nothing was edited, every byte stay as they were.
class FlowDocument
{
public:
    /// An empty flow: {"flow": []}.
    FlowDocument();

    [[nodiscard]] static Result<FlowDocument, DocumentProblem> fromText(const QByteArray &text);
    [[nodiscard]] static FlowDocument fromJson(Json json);

    [[nodiscard]] const Json &json() const { return m_json; }
    [[nodiscard]] const Flow &flow() const { return m_flow; }
    /// The text to send, save and show: the original bytes while nothing was edited since
    /// fromText, pretty-printed else.
    [[nodiscard]] QByteArray text() const;

    /// Sets the value at `pointer`; missing objects on the way are made, and the index behind the
    /// last (or "-") adds to an array. A new key of a step or message goes where the API document's
    /// order of fields puts it, behind the known keys before it. A value that is there already
    /// counts as no edit. False, and nothing changed, where `pointer` leads through something else.
    bool set(const QString &pointer, const Json &value);
    /// Removes the value; a parent object that this leaves empty stays. False if there was none.
    bool remove(const QString &pointer);

    /// Adds a minimal step of this channel behind the others: type, to (copied from the first
    /// step that has one), order (highest + 1), ttl, and for Sms an empty message.
    void addStep(Channel channel);
    void duplicateStep(int index);
    void removeStep(int index);
    /// Moves a step and numbers `order` by position, 1 first.
    void moveStep(int from, int to);

    friend bool operator==(const FlowDocument &a, const FlowDocument &b)
    {
        return a.m_json == b.m_json && a.m_original == b.m_original;
    }

private:
    [[nodiscard]] Json *steps();
    void edited();

    Json m_json;
    QByteArray m_original;
    Flow m_flow;
};

} // namespace otpscope::models
