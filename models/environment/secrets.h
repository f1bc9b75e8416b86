// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <optional>

namespace otpscope::models {

enum class SecretKind {
    /// Of the application, for a token.
    Application,
    /// The password for the proxy, beside the name in ProxyChoice.
    Proxy,
};

/// What the requests of one environment prove with who sends them. In memory only as long as it is
/// needed; beside that only in the system's key store.
struct Secrets
{
    QString application;
    QString proxy;

    friend bool operator==(const Secrets &, const Secrets &) = default;
};

/// What a person typed in place of what is kept; an empty text is to be forgotten.
struct SecretEdits
{
    std::optional<QString> application;
    std::optional<QString> proxy;

    [[nodiscard]] Secrets appliedTo(const Secrets &kept) const
    {
        return {application.value_or(kept.application), proxy.value_or(kept.proxy)};
    }

    friend bool operator==(const SecretEdits &, const SecretEdits &) = default;
};

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::Secrets)
