// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/selftestarrival.h"

namespace otpscope::webhook {

namespace {

/// A nonce is 32 bytes; what is longer is none of ours.
constexpr qsizetype longestNonce = 64;

} // namespace

SelfTestArrival selfTestArrival(const http::Request &request, const SourcePolicy &policy)
{
    const Origin origin = policy.originOf(ipAddressOf(request.peerAddress), request.headers);
    SelfTestArrival arrival{
        request.body.left(longestNonce), {origin.peer.toText()}, origin, policy.allows(origin)};
    for (const char *name : {"Via", "Forwarded", "X-Forwarded-For", "X-Forwarded-Proto"}) {
        if (const QByteArray *value = http::findHeader(request.headers, name))
            arrival.way.append(
                QStringLiteral("%1: %2").arg(QLatin1String(name), QString::fromUtf8(*value)));
    }
    return arrival;
}

} // namespace otpscope::webhook
