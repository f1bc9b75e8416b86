// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace otpscope::models {

/// A place in a text as editors count it: lines and columns from 1, columns in characters. A line
/// ends with LF, whatever stands before it; a byte order mark is no character.
struct JsonPlace
{
    int line = 1;
    int column = 1;

    friend bool operator==(const JsonPlace &, const JsonPlace &) = default;
};

/// Bytes of the byte order mark at the front: 3, or 0 where there is none.
[[nodiscard]] qsizetype byteOrderMarkLength(QByteArrayView text);

/// Where the byte at `offset` stands; the end of the text for any offset behind it.
[[nodiscard]] JsonPlace placeIn(QByteArrayView text, qsizetype offset);

/// The byte at that place; the end of the line for a column behind it, of the text for a line.
[[nodiscard]] qsizetype offsetOf(QByteArrayView text, const JsonPlace &place);

} // namespace otpscope::models
