// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/sourcepolicy.h"

#include "app/webhook/forwarding.h"

#include <algorithm>
#include <utility>

namespace otpscope::webhook {

namespace {

bool isIn(const SourcePolicy::Ranges &ranges, const models::IpAddress &address)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const models::AddressRange &range) { return range.contains(address); });
}

} // namespace

/// What one header says.
struct SourcePolicy::Claim
{
    bool isMade = false;
    std::optional<models::IpAddress> address;
};

models::IpAddress ipAddressOf(const QHostAddress &address)
{
    const Q_IPV6ADDR given = address.toIPv6Address();
    models::IpAddress::Bytes bytes{};
    std::copy(std::begin(given.c), std::end(given.c), bytes.begin());
    return models::IpAddress(bytes);
}

SourcePolicy::SourcePolicy(Ranges proxies, std::optional<Ranges> allowed)
    : m_proxies(std::move(proxies))
    , m_allowed(std::move(allowed))
{}

Origin SourcePolicy::originOf(const models::IpAddress &peer, const http::Headers &headers) const
{
    Origin origin{Origin::Basis::Connection, peer, peer};
    if (!isProxy(peer))
        return origin;
    const Claim forwarded = claimOf(forwardedNodes(headers));
    const Claim forwardedFor = claimOf(forwardedForNodes(headers));
    // Most proxies write one of both and hand the other on as it came.
    if (forwarded.isMade && forwardedFor.isMade && forwarded.address != forwardedFor.address) {
        origin.basis = Origin::Basis::Contradiction;
        origin.address.reset();
    } else if (forwarded.isMade) {
        origin.basis = Origin::Basis::Forwarded;
        origin.address = forwarded.address;
    } else if (forwardedFor.isMade) {
        origin.basis = Origin::Basis::ForwardedFor;
        origin.address = forwardedFor.address;
    }
    return origin;
}

bool SourcePolicy::allows(const Origin &origin) const
{
    return !m_allowed || (origin.address && isIn(*m_allowed, *origin.address));
}

bool SourcePolicy::isProxy(const models::IpAddress &address) const
{
    return isIn(m_proxies, address);
}

SourcePolicy::Claim SourcePolicy::claimOf(const std::optional<QByteArrayList> &nodes) const
{
    if (!nodes)
        return {true, std::nullopt};
    Claim claim;
    for (auto node = nodes->crbegin(); node != nodes->crend(); ++node) {
        claim = {true, addressOfNode(*node)};
        if (!claim.address || !isProxy(*claim.address))
            return claim;
    }
    return claim;
}

} // namespace otpscope::webhook
