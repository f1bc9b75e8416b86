// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/webhooksender.h"

#include "app/simulator/hookconnection.h"

#include <algorithm>
#include <utility>

namespace otpscope::simulator {

namespace {

QString hostOf(const QUrl &url)
{
    return url.scheme() + QStringLiteral("://") + url.authority();
}

} // namespace

WebhookSender::WebhookSender(const models::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_told([](quint64, const PostOutcome &) {})
{}

WebhookSender::~WebhookSender() = default;

void WebhookSender::send(Webhook webhook)
{
    const models::FlowId flow = webhook.flow;
    const QString name = hostOf(webhook.url);
    Queue &queue = m_queues[flow];
    queue.push_back(std::move(webhook));
    if (queue.size() > 1)
        return;
    m_hosts[name].waiting.push_back(flow);
    startWaiting(name);
}

void WebhookSender::clear()
{
    m_queues.clear();
    m_hosts.clear();
    m_starved.clear();
    m_connections = 0;
    const auto connections = findChildren<HookConnection *>(QString(), Qt::FindDirectChildrenOnly);
    for (HookConnection *connection : connections) {
        connection->disconnect(this);
        connection->deleteLater(); // it may be in the middle of its own signal
    }
}

void WebhookSender::startWaiting(const QString &name)
{
    // Looked up anew each time: a listener may have sent more.
    while (m_hosts.contains(name) && !m_hosts[name].waiting.empty() &&
           m_hosts[name].underWay < PostsPerHost) {
        HookConnection *connection = connectionFor(name);
        if (!connection)
            return;
        Host &host = m_hosts[name];
        const models::FlowId flow = host.waiting.front();
        host.waiting.pop_front();
        ++host.underWay;
        connection->post(m_queues[flow].front());
    }
}

HookConnection *WebhookSender::connectionFor(const QString &name)
{
    Host &host = m_hosts[name];
    if (!host.idle.empty()) {
        HookConnection *connection = host.idle.back();
        host.idle.pop_back();
        return connection;
    }
    if (m_connections >= Connections && !closeAnIdleOne()) {
        if (!host.isStarved)
            m_starved.push_back(name);
        host.isStarved = true;
        return nullptr;
    }
    ++m_connections;
    const bool isEncrypted = name.startsWith(QLatin1String("https:"));
    auto *connection = new HookConnection(m_clock, isEncrypted, this);
    connect(connection, &HookConnection::finished, this,
            [this, connection, name](const PostOutcome &outcome, bool isReusable) {
                if (isReusable)
                    m_hosts[name].idle.push_back(connection);
                else
                    forget(connection, name);
                finish(*connection, name, outcome);
            });
    connect(connection, &HookConnection::closed, this,
            [this, connection, name] { forget(connection, name); });
    return connection;
}

bool WebhookSender::closeAnIdleOne()
{
    for (auto host = m_hosts.begin(); host != m_hosts.end(); ++host) {
        if (!host->idle.empty()) {
            forget(host->idle.front(), host.key());
            return true;
        }
    }
    return false;
}

void WebhookSender::forget(HookConnection *connection, const QString &name)
{
    connection->disconnect(this);
    connection->deleteLater(); // most likely it is in the middle of its own signal
    --m_connections;
    const auto host = m_hosts.find(name);
    if (host == m_hosts.end())
        return;
    std::erase(host->idle, connection);
    if (host->isUnused())
        m_hosts.erase(host);
}

void WebhookSender::finish(HookConnection &connection, const QString &name,
                           const PostOutcome &outcome)
{
    const models::FlowId flow = connection.flow();
    const quint64 number = connection.number();
    Queue &queue = m_queues[flow];
    queue.pop_front();
    // The next one may go to another host.
    const QString next = queue.empty() ? name : hostOf(queue.front().url);
    if (queue.empty())
        m_queues.remove(flow);
    else
        m_hosts[next].waiting.push_back(flow);
    --m_hosts[name].underWay;
    m_told(number, outcome);
    startWaiting(name);
    if (next != name)
        startWaiting(next);
    feedTheStarved();
    const auto host = m_hosts.find(name);
    if (host != m_hosts.end() && host->isUnused())
        m_hosts.erase(host);
}

void WebhookSender::feedTheStarved()
{
    if (m_starved.empty())
        return;
    const QString name = m_starved.front();
    m_starved.pop_front();
    if (!m_hosts.contains(name))
        return;
    m_hosts[name].isStarved = false;
    startWaiting(name);
}

} // namespace otpscope::simulator
