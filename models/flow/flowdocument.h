// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"
#include "models/core/result.h"
#include "models/flow/flow.h"

#include <QByteArray>
#include <QString>

#include <memory>

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

/// The request document a person edits: its text, the JSON read from it, and the typed view of
/// that. A value, cheap to copy, and safe to hand to another thread. Every edit changes the text of
/// its field and nothing else (see JsonText): what was not touched stays byte for byte, unknown
/// fields, key order, equal keys, spellings of numbers, white space and line ends included. A byte
/// order mark stays where a file has one and is never added; body() leaves it out.
class FlowDocument
{
public:
    /// An empty flow: {"flow": []}.
    FlowDocument();

    [[nodiscard]] static Result<FlowDocument, DocumentProblem> fromText(const QByteArray &text);
    /// Laid out as prettyJson does.
    [[nodiscard]] static FlowDocument fromJson(const Json &json);

    /// Of equal keys the last value, at the place of the first.
    [[nodiscard]] const Json &json() const { return m_content->json; }
    [[nodiscard]] const Flow &flow() const { return m_content->flow; }
    /// The text to save and show.
    [[nodiscard]] const QByteArray &text() const { return m_text; }
    /// The text to send: a byte order mark may stand in files, not on the wire (RFC 8259, 8.1).
    [[nodiscard]] QByteArray body() const;

    /// Sets the value at `pointer`; missing objects on the way are made, and the index behind the
    /// last (or "-") adds to an array. A new key of a step or message goes where the API document's
    /// order of fields puts it, behind the known keys before it. A value that is there already
    /// counts as no edit. Of equal keys the last is set. False, and nothing changed, where
    /// `pointer` leads through something else.
    bool set(const QString &pointer, const Json &value);
    /// The spelling of the value at `pointer`; empty where there is none.
    [[nodiscard]] QByteArray valueText(const QString &pointer) const;
    /// As set(), with a value in its own spelling, as valueText() gives it.
    bool setValueText(const QString &pointer, const QByteArray &valueText);
    /// Removes the value, of equal keys each; a parent object that this leaves empty stays. False
    /// if there was none.
    bool remove(const QString &pointer);

    /// Adds a minimal step of this channel behind the others: type, to (copied from the first
    /// step that has one), order (highest + 1), ttl, and for Sms an empty message.
    void addStep(Channel channel);
    void duplicateStep(int index);
    void removeStep(int index);
    /// Moves a step and numbers `order` by position, 1 first.
    void moveStep(int from, int to);

    /// Documents are their text: two that differ in white space alone are not equal.
    friend bool operator==(const FlowDocument &a, const FlowDocument &b)
    {
        return a.m_text == b.m_text;
    }

private:
    struct Content
    {
        Json json;
        Flow flow;
    };

    FlowDocument(const QByteArray &text, Json json);
    [[nodiscard]] int stepCount() const;
    bool adopt(const QByteArray &text);

    QByteArray m_text;
    std::shared_ptr<const Content> m_content;
};

} // namespace otpscope::models
