// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/webhooksender.h"
#include "models/core/clock.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

namespace otpscope::simulator {

/// One connection to a receiver, over which one webhook after the other is posted. HTTP/1.1 written
/// by hand, since a simulator must be able to trickle and cut, and must count what it sends: an
/// access manager repeats a POST by itself. Of an answer only the head is read; where its end is
/// not plain from there the connection is not used again. Lives in the sender's thread.
class HookConnection final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HookConnection)

public:
    /// `clock` must outlive it.
    HookConnection(const models::Clock &clock, bool isEncrypted, QObject *parent);
    ~HookConnection() override;

    /// Only while nothing is under way; always to the same host and port.
    void post(const Webhook &webhook);
    /// Of the webhook posted last.
    [[nodiscard]] const models::FlowId &flow() const { return m_webhook.flow; }
    [[nodiscard]] quint64 number() const { return m_webhook.number; }

Q_SIGNALS:
    /// The webhook under way is done with. `isReusable` is false where the connection ends now.
    void finished(const otpscope::simulator::PostOutcome &outcome, bool isReusable);
    /// The peer ended the connection while nothing was under way.
    void closed();

private:
    void write();
    void send(const QByteArray &bytes);
    void drip();
    void read();
    [[nodiscard]] bool readHead();
    void lost();
    void end(PostOutcome::Kind kind, int status, bool isReusable);

    const models::Clock &m_clock;
    QTcpSocket *m_socket;
    const bool m_isEncrypted;
    QTimer m_limit;
    QTimer m_drip;
    /// Value of the header Host; the same for every webhook.
    QByteArray m_host;
    Webhook m_webhook;
    qsizetype m_dripped = 0;
    QByteArray m_input;
    models::MonotonicInstant m_startedAt;
    /// Bytes of the last answer's body that are still to come.
    qint64 m_restOfBody = 0;
    int m_status = 0;
    bool m_isUnderWay = false;
    bool m_wasConnected = false;
    bool m_isHeadRead = false;
    bool m_keepsAlive = false;
};

} // namespace otpscope::simulator
