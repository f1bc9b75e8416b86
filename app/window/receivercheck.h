// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/httpcall.h"
#include "app/webhook/selftestarrival.h"
#include "models/core/clock.h"

#include <QByteArray>
#include <QMetaType>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>

namespace otpscope::window {

/// What became of one post to the receiver's own address.
struct SelfTestOutcome
{
    /// The name or address the post went to.
    QString host;
    bool hasArrived = false;
    /// From the post's start to its arrival here.
    std::chrono::milliseconds latency{0};
    /// Who handed it on, as far as they say so.
    QStringList way;
    /// Where it counts as coming from, and whether a webhook from there would be taken.
    webhook::Origin origin;
    bool isAllowed = true;
    /// Where it did not arrive: the network's own words, or the status of whatever answered.
    QString problem;
};

/// Posts to the address under which the service reaches the receiver, again and again, and looks
/// whether the post comes in. Nothing of it is stored. Lives in a thread with an event loop.
class ReceiverCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceiverCheck)

public:
    static constexpr std::chrono::seconds interval{30};

    /// `address` of the receiver's self-test, as it is reached from outside. `clock` must outlive
    /// it.
    ReceiverCheck(const QUrl &address, const client::Transport &transport,
                  const models::Clock &clock, QObject *parent = nullptr);

    /// The first check is at once.
    void start();
    /// To be told of what came in.
    void takeArrival(const otpscope::webhook::SelfTestArrival &arrival);

Q_SIGNALS:
    void checked(const otpscope::window::SelfTestOutcome &outcome);

private:
    void check();
    void finish(const client::CallOutcome &outcome);

    QUrl m_address;
    client::Transport m_transport;
    const models::Clock &m_clock;
    QTimer m_interval;
    std::unique_ptr<client::HttpCall> m_call;
    models::MonotonicInstant m_startedAt;
    QByteArray m_nonce;
    SelfTestOutcome m_outcome;
};

} // namespace otpscope::window

Q_DECLARE_METATYPE(otpscope::window::SelfTestOutcome)
