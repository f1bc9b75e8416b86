// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"

#include <QString>

#include <vector>

namespace otpscope::ui {

/// One place in which two JSON values differ.
struct JsonChange
{
    enum class Kind {
        Added,
        Removed,
        Changed,
    };
    Kind kind = Kind::Changed;
    /// JSON Pointer; empty for the value as a whole.
    QString pointer;
    /// Compact JSON; `before` is empty where Added, `after` where Removed.
    QString before;
    QString after;

    friend bool operator==(const JsonChange &, const JsonChange &) = default;
};

/// In the order of `after`, what was removed from an object behind the rest of it. Members are held
/// against each other by name, elements by position. The order of members makes no difference.
[[nodiscard]] std::vector<JsonChange> jsonChanges(const models::Json &before,
                                                  const models::Json &after);

/// A line each: "~ /steps/0/status: "Queued" → "Sent"", "+ /steps/1: {...}", "− /error: null".
[[nodiscard]] QString printed(const std::vector<JsonChange> &changes);

} // namespace otpscope::ui
