// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/tokenkeeper.h"

#include "app/client/httpcall.h"
#include "app/client/tokenanswer.h"
#include "app/client/tokenrequest.h"
#include "models/run/snapshot.h"
#include "models/run/webpage.h"
#include "models/text/masking.h"

#include <algorithm>
#include <utility>

namespace otpscope::client {

namespace {

/// A token answer is a few hundred bytes; more is somebody else's page.
constexpr qsizetype tokenAnswerBytes = 64 * 1024;

/// Renewed this long before it runs out, so that it is still valid when it arrives.
std::chrono::milliseconds safety(std::chrono::seconds lifetime)
{
    return std::min<std::chrono::milliseconds>(std::chrono::seconds{30}, lifetime / 10);
}

/// Of a web page its title; anything else may hold a secret that we do not know as such.
QString noTokenIn(const models::Exchange &exchange)
{
    constexpr qsizetype longestWords = 100;
    const QString what =
        QStringLiteral("The answer (HTTP %1) holds no token").arg(exchange.answerStatus);
    const auto page = models::webPageWords(exchange.answerBody);
    if (!page)
        return what;
    return QStringLiteral("%1 but is a web page, as of a proxy or a network's login: %2")
        .arg(what, models::maskedWords(page->left(longestWords)));
}

} // namespace

TokenKeeper::TokenKeeper(const Endpoint &endpoint, const ClientLimits &limits,
                         const models::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_endpoint(endpoint)
    , m_limits(limits)
    , m_clock(clock)
{}

TokenKeeper::~TokenKeeper() = default;

void TokenKeeper::request(QObject *context, Receiver receiver)
{
    if (isValid()) {
        receiver(m_token);
        return;
    }
    m_waiters.push_back({context, std::move(receiver)});
    if (!m_call)
        ask();
}

void TokenKeeper::forget(const QByteArray &token)
{
    if (token == m_token)
        m_token.clear();
}

void TokenKeeper::withdraw(const QObject *context)
{
    std::erase_if(m_waiters, [context](const Waiter &waiter) {
        return !waiter.context || waiter.context == context;
    });
    if (m_call && m_waiters.empty())
        m_call->cancel();
}

bool TokenKeeper::isValid() const
{
    return !m_token.isEmpty() &&
           (!m_renewAt ||
            (m_clock.monotonicNow() < *m_renewAt && m_clock.wallNow() < m_renewAtWall));
}

void TokenKeeper::ask()
{
    m_token.clear();
    m_call = std::make_unique<HttpCall>(
        tokenRequest(m_endpoint), HttpCall::Limits{m_limits.connectAndAnswer, tokenAnswerBytes,
                                                   m_limits.connect, m_limits.firstByte});
    connect(m_call.get(), &HttpCall::finished, this, &TokenKeeper::take);
    become({TokenStatus::State::Requested, {}, {}});
    m_call->start();
}

void TokenKeeper::take(const CallOutcome &outcome)
{
    const TokenStatus status = statusOf(outcome);
    m_call.reset();
    become(status);
    // Somebody came while a request was ended that nobody had wanted any more.
    if (outcome.problem == models::TransportProblem::Cancelled && !m_waiters.empty())
        ask();
    else
        answerWaiters();
}

TokenStatus TokenKeeper::statusOf(const CallOutcome &outcome)
{
    if (outcome.problem != models::TransportProblem::None)
        return {TokenStatus::State::Failed, {}, outcome.detail};
    const int status = outcome.exchange.answerStatus;
    if (status >= 200 && status < 300) {
        const auto answer = readTokenAnswer(outcome.exchange.answerBody);
        if (!answer)
            return {TokenStatus::State::Failed, {}, noTokenIn(outcome.exchange)};
        m_token = answer->token;
        m_renewAt.reset();
        TokenStatus valid{TokenStatus::State::Valid, {}, {}};
        if (answer->expiresIn) {
            const auto kept = *answer->expiresIn - safety(*answer->expiresIn);
            m_renewAt = m_clock.monotonicNow() + kept;
            m_renewAtWall = m_clock.wallNow() + kept;
            valid.validUntil = m_clock.wallNow() + *answer->expiresIn;
        }
        return valid;
    }
    const QString words = models::readServiceError(outcome.exchange.answerBody).message;
    const QString detail = words.isEmpty() ? QStringLiteral("HTTP %1").arg(status)
                                           : QStringLiteral("HTTP %1: %2").arg(status).arg(words);
    const bool isRefused = status >= 400 && status < 500 && status != 408 && status != 429;
    return {isRefused ? TokenStatus::State::Refused : TokenStatus::State::Failed, {}, detail};
}

void TokenKeeper::become(TokenStatus status)
{
    m_status = std::move(status);
    Q_EMIT statusChanged();
}

void TokenKeeper::answerWaiters()
{
    const QByteArray token = m_token;
    const QPointer<TokenKeeper> self(this);
    for (const Waiter &waiter : std::exchange(m_waiters, {})) {
        if (waiter.context)
            waiter.receiver(token);
        // A receiver may end the client.
        if (!self)
            return;
    }
}

} // namespace otpscope::client
