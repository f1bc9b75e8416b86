// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/environment/environment.h"

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QString>
#include <QUrl>

#include <optional>

namespace otpscope::client {

/// How an exchange leaves this machine, and whom it trusts.
struct Transport
{
    models::ProxyChoice proxy;
    /// Trusted besides the system's; verification itself is never off.
    QList<QSslCertificate> authorities;
    /// For the user that `proxy` names.
    QString proxyPassword = {};

    friend bool operator==(const Transport &, const Transport &) = default;
};

/// Nothing where the system decides. Loopback and http:// never pass a proxy, see ProxyChoice.
[[nodiscard]] std::optional<QNetworkProxy> proxyFor(const Transport &transport, const QUrl &url);

} // namespace otpscope::client
