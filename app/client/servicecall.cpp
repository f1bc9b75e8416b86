// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/servicecall.h"

#include <utility>

namespace otpscope::client {

namespace {

bool isTokenRefused(const CallOutcome &outcome)
{
    const int status = outcome.exchange.answerStatus;
    return outcome.problem == models::TransportProblem::None && (status == 401 || status == 403);
}

} // namespace

ServiceCall::ServiceCall(models::ObservationSource source, CallRequest request,
                         HttpCall::Limits limits, TokenKeeper &tokens, const models::Clock &clock,
                         QObject *parent)
    : QObject(parent), m_source(source), m_request(std::move(request)), m_limits(limits),
      m_tokens(tokens), m_clock(clock)
{
}

ServiceCall::~ServiceCall() = default;

void ServiceCall::start()
{
    m_startedAt = m_clock.wallNow();
    askForToken();
}

void ServiceCall::cancel()
{
    if (m_call)
        m_call->cancel();
    else { // So nobody has to fear that it was sent.
        m_tokens.withdraw(this);
        report({{}, models::TransportProblem::NoToken,
                QStringLiteral("Cancelled before there was a token")});
    }
}

void ServiceCall::askForToken()
{
    m_tokens.request(this, [this](const QByteArray &token) {
        if (m_isReported)
            return;
        if (!token.isEmpty())
            exchange(token);
        else if (m_refusal)
            report(*m_refusal);
        else
            report({{}, models::TransportProblem::NoToken, m_tokens.status().detail});
    });
}

void ServiceCall::exchange(const QByteArray &token)
{
    m_token = token;
    CallRequest request = m_request;
    request.headers.insert(request.headers.begin(), {"Authorization", "Bearer " + token});
    m_call = std::make_unique<HttpCall>(std::move(request), m_limits);
    connect(m_call.get(), &HttpCall::finished, this, &ServiceCall::take);
    m_startedAt = m_clock.wallNow();
    m_call->start();
}

void ServiceCall::take(const CallOutcome &outcome)
{
    if (!isTokenRefused(outcome) || m_refusal) {
        report(outcome);
        return;
    }
    m_refusal = outcome;
    m_call.reset();
    m_tokens.forget(m_token);
    askForToken();
}

void ServiceCall::report(const CallOutcome &outcome)
{
    if (std::exchange(m_isReported, true))
        return;
    models::Observation observation;
    observation.source = m_source;
    observation.startedAt = m_startedAt;
    observation.arrivedAt = m_clock.wallNow();
    observation.problem = outcome.problem;
    observation.problemDetail = outcome.detail;
    observation.exchange = outcome.exchange;
    Q_EMIT finished(observation);
}

} // namespace otpscope::client
