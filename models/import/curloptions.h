// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace otpscope::models {

/// An option of curl.
struct CurlOption
{
    enum class Kind {
        Flag,
        WithValue,
        Unknown,
    };
    /// The long name without dashes; the letter where there is no such option.
    QByteArray name;
    Kind kind = Kind::Unknown;
};

/// By its long name without dashes, or the beginning of one where only one begins so.
[[nodiscard]] CurlOption longCurlOption(const QByteArray &name);
[[nodiscard]] CurlOption shortCurlOption(char letter);

} // namespace otpscope::models
