// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/connection.h"
#include "app/http/httpserver.h"

#include <QHash>
#include <QSocketNotifier>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

#include <atomic>
#include <optional>
#include <vector>

namespace otpscope::http {

/// The server as it lives in its thread: accepts, counts, hands out answers, and lets time pass for
/// all connections by one timer.
class Listener final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Listener)

public:
    /// `connectionCount` is written here and read by others. All must outlive the listener.
    Listener(RequestHandler &handler, const models::Clock &clock, const Limits &limits,
             std::shared_ptr<AnswerQueue> answers, std::atomic_int &connectionCount);
    ~Listener() override;

    /// Speak HTTPS. Before start().
    void encrypt(const QSslConfiguration &configuration) { m_encryption = configuration; }
    [[nodiscard]] ListenResult start(const QHostAddress &address, quint16 port);

Q_SIGNALS:
    /// Finishing was asked for, and the last connection is gone, with all it wrote.
    void finished();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    /// Nothing where the peer could not be served.
    [[nodiscard]] std::optional<Connection::Accepted> accept(qintptr descriptor);
    void answersReady();
    void deliverAnswers();
    void finishUp();
    void tick();
    void acceptFailed();
    void removeConnection(quint64 id);
    void finishIfAlone();
    void updateTimer();

    ServerContext m_context;
    std::atomic_int &m_connectionCount;
    QSocketNotifier m_answersNotifier;
    std::vector<AnswerQueue::Answer> m_batch;
    QHash<quint64, Connection *> m_connections;
    quint64 m_lastId = 0;
    QTimer m_timer;
    std::optional<QSslConfiguration> m_encryption;
    /// Some of them still hold bytes of connections that are gone.
    int m_relays = 0;
    bool m_isAcceptingPaused = false;
    bool m_isFinishingUp = false;
};

} // namespace otpscope::http
