// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/streamsocket.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <memory>
#include <optional>

namespace otpscope::http {

/// Takes TLS off one accepted connection: what it holds goes, decrypted, through a pair of sockets
/// inside this process, whose other end a Connection serves as if it were the peer. So limits,
/// deadlines and back-pressure are those of every connection, and no port is open in clear text.
/// A peer that says its end ends both directions (QSslSocket has no half-close): what it sent is
/// still handed over whole, its answer is not. Lives in the server's thread.
class TlsRelay final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TlsRelay)

public:
    /// Takes the descriptor over and begins the handshake.
    TlsRelay(qintptr descriptor, const QSslConfiguration &configuration, QObject *parent);
    ~TlsRelay() override;

    /// The end for a Connection, which takes it over; -1 where there is none. Call it once.
    [[nodiscard]] qintptr takePlainEnd();

Q_SIGNALS:
    /// Both sides are gone.
    void closed();

private:
    void takeFromPeer();
    void takeFromServer();
    void serverGone();
    void peerGone();
    void end();

    QSslSocket m_peer;
    qintptr m_plainEnd = -1;
    /// Our end of the pair, until the end.
    std::optional<StreamSocket> m_server;
    std::unique_ptr<QSocketNotifier> m_fromServer;
    std::unique_ptr<QSocketNotifier> m_toServerReady;
    /// Decrypted, not yet taken by the server.
    QByteArray m_toServer;
    /// The server is done: what the peer still sends is dropped until it is quiet.
    QTimer m_quiet;
    QTimer m_lastChance;
    bool m_isServerGone = false;
    bool m_isPeerGone = false;
};

} // namespace otpscope::http
