// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/transport.h"

namespace otpscope::client {

std::optional<QNetworkProxy> proxyFor(const Transport &transport, const QUrl &url)
{
    using Kind = models::ProxyChoice::Kind;
    const models::ProxyChoice &choice = transport.proxy;
    if (models::isLoopbackHost(url.host()) || url.scheme() != QStringLiteral("https"))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const auto named = [&](QNetworkProxy::ProxyType type) {
        return QNetworkProxy(type, choice.host, static_cast<quint16>(choice.port), choice.user,
                             choice.user.isEmpty() ? QString() : transport.proxyPassword);
    };
    switch (choice.kind) {
    case Kind::System: return std::nullopt;
    case Kind::None: return QNetworkProxy(QNetworkProxy::NoProxy);
    case Kind::Http: return named(QNetworkProxy::HttpProxy);
    case Kind::Socks5: return named(QNetworkProxy::Socks5Proxy);
    }
    Q_UNREACHABLE();
}

} // namespace otpscope::client
