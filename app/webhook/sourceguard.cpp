// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webhook/sourceguard.h"

#include <utility>

namespace otpscope::webhook {

SourceGuard::SourceGuard(SourcePolicy policy, http::RequestHandler &inside, Observer turnedAway)
    : m_policy(std::move(policy))
    , m_inside(inside)
    , m_turnedAway(std::move(turnedAway))
{}

void SourceGuard::handle(http::Request request, http::Responder respond)
{
    const Origin origin = m_policy.originOf(ipAddressOf(request.peerAddress), request.headers);
    const bool isOpen = !m_openPath.isEmpty() && request.path() == m_openPath;
    if (isOpen || m_policy.allows(origin)) {
        m_inside.handle(std::move(request), std::move(respond));
        return;
    }
    m_turnedAway(origin);
    http::Response response;
    response.status = 403;
    response.headers.emplace_back("Content-Type", "text/plain; charset=utf-8");
    response.body = QByteArrayLiteral("Webhooks are not taken from this address.\n");
    respond(std::move(response));
}

} // namespace otpscope::webhook
