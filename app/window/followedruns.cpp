// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/followedruns.h"

#include "app/environment/connection.h"
#include "app/run/replay.h"

#include <QUrl>

#include <algorithm>
#include <utility>

namespace otpscope::window {

namespace {

/// Each polls.
constexpr qsizetype atOnce = 20;

} // namespace

FollowedRuns::FollowedRuns(const models::Catalogue &catalogue, const models::Clock &clock,
                           client::AccessBook &accesses, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_accesses(accesses)
{}

FollowedRuns::~FollowedRuns() = default;

void FollowedRuns::pause()
{
    m_isPaused = true;
    m_receiver = nullptr;
    const QHash<models::RunId, run::RunSession *> sessions = std::exchange(m_sessions, {});
    for (auto session = sessions.cbegin(); session != sessions.cend(); ++session) {
        m_waiting.push_front(m_orders.value(session.key()));
        delete session.value();
    }
}

void FollowedRuns::goOn(webhook::WebhookReceiver *receiver)
{
    m_isPaused = false;
    m_receiver = receiver;
    // Those that were followed before read everything again from the store.
    startNext();
}

void FollowedRuns::follow(const ResumeOrder &order)
{
    if (m_orders.contains(order.run))
        return;
    m_orders.insert(order.run, order);
    m_waiting.push_back(order);
    startNext();
}

void FollowedRuns::startNext()
{
    while (m_store && !m_isPaused && !m_waiting.empty() && m_sessions.size() < atOnce) {
        const ResumeOrder order = m_waiting.front();
        m_waiting.pop_front();
        begin(order);
    }
}

void FollowedRuns::begin(const ResumeOrder &order)
{
    const auto connection = environment::connectionFor(order.service, order.secrets);
    if (!connection) {
        m_orders.remove(order.run);
        Q_EMIT ended(order.run, run::RunEnd::OtherSideFailed);
        return;
    }
    run::RunRequest request;
    request.id = order.run;
    request.environment = order.service.name;
    request.flowText = order.flowText;
    request.endpoint = connection.value().endpoint;
    request.limits = connection.value().limits;
    request.access = m_accesses.to(request.endpoint, request.limits);
    if (m_receiver) {
        const auto callback = run::flowOf(order.flowText).callback;
        m_receiver->reopenPath(order.run,
                               QUrl(callback ? callback->url.value_or(QString()) : QString()));
    }
    auto *session =
        new run::RunSession(std::move(request), m_catalogue, m_store, m_receiver, m_clock, this);
    m_sessions.insert(order.run, session);
    connect(session, &run::RunSession::updated, this, &FollowedRuns::updated);
    connect(session, &run::RunSession::ended, this,
            [this, id = order.run](run::RunEnd end) { finish(id, end); });
    session->resume();
}

void FollowedRuns::finish(const models::RunId &id, run::RunEnd end)
{
    m_orders.remove(id);
    // It is still telling of its end.
    m_sessions.take(id)->deleteLater();
    Q_EMIT ended(id, end);
    QMetaObject::invokeMethod(this, &FollowedRuns::startNext, Qt::QueuedConnection);
}

} // namespace otpscope::window
