// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/serviceclient.h"
#include "app/client/tokenkeeper.h"
#include "models/core/clock.h"

#include <QNetworkAccessManager>

#include <memory>
#include <vector>

namespace otpscope::client {

/// One application's access to one service: its token, and the connections that are kept between
/// polls. Shared by the clients of many runs, so that the token is asked for once and a connection
/// serves them all. Lives in the thread that made it; so do those who share it.
class ServiceAccess final
{
    Q_DISABLE_COPY_MOVE(ServiceAccess)

public:
    /// `clock` outlives it.
    ServiceAccess(Endpoint endpoint, ClientLimits limits, const models::Clock &clock);
    ~ServiceAccess();

    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] const ClientLimits &limits() const { return m_limits; }
    [[nodiscard]] const models::Clock &clock() const { return m_clock; }
    [[nodiscard]] TokenKeeper &tokens() { return m_tokens; }
    /// For one GET, and to be held as long as it lasts. New connections are made only where all
    /// others are busy, up to a bound.
    [[nodiscard]] std::shared_ptr<QNetworkAccessManager> keptConnections();

private:
    Endpoint m_endpoint;
    ClientLimits m_limits;
    const models::Clock &m_clock;
    /// Uses the two above.
    TokenKeeper m_tokens;
    std::vector<std::shared_ptr<QNetworkAccessManager>> m_kept;
};

/// Hands the same access to whoever asks for the same one.
class AccessBook final
{
public:
    /// `clock` outlives it and what it hands out.
    explicit AccessBook(const models::Clock &clock)
        : m_clock(clock)
    {}

    [[nodiscard]] std::shared_ptr<ServiceAccess> to(const Endpoint &endpoint,
                                                    const ClientLimits &limits);

private:
    const models::Clock &m_clock;
    /// The one used last stands last.
    std::vector<std::shared_ptr<ServiceAccess>> m_known;
};

} // namespace otpscope::client
