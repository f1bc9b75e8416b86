// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace otpscope::client {

/// What counts in the answer of POST /oauth/token (routee-api section 1).
struct TokenAnswer
{
    QByteArray token;
    /// Time that remains. Nothing where the service said nothing, or something that makes no sense
    /// (not a number, not above zero, longer than a hundred years): then only a 401 tells.
    std::optional<std::chrono::seconds> expiresIn;
    /// Words with blanks between them; empty where the service said nothing.
    QString scope = {};
    QStringList permissions = {};
};

/// Nothing where the body holds no token that could stand in a header.
[[nodiscard]] std::optional<TokenAnswer> readTokenAnswer(const QByteArray &body);

} // namespace otpscope::client
