// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace otpscope::simulator {

/// A place in a text; both count from 1, columns in characters.
struct TextPlace
{
    int line = 1;
    int column = 1;

    friend bool operator==(const TextPlace &, const TextPlace &) = default;
};

/// Where the value (in an object: its key) stands that an RFC 6901 pointer leads to; where the way
/// ends early, the last place on it that is there. `text` is JSON that models::parseJson takes; for
/// any other text the place is somewhere inside it.
[[nodiscard]] TextPlace placeInJson(const QByteArray &text, const QString &pointer);

} // namespace otpscope::simulator
