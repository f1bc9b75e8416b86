// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"
#include "models/core/jsonspans.h"

#include <QByteArray>

namespace otpscope::models {

/// How a person lays a JSON text out, so that what is added to it looks like the rest.
struct JsonStyle
{
    QByteArray lineEnd = "\n";
    /// One level of indentation.
    QByteArray unit = "  ";
    /// Between key and value.
    QByteArray colon = ": ";
    /// Between members or elements that share a line.
    QByteArray comma = ", ";
};

/// Reads the first object and the first line end; what they do not show stays as in prettyJson.
[[nodiscard]] JsonStyle styleOf(const JsonSpans &spans);

/// `json` on one line.
[[nodiscard]] QByteArray onOneLine(const Json &json, const JsonStyle &style);

/// `json` with a line for each member and element. `indentation` is that of the line it begins on,
/// which is not repeated in front.
[[nodiscard]] QByteArray onManyLines(const Json &json, const JsonStyle &style,
                                     const QByteArray &indentation);

/// The blanks at the front of the line on which the byte at `offset` stands.
[[nodiscard]] QByteArray indentationAt(const QByteArray &text, qsizetype offset);

} // namespace otpscope::models
