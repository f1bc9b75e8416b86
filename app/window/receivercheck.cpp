// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/receivercheck.h"

namespace otpscope::window {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds interval = 30s;
constexpr client::HttpCall::Limits limits{5s, 64 * 1024};

} // namespace

ReceiverCheck::ReceiverCheck(const QUrl &address, QObject *parent)
    : QObject(parent), m_address(address), m_interval(this)
{
    m_interval.setInterval(interval);
    connect(&m_interval, &QTimer::timeout, this, &ReceiverCheck::check);
}

void ReceiverCheck::start()
{
    m_interval.start();
    check();
}

void ReceiverCheck::check()
{
    m_call = std::make_unique<client::HttpCall>(client::CallRequest{"GET", m_address, {}, {}},
                                                limits);
    connect(m_call.get(), &client::HttpCall::finished, this,
            [this](const client::CallOutcome &outcome) {
                Q_EMIT checked(outcome.problem == models::TransportProblem::None);
            });
    m_call->start();
}

} // namespace otpscope::window
