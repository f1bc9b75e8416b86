// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/receivercheck.h"

#include <QUuid>

namespace otpscope::window {

namespace {

constexpr client::HttpCall::Limits selfTestLimits{std::chrono::seconds{10}, 64 * 1024};

} // namespace

ReceiverCheck::ReceiverCheck(const QUrl &address, const client::Transport &transport,
                             const models::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_address(address)
    , m_transport(transport)
    , m_clock(clock)
    , m_interval(this)
{
    m_interval.setInterval(interval);
    connect(&m_interval, &QTimer::timeout, this, &ReceiverCheck::check);
}

void ReceiverCheck::start()
{
    m_interval.start();
    check();
}

void ReceiverCheck::takeArrival(const webhook::SelfTestArrival &arrival)
{
    // A post of an earlier check that took long proves nothing about this one.
    if (arrival.nonce != m_nonce)
        return;
    m_outcome.hasArrived = true;
    m_outcome.latency =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_clock.monotonicNow() - m_startedAt);
    m_outcome.way = arrival.way;
    m_outcome.origin = arrival.origin;
    m_outcome.isAllowed = arrival.isAllowed;
}

void ReceiverCheck::check()
{
    m_outcome = {};
    m_outcome.host = m_address.host();
    m_nonce = QUuid::createUuid().toRfc4122().toHex();
    m_startedAt = m_clock.monotonicNow();
    m_call = std::make_unique<client::HttpCall>(
        client::CallRequest{"POST",
                            m_address,
                            {{"Content-Type", "text/plain"}, {"Accept-Encoding", "identity"}},
                            m_nonce,
                            m_transport},
        selfTestLimits);
    connect(m_call.get(), &client::HttpCall::finished, this, &ReceiverCheck::finish);
    m_call->start();
}

void ReceiverCheck::finish(const client::CallOutcome &outcome)
{
    if (!m_outcome.hasArrived && outcome.problem != models::TransportProblem::None)
        m_outcome.problem = outcome.detail;
    else if (!m_outcome.hasArrived)
        m_outcome.problem = QStringLiteral("HTTP %1").arg(outcome.exchange.answerStatus);
    Q_EMIT checked(m_outcome);
}

} // namespace otpscope::window
