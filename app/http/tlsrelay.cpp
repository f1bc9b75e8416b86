// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/tlsrelay.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <utility>

namespace otpscope::http {

namespace {

constexpr qsizetype chunk = 64 * 1024;
/// Encrypted and not yet sent; then the server waits.
constexpr qint64 mostAhead = 4 * chunk;
/// A socket closed with unread input would take the answer back out of the peer's hands.
constexpr std::chrono::milliseconds quietTime{100};
constexpr std::chrono::seconds lastChance{2};

} // namespace

TlsRelay::TlsRelay(qintptr descriptor, const QSslConfiguration &configuration, QObject *parent)
    : QObject(parent)
    , m_peer(this)
    , m_quiet(this)
    , m_lastChance(this)
{
    std::array<int, 2> ends{-1, -1};
    const bool isPair = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0;
    if (!isPair) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    m_plainEnd = ends[0];
    m_server.emplace(ends[1]);
    m_fromServer = std::make_unique<QSocketNotifier>(ends[1], QSocketNotifier::Read);
    m_toServerReady = std::make_unique<QSocketNotifier>(ends[1], QSocketNotifier::Write);
    m_toServerReady->setEnabled(false);
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietTime);
    m_lastChance.setSingleShot(true);
    m_lastChance.setInterval(lastChance);
    connect(m_fromServer.get(), &QSocketNotifier::activated, this, &TlsRelay::takeFromServer);
    connect(m_toServerReady.get(), &QSocketNotifier::activated, this, &TlsRelay::takeFromPeer);
    connect(&m_quiet, &QTimer::timeout, &m_peer, &QSslSocket::disconnectFromHost);
    connect(&m_lastChance, &QTimer::timeout, &m_peer, &QSslSocket::abort);
    connect(&m_peer, &QSslSocket::readyRead, this, &TlsRelay::takeFromPeer);
    connect(&m_peer, &QSslSocket::encryptedBytesWritten, this, [this] {
        if (m_isServerGone)
            m_lastChance.start();
        else if (m_server && !m_isPeerGone)
            m_fromServer->setEnabled(true);
    });
    connect(&m_peer, &QSslSocket::disconnected, this, &TlsRelay::peerGone);
    m_peer.setReadBufferSize(chunk);
    m_peer.setSslConfiguration(configuration);
    if (m_peer.setSocketDescriptor(descriptor))
        m_peer.startServerEncryption();
    else
        ::close(static_cast<int>(descriptor));
}

TlsRelay::~TlsRelay()
{
    m_peer.disconnect(this);
    if (m_plainEnd >= 0)
        ::close(static_cast<int>(m_plainEnd));
}

qintptr TlsRelay::takePlainEnd()
{
    return std::exchange(m_plainEnd, -1);
}

void TlsRelay::takeFromPeer()
{
    if (m_isServerGone) {
        m_peer.readAll();
        m_quiet.start();
        return;
    }
    while (m_server) {
        if (m_toServer.isEmpty())
            m_toServer = m_peer.read(chunk);
        if (m_toServer.isEmpty())
            break;
        const StreamSocket::Transfer transfer = m_server->send(m_toServer);
        if (transfer.outcome == StreamSocket::Outcome::WouldBlock) {
            m_toServerReady->setEnabled(true);
            return;
        }
        if (transfer.outcome != StreamSocket::Outcome::Moved) {
            serverGone();
            return;
        }
        m_toServer.remove(0, transfer.bytes);
    }
    if (m_toServerReady)
        m_toServerReady->setEnabled(false);
    if (m_isPeerGone)
        end();
}

void TlsRelay::takeFromServer()
{
    if (m_peer.bytesToWrite() + m_peer.encryptedBytesToWrite() > mostAhead) {
        m_fromServer->setEnabled(false);
        return;
    }
    QByteArray bytes(chunk, Qt::Uninitialized);
    const StreamSocket::Transfer transfer = m_server->receive(bytes.data(), bytes.size());
    switch (transfer.outcome) {
    case StreamSocket::Outcome::Moved:
        m_peer.write(bytes.constData(), transfer.bytes);
        break;
    case StreamSocket::Outcome::WouldBlock:
        break;
    case StreamSocket::Outcome::EndOfStream:
    case StreamSocket::Outcome::Broken:
        serverGone();
        break;
    }
}

void TlsRelay::serverGone()
{
    m_isServerGone = true;
    m_fromServer->setEnabled(false);
    m_toServerReady->setEnabled(false);
    m_toServer.clear();
    if (m_isPeerGone) {
        end();
        return;
    }
    m_peer.readAll();
    m_quiet.start();
    m_lastChance.start();
}

void TlsRelay::peerGone()
{
    m_isPeerGone = true;
    m_quiet.stop();
    m_lastChance.stop();
    if (m_fromServer)
        m_fromServer->setEnabled(false);
    if (m_isServerGone)
        end();
    else
        takeFromPeer();
}

void TlsRelay::end()
{
    if (!m_server)
        return;
    for (std::unique_ptr<QSocketNotifier> *notifier : {&m_fromServer, &m_toServerReady}) {
        // One of them may be calling.
        (*notifier)->setEnabled(false);
        notifier->release()->deleteLater();
    }
    m_server.reset();
    Q_EMIT closed();
}

} // namespace otpscope::http
