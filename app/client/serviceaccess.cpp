// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/serviceaccess.h"

#include <algorithm>
#include <utility>

namespace otpscope::client {

namespace {

/// What one QNetworkAccessManager opens to one host before it lets requests wait.
constexpr long connectionsOfOne = 6;
/// 48 connections; more at once would be unkind to a service.
constexpr std::size_t mostManagers = 8;

/// People have a few environments, and each access keeps a token and connections.
constexpr std::size_t mostAccesses = 4;

} // namespace

ServiceAccess::ServiceAccess(Endpoint endpoint, ClientLimits limits, const models::Clock &clock)
    : m_endpoint(std::move(endpoint))
    , m_limits(limits)
    , m_clock(clock)
    , m_tokens(m_endpoint, m_limits, m_clock)
{}

ServiceAccess::~ServiceAccess() = default;

std::shared_ptr<QNetworkAccessManager> ServiceAccess::keptConnections()
{
    // One owner is this list, the others are requests under way.
    const auto isFree = [](const std::shared_ptr<QNetworkAccessManager> &manager) {
        return manager.use_count() - 1 < connectionsOfOne;
    };
    const auto found = std::find_if(m_kept.begin(), m_kept.end(), isFree);
    if (found != m_kept.end())
        return *found;
    if (m_kept.size() < mostManagers) {
        m_kept.push_back(std::make_shared<QNetworkAccessManager>());
        return m_kept.back();
    }
    return *std::min_element(m_kept.begin(), m_kept.end(), [](const auto &a, const auto &b) {
        return a.use_count() < b.use_count();
    });
}

std::shared_ptr<ServiceAccess> AccessBook::to(const Endpoint &endpoint, const ClientLimits &limits)
{
    const auto known = std::find_if(m_known.begin(), m_known.end(), [&](const auto &access) {
        return access->endpoint() == endpoint && access->limits() == limits;
    });
    std::shared_ptr<ServiceAccess> access;
    if (known != m_known.end()) {
        access = *known;
        m_known.erase(known);
    } else {
        access = std::make_shared<ServiceAccess>(endpoint, limits, m_clock);
    }
    if (m_known.size() == mostAccesses)
        m_known.erase(m_known.begin());
    m_known.push_back(access);
    return access;
}

} // namespace otpscope::client
