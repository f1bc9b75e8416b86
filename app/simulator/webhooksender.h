// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/core/ids.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace otpscope::simulator {

class HookConnection;

/// One webhook, complete as it will be sent.
struct Webhook
{
    models::FlowId flow;
    QUrl url;
    QByteArray body;
    /// Value of OtpScope-Service-Clock: the service time of the change.
    QByteArray serviceClock;
    /// Whatever its sender knows it by; handed back with the outcome.
    quint64 number = 0;
    /// How long the body takes to leave, in wall time.
    std::chrono::milliseconds drip{0};
};

/// What came of one webhook.
struct PostOutcome
{
    enum class Kind {
        Answered,
        NotConnected,
        TimedOut,
        /// The connection ended before there was an answer, or it made no sense.
        Broken,
    };
    Kind kind = Kind::Answered;
    /// Of the answer.
    int status = 0;
    /// Wall time from the start, with connecting, to the answer's head or the failure.
    std::chrono::milliseconds duration{0};

    friend bool operator==(const PostOutcome &, const PostOutcome &) = default;
};

/// Posts webhooks the way the service does: fire and forget, whatever the answer. Those of one flow
/// leave one after the other, the next when the one before was answered, refused or timed out.
/// Connections are kept. Nothing is sent twice, no redirect is followed, no proxy is used. Lives in
/// one thread, which needs an event loop. Destroying it drops what is still waiting.
class WebhookSender final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebhookSender)

public:
    /// For each post, in wall time, from its start to the head of the answer; its drip comes on
    /// top.
    static constexpr std::chrono::milliseconds PostLimit{2'000};
    /// To one host and port at a time.
    static constexpr int PostsPerHost = 16;
    /// To all hosts together; descriptors are not endless.
    static constexpr int Connections = 128;

    /// `clock` must outlive it.
    explicit WebhookSender(const models::Clock &clock, QObject *parent = nullptr);
    ~WebhookSender() override;

    void send(Webhook webhook);
    /// Called once for each webhook that was sent, in this thread.
    using OutcomeListener = std::function<void(quint64 number, const PostOutcome &)>;
    void setOutcomeListener(OutcomeListener listener) { m_told = std::move(listener); }
    /// Drops what waits and what is under way, without a word.
    void clear();

private:
    using Queue = std::deque<Webhook>;
    struct Host
    {
        /// Flows whose front waits.
        std::deque<models::FlowId> waiting;
        std::vector<HookConnection *> idle;
        int underWay = 0;
        bool isStarved = false;

        [[nodiscard]] bool isUnused() const
        {
            return idle.empty() && waiting.empty() && underWay == 0;
        }
    };

    void startWaiting(const QString &name);
    [[nodiscard]] HookConnection *connectionFor(const QString &name);
    [[nodiscard]] bool closeAnIdleOne();
    void finish(HookConnection &connection, const QString &name, const PostOutcome &outcome);
    void forget(HookConnection *connection, const QString &name);
    void feedTheStarved();

    const models::Clock &m_clock;
    OutcomeListener m_told;
    /// The front of each is under way or waits for its host.
    QHash<models::FlowId, Queue> m_queues;
    QHash<QString, Host> m_hosts;
    std::deque<QString> m_starved;
    int m_connections = 0;
};

} // namespace otpscope::simulator
