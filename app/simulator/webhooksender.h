// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/ids.h"

#include <QByteArray>
#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <deque>

namespace otpscope::simulator {

/// One webhook, complete as it will be sent.
struct Webhook
{
    models::FlowId flow;
    QUrl url;
    QByteArray body;
    /// Value of OtpScope-Service-Clock: the service time of the change.
    QByteArray serviceClock;
};

/// Posts webhooks the way the service does: fire and forget, whatever the answer. Those of one flow
/// leave one after the other, the next when the one before was answered, refused or timed out.
/// Nothing is sent twice, no redirect is followed. Lives in one thread, which needs an event loop.
/// Destroying it drops what is still waiting.
class WebhookSender final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebhookSender)

public:
    /// For each post, in wall time, from its start to the end of the answer.
    static constexpr std::chrono::milliseconds PostLimit{2'000};
    /// To one host and port at a time; as many as the access manager keeps connections.
    static constexpr int PostsPerHost = 6;

    explicit WebhookSender(QObject *parent = nullptr);
    ~WebhookSender() override;

    void send(Webhook webhook);

private:
    using Queue = std::deque<Webhook>;

    void startWaiting(const QString &host);
    void post(const Webhook &webhook);
    void finish(const models::FlowId &flow, const QString &host);

    QNetworkAccessManager m_network;
    /// The front of each is under way or waits for its host.
    QHash<models::FlowId, Queue> m_queues;
    /// Flows whose front waits, for each host, in order.
    QHash<QString, std::deque<models::FlowId>> m_waiting;
    QHash<QString, int> m_underWay;
};

} // namespace otpscope::simulator
