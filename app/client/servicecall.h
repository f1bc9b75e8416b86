// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/httpcall.h"
#include "app/client/tokenkeeper.h"
#include "models/core/clock.h"
#include "models/run/observation.h"

#include <QObject>

#include <memory>
#include <optional>

namespace otpscope::client {

/// One send or poll: token, exchange, and after 401 or 403 one renewal and one repetition.
class ServiceCall final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServiceCall)

public:
    /// `request` comes without Authorization. `tokens` and `clock` outlive this.
    ServiceCall(models::ObservationSource source, CallRequest request, HttpCall::Limits limits,
                TokenKeeper &tokens, const models::Clock &clock, QObject *parent);
    ~ServiceCall() override;

    void start();
    /// finished() follows with Cancelled, or NoToken where the request had not left.
    void cancel();

Q_SIGNALS:
    /// Once, without id and run. The call may be destroyed in the slot.
    void finished(const otpscope::models::Observation &observation);

private:
    void askForToken();
    void exchange(const QByteArray &token);
    void take(const CallOutcome &outcome);
    void report(const CallOutcome &outcome);

    models::ObservationSource m_source;
    CallRequest m_request;
    HttpCall::Limits m_limits;
    TokenKeeper &m_tokens;
    const models::Clock &m_clock;
    std::unique_ptr<HttpCall> m_call;
    models::Instant m_startedAt;
    QByteArray m_token;
    /// The 401 or 403 that made us ask for a new token.
    std::optional<CallOutcome> m_refusal;
    bool m_isReported = false;
};

} // namespace otpscope::client
