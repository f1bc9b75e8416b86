// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace otpscope::models {

/// A part of a body: text as it stands, or the place of a pin.
struct BodyPiece
{
    /// The bytes of the body.
    QByteArray text;
    /// 0 for text; 1 for the first pin of the body, 2 for another one, ...
    int pin = 0;

    friend bool operator==(const BodyPiece &, const BodyPiece &) = default;
};

/// Cuts a body where pins stand: the value of each "pin", and the same digits where they stand for
/// themselves in a message, a label or another text for people. Numbers of phones, ids and sequence
/// numbers are left alone, even where a pin happens to be in one.
/// `body` must be JSON that parseJson takes. Put together, the pieces are the body.
[[nodiscard]] std::vector<BodyPiece> bodyPieces(const QByteArray &body);

} // namespace otpscope::models
