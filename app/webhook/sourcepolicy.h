// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"
#include "models/core/ipaddress.h"

#include <QHostAddress>

#include <optional>
#include <vector>

namespace otpscope::webhook {

/// Where a request came from, as far as that can be known.
struct Origin
{
    /// What the address rests on.
    enum class Basis {
        /// The other end of the connection itself.
        Connection,
        /// The header Forwarded (RFC 7239), written by a proxy that was named.
        Forwarded,
        /// The header X-Forwarded-For, written by such a proxy.
        ForwardedFor,
        /// Both headers, and they do not agree: one of them is somebody else's.
        Contradiction,
    };
    Basis basis = Basis::Connection;
    /// The other end of the connection; a proxy unless the basis is Connection.
    models::IpAddress peer;
    /// Nothing where a proxy named none that can be read.
    std::optional<models::IpAddress> address;

    friend bool operator==(const Origin &, const Origin &) = default;
};

[[nodiscard]] models::IpAddress ipAddressOf(const QHostAddress &address);

/// Which proxies are believed, and whose webhooks are taken. A value.
class SourcePolicy
{
public:
    using Ranges = std::vector<models::AddressRange>;

    /// Believes no proxy and takes everyone's.
    SourcePolicy() = default;
    /// Without `allowed` it takes everyone's.
    SourcePolicy(Ranges proxies, std::optional<Ranges> allowed);

    /// The headers count only where `peer` is a proxy that was named. Each proxy adds whom it
    /// serves at the right end, so they are read from there, up to the first that is no such proxy:
    /// what stands left of it was written by whoever sent the request, and proves nothing. A header
    /// that cannot be read as a whole tells nobody's address.
    [[nodiscard]] Origin originOf(const models::IpAddress &peer,
                                  const http::Headers &headers) const;
    /// Where there is a list, an origin that is not known is not on it.
    [[nodiscard]] bool allows(const Origin &origin) const;

private:
    struct Claim;

    [[nodiscard]] bool isProxy(const models::IpAddress &address) const;
    [[nodiscard]] Claim claimOf(const std::optional<QByteArrayList> &nodes) const;

    Ranges m_proxies;
    std::optional<Ranges> m_allowed;
};

} // namespace otpscope::webhook
