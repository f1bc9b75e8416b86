// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/tokenanswer.h"

#include "models/core/json.h"

#include <algorithm>
#include <string>

namespace otpscope::client {

namespace {

constexpr std::chrono::hours hundredYears{100 * 366 * 24};

std::optional<std::chrono::seconds> readLifetime(const models::Json &answer)
{
    const auto found = answer.find("expires_in");
    if (found == answer.end())
        return std::nullopt;
    double seconds = 0;
    if (found->is_number())
        seconds = found->get<double>();
    else if (found->is_string())
        seconds = QByteArray::fromStdString(found->get_ref<const std::string &>()).toDouble();
    const std::chrono::duration<double> lifetime{seconds};
    // Written so that NaN falls out too.
    if (!(lifetime.count() > 0) || lifetime > hundredYears)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(lifetime);
}

/// A byte that may stand in a header's value and in a token (RFC 6750, b64token and a bit more).
bool isTokenByte(char byte)
{
    return byte > 0x20 && byte < 0x7f;
}

} // namespace

std::optional<TokenAnswer> readTokenAnswer(const QByteArray &body)
{
    const models::Json answer =
        models::Json::parse(body.begin(), body.end(), nullptr, /*allow_exceptions=*/false);
    if (!answer.is_object())
        return std::nullopt;
    const auto found = answer.find("access_token");
    if (found == answer.end() || !found->is_string())
        return std::nullopt;
    const QByteArray token = QByteArray::fromStdString(found->get_ref<const std::string &>());
    if (token.isEmpty() || !std::all_of(token.begin(), token.end(), isTokenByte))
        return std::nullopt;
    TokenAnswer result{token, readLifetime(answer)};
    result.scope = models::textMember(answer, "scope").value_or(QString());
    const models::Json *permissions = models::member(answer, "permissions");
    if (permissions && permissions->is_array()) {
        for (const models::Json &permission : *permissions) {
            if (permission.is_string())
                result.permissions.append(
                    models::toQString(permission.get_ref<const std::string &>()));
        }
    }
    return result;
}

} // namespace otpscope::client
