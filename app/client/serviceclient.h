// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/transport.h"
#include "models/core/clock.h"
#include "models/core/ids.h"
#include "models/run/deliverylist.h"
#include "models/run/observation.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace otpscope::client {

/// Where the service is and who we are. The secret lives in memory only.
struct Endpoint
{
    /// For instance https://connect.routee.net/failover-otp
    QUrl service;
    /// For instance https://auth.routee.net/oauth/token
    QUrl token;
    QString clientId;
    QString clientSecret;
    /// Narrows the token; empty for all the application may do.
    QString scope = {};
    Transport transport = {};

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

struct ClientLimits
{
    /// For one whole exchange.
    std::chrono::milliseconds connectAndAnswer{30'000};
    qsizetype answerBytes = 16 * 1024 * 1024;
    /// 0: no limit of their own.
    std::chrono::milliseconds connect{0};
    std::chrono::milliseconds firstByte{0};

    friend bool operator==(const ClientLimits &, const ClientLimits &) = default;
};

/// What is known about the token; for the status bar. Never holds the token itself.
struct TokenStatus
{
    enum class State {
        None,
        Requested,
        Valid,
        Refused,
        Failed,
    };
    State state = State::None;
    /// Instant{} where the service did not say, or nothing sensible.
    models::Instant validUntil;
    /// The service's words where Refused, the network's where Failed.
    QString detail;
};

class ServiceAccess;

/// Talks to one service: token, send, poll. Lives in one thread, which needs an event loop; every
/// call and completion is in that thread. A token is asked for once however many calls wait for it,
/// kept until it runs out, renewed once on 401 or 403 and the call repeated once (routee-api
/// section 1: such an answer proves that nothing was accepted). Nothing else is ever repeated.
/// Redirects are not followed; TLS 1.2 or later; no HTTP/2, no cache, no cookies. Polls and lists
/// use kept connections, and are repeated by Qt where such a one was closed just then; a send has a
/// connection of its own.
/// Completions get an Observation without id and run; its problem says why there is no answer.
/// Destroying the client cancels what is under way without calling back.
class ServiceClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceClient)

public:
    using Completion = std::function<void(const models::Observation &)>;

    ServiceClient(Endpoint endpoint, ClientLimits limits, const models::Clock &clock,
                  QObject *parent = nullptr);
    /// One of many that share a token and connections.
    explicit ServiceClient(std::shared_ptr<ServiceAccess> access, QObject *parent = nullptr);
    ~ServiceClient() override;

    /// POST /otp/send-failover with these bytes, exactly once on the wire.
    void send(const QByteArray &flowText, Completion done);
    /// GET /otp/failover/{id}
    void poll(const models::FlowId &id, Completion done);
    /// GET /otp/failover with this query.
    void list(const models::DeliveryQuery &query, Completion done);
    /// GET /otp/templates
    void templates(Completion done);
    /// GET /accounts/me/balance of the same host (routee-api section 9, DOCS-NEAR). Many tokens may
    /// not ask for it.
    void balance(Completion done);
    /// Ends everything under way; completions are called with Cancelled, or with NoToken where the
    /// request had not left.
    void cancel();

    [[nodiscard]] TokenStatus tokenStatus() const;

Q_SIGNALS:
    void tokenStatusChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace otpscope::client
