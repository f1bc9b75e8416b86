// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/hookconnection.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include <algorithm>

namespace otpscope::simulator {

namespace {

constexpr qsizetype headLimit = 64 * 1024;
/// A longer body is not worth reading for the sake of the connection.
constexpr qint64 bodyLimit = 1024 * 1024;
constexpr int drips = 20;

QTcpSocket *makeSocket(bool isEncrypted, QObject *parent)
{
    QTcpSocket *socket = isEncrypted ? new QSslSocket(parent) : new QTcpSocket(parent);
    socket->setProxy(QNetworkProxy::NoProxy);
    return socket;
}

QByteArray headOf(const Webhook &webhook)
{
    QByteArray target = webhook.url.path(QUrl::FullyEncoded).toUtf8();
    if (target.isEmpty())
        target = "/";
    if (webhook.url.hasQuery())
        target += '?' + webhook.url.query(QUrl::FullyEncoded).toUtf8();
    QByteArray host = webhook.url.host(QUrl::FullyEncoded).toUtf8();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (webhook.url.port() > 0)
        host += ':' + QByteArray::number(webhook.url.port());
    return "POST " + target + " HTTP/1.1\r\nHost: " + host +
           "\r\nUser-Agent: otp-failover\r\nAccept: */*\r\nContent-Type: application/json"
           "\r\nContent-Length: " +
           QByteArray::number(webhook.body.size()) +
           "\r\nOtpScope-Service-Clock: " + webhook.serviceClock + "\r\n\r\n";
}

/// The value of a header of an answer's head, in lower case; empty where there is none.
QByteArray headerIn(const QByteArray &lowerHead, const QByteArray &name)
{
    const qsizetype at = lowerHead.indexOf("\r\n" + name + ':');
    if (at < 0)
        return {};
    const qsizetype start = at + name.size() + 3;
    return lowerHead.mid(start, lowerHead.indexOf("\r\n", start) - start).trimmed();
}

} // namespace

HookConnection::HookConnection(const models::Clock &clock, bool isEncrypted, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_socket(makeSocket(isEncrypted, this))
    , m_isEncrypted(isEncrypted)
{
    m_limit.setSingleShot(true);
    // The default kind may come 5 % early.
    m_limit.setTimerType(Qt::PreciseTimer);
    connect(&m_limit, &QTimer::timeout, this,
            [this] { end(PostOutcome::Kind::TimedOut, 0, false); });
    connect(&m_drip, &QTimer::timeout, this, &HookConnection::drip);
    if (auto *encrypted = qobject_cast<QSslSocket *>(m_socket))
        connect(encrypted, &QSslSocket::encrypted, this, &HookConnection::write);
    else
        connect(m_socket, &QTcpSocket::connected, this, &HookConnection::write);
    connect(m_socket, &QTcpSocket::readyRead, this, &HookConnection::read);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &HookConnection::lost);
    connect(m_socket, &QTcpSocket::disconnected, this, &HookConnection::lost);
}

HookConnection::~HookConnection()
{
    m_socket->disconnect(this);
}

void HookConnection::post(const Webhook &webhook)
{
    Q_ASSERT(!m_isUnderWay);
    m_webhook = webhook;
    m_isUnderWay = true;
    m_isHeadRead = false;
    m_status = 0;
    m_startedAt = m_clock.monotonicNow();
    m_limit.start(WebhookSender::PostLimit + webhook.drip);
    if (m_wasConnected) {
        write();
        return;
    }
    const QString host = webhook.url.host();
    if (auto *encrypted = qobject_cast<QSslSocket *>(m_socket))
        encrypted->connectToHostEncrypted(host, static_cast<quint16>(webhook.url.port(443)));
    else
        m_socket->connectToHost(host, static_cast<quint16>(webhook.url.port(80)));
}

void HookConnection::write()
{
    m_wasConnected = true;
    if (m_webhook.drip <= std::chrono::milliseconds::zero()) {
        m_socket->write(headOf(m_webhook) + m_webhook.body);
        // Now, and not in the next turn of the event loop.
        m_socket->flush();
        return;
    }
    m_socket->write(headOf(m_webhook));
    m_dripped = 0;
    m_drip.start(std::max(m_webhook.drip / drips, std::chrono::milliseconds{1}));
}

void HookConnection::drip()
{
    const qsizetype piece = m_webhook.body.size() / drips + 1;
    m_socket->write(m_webhook.body.mid(m_dripped, piece));
    m_dripped += piece;
    if (m_dripped >= m_webhook.body.size())
        m_drip.stop();
}

void HookConnection::read()
{
    m_input += m_socket->readAll();
    if (!m_isUnderWay) {
        // An answer nobody waits for: there is no telling what comes next.
        m_socket->abort();
        return;
    }
    if (!m_isHeadRead && !readHead())
        return;
    const qint64 taken = std::min<qint64>(m_restOfBody, m_input.size());
    m_input.remove(0, taken);
    m_restOfBody -= taken;
    if (m_restOfBody == 0)
        end(PostOutcome::Kind::Answered, m_status, m_keepsAlive && m_input.isEmpty());
}

bool HookConnection::readHead()
{
    const qsizetype size = m_input.indexOf("\r\n\r\n") + 4;
    if (size < 4) {
        if (m_input.size() > headLimit)
            end(PostOutcome::Kind::Broken, 0, false);
        return false;
    }
    const QByteArray head = m_input.left(size).toLower();
    m_input.remove(0, size);
    bool isNumber = false;
    m_status = head.mid(9, 3).toInt(&isNumber);
    if (!head.startsWith("http/1.") || !isNumber || m_status < 100) {
        end(PostOutcome::Kind::Broken, 0, false);
        return false;
    }
    if (m_status < 200)
        return readHead();
    m_isHeadRead = true;
    bool hasLength = false;
    m_restOfBody = headerIn(head, "content-length").toLongLong(&hasLength);
    const bool hasNoBody = m_status == 204 || m_status == 304;
    const bool hasPlainEnd =
        hasNoBody || (hasLength && m_restOfBody >= 0 && m_restOfBody <= bodyLimit &&
                      headerIn(head, "transfer-encoding").isEmpty());
    if (hasNoBody || !hasPlainEnd)
        m_restOfBody = 0;
    // An answer to a body that is still trickling leaves a connection in the middle of it.
    const bool isAllSent = !m_drip.isActive();
    m_keepsAlive = hasPlainEnd && isAllSent && head.startsWith("http/1.1") &&
                   headerIn(head, "connection") != "close";
    return true;
}

void HookConnection::lost()
{
    if (!m_isUnderWay) {
        Q_EMIT closed();
        return;
    }
    if (m_isHeadRead)
        end(PostOutcome::Kind::Answered, m_status, false);
    else
        end(m_wasConnected ? PostOutcome::Kind::Broken : PostOutcome::Kind::NotConnected, 0, false);
}

void HookConnection::end(PostOutcome::Kind kind, int status, bool isReusable)
{
    if (!m_isUnderWay)
        return;
    m_isUnderWay = false;
    m_limit.stop();
    m_drip.stop();
    const auto duration =
        std::chrono::floor<std::chrono::milliseconds>(m_clock.monotonicNow() - m_startedAt);
    if (!isReusable) {
        m_socket->disconnect(this);
        m_socket->abort();
    }
    Q_EMIT finished({kind, status, duration}, isReusable);
}

} // namespace otpscope::simulator
