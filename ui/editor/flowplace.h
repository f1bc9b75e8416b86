// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace otpscope::ui {

/// The part of a flow form that a JSON Pointer of a finding is about.
struct FlowPlace
{
    /// Position in the document's `flow` array; nothing for the flow as a whole.
    std::optional<int> step;
    /// "to", "message.body", ... within a step, "callback.url" outside; empty for all of it.
    QString field;

    friend bool operator==(const FlowPlace &, const FlowPlace &) = default;
};

/// A pointer deeper than a field ("/flow/0/to/1") gives that field's place.
[[nodiscard]] FlowPlace placeOf(const QString &pointer);

/// The step alone, for many findings at once.
[[nodiscard]] std::optional<int> stepOf(const QString &pointer);

/// The RFC 6901 pointer of a step's field: stepFieldPointer(0, "message.body") is
/// "/flow/0/message/body".
[[nodiscard]] QString stepFieldPointer(int step, const QString &field);

} // namespace otpscope::ui
