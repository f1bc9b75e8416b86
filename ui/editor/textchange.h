// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace otpscope::ui {

/// What differs between two texts, in bytes: at `at`, `removed` were taken away and `inserted` put
/// in.
struct TextChange
{
    qsizetype at = 0;
    qsizetype removed = 0;
    qsizetype inserted = 0;

    friend bool operator==(const TextChange &, const TextChange &) = default;
};

[[nodiscard]] TextChange changeBetween(QByteArrayView before, QByteArrayView after);

/// One change for both where the second goes on where the first ended, as typing and deleting do;
/// false, and `first` unchanged, where the person began something new.
bool joinTyping(TextChange &first, const TextChange &second);

} // namespace otpscope::ui
