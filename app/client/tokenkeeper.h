// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/serviceclient.h"
#include "models/core/clock.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace otpscope::client {

class HttpCall;
struct CallOutcome;

/// Holds the service's token and asks for a new one when needed: once, however many wait for it.
class TokenKeeper final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenKeeper)

public:
    /// The token; empty where none could be had, and then status() says why.
    using Receiver = std::function<void(const QByteArray &token)>;

    TokenKeeper(const Endpoint &endpoint, const ClientLimits &limits, const models::Clock &clock,
                QObject *parent = nullptr);
    ~TokenKeeper() override;

    /// Calls back at once while the token is valid. Forgotten when `context` is destroyed.
    void request(QObject *context, Receiver receiver);
    /// The service refused `token`: the next request asks for a new one, unless that has been done
    /// for somebody else meanwhile.
    void forget(const QByteArray &token);
    /// `context` waits no longer. A request that nobody waits for is ended.
    void withdraw(const QObject *context);

    [[nodiscard]] const TokenStatus &status() const { return m_status; }

Q_SIGNALS:
    void statusChanged();

private:
    struct Waiter
    {
        QPointer<QObject> context;
        Receiver receiver;
    };

    [[nodiscard]] bool isValid() const;
    void ask();
    void take(const CallOutcome &outcome);
    [[nodiscard]] TokenStatus statusOf(const CallOutcome &outcome);
    void become(TokenStatus status);
    void answerWaiters();

    const Endpoint &m_endpoint;
    ClientLimits m_limits;
    const models::Clock &m_clock;
    std::unique_ptr<HttpCall> m_call;
    std::vector<Waiter> m_waiters;
    QByteArray m_token;
    /// Nothing: until the service refuses it. By both clocks: the one stands still while the machine
    /// sleeps, the other may be set back.
    std::optional<models::MonotonicInstant> m_renewAt;
    models::Instant m_renewAtWall;
    TokenStatus m_status;
};

} // namespace otpscope::client
