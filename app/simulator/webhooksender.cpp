// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/webhooksender.h"

#include "app/http/singleshotupload.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace otpscope::simulator {

namespace {

QString hostOf(const QUrl &url)
{
    return url.scheme() + QStringLiteral("://") + url.authority();
}

} // namespace

WebhookSender::WebhookSender(QObject *parent) : QObject(parent)
{
    m_network.setParent(this);
}

WebhookSender::~WebhookSender() = default;

void WebhookSender::send(Webhook webhook)
{
    const models::FlowId flow = webhook.flow;
    const QString host = hostOf(webhook.url);
    Queue &queue = m_queues[flow];
    queue.push_back(std::move(webhook));
    if (queue.size() > 1)
        return;
    m_waiting[host].push_back(flow);
    startWaiting(host);
}

void WebhookSender::startWaiting(const QString &host)
{
    std::deque<models::FlowId> &waiting = m_waiting[host];
    int &underWay = m_underWay[host];
    while (!waiting.empty() && underWay < PostsPerHost) {
        const models::FlowId flow = waiting.front();
        waiting.pop_front();
        ++underWay;
        post(m_queues[flow].front());
    }
    if (waiting.empty() && underWay == 0) {
        m_waiting.remove(host);
        m_underWay.remove(host);
    }
}

void WebhookSender::post(const Webhook &webhook)
{
    QNetworkRequest request(webhook.url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("otp-failover"));
    request.setRawHeader("OtpScope-Service-Clock", webhook.serviceClock);
    QNetworkReply *reply = http::postOnce(m_network, request, webhook.body);
    // A limit for the whole post: Qt's transfer timeout starts anew with each byte. Precise, since
    // the default kind may come 5 % early.
    QTimer::singleShot(PostLimit, Qt::PreciseTimer, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::finished, this,
            [this, reply, flow = webhook.flow, host = hostOf(webhook.url)] {
                // The reply is still in the middle of its own signal.
                reply->deleteLater();
                finish(flow, host);
            });
}

void WebhookSender::finish(const models::FlowId &flow, const QString &host)
{
    Queue &queue = m_queues[flow];
    queue.pop_front();
    if (queue.empty())
        m_queues.remove(flow);
    else
        m_waiting[host].push_back(flow);
    --m_underWay[host];
    startWaiting(host);
}

} // namespace otpscope::simulator
