// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/hookconnection.h"

#include <QNetworkProxy>
#include <QSslSocket>

#include <sys/socket.h>

#include <algorithm>
#include <optional>

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

QByteArray hostHeader(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toUtf8();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() > 0)
        host += ':' + QByteArray::number(url.port());
    return host;
}

QByteArray headOf(const Webhook &webhook, const QByteArray &host)
{
    QByteArray target = webhook.url.path(QUrl::FullyEncoded).toUtf8();
    if (target.isEmpty())
        target = "/";
    if (webhook.url.hasQuery())
        target += '?' + webhook.url.query(QUrl::FullyEncoded).toUtf8();
    QByteArray head;
    head.reserve(target.size() + host.size() + webhook.body.size() + 256);
    head.append("POST ").append(target).append(" HTTP/1.1\r\nHost: ").append(host);
    head.append("\r\nUser-Agent: otp-failover\r\nAccept: */*\r\nContent-Type: application/json"
                "\r\nContent-Length: ");
    head.append(QByteArray::number(webhook.body.size()));
    head.append("\r\nOtpScope-Service-Clock: ").append(webhook.serviceClock).append("\r\n\r\n");
    return head;
}

/// What an answer's head says about its end.
struct AnswerHead
{
    /// 0 where it is no head of HTTP/1.
    int status = 0;
    std::optional<qint64> length;
    bool isEncoded = false;
    bool keepsAlive = false;
};

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

void readField(QByteArrayView line, AnswerHead &head)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 0)
        return;
    const QByteArrayView name = line.first(colon);
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (isSame(name, "content-length")) {
        bool isNumber = false;
        const qint64 length = value.toLongLong(&isNumber);
        head.length = isNumber ? length : -1;
    } else if (isSame(name, "transfer-encoding")) {
        head.isEncoded = !value.isEmpty();
    } else if (isSame(name, "connection") && isSame(value, "close")) {
        head.keepsAlive = false;
    }
}

/// `text` with the empty line at its end.
AnswerHead readAnswerHead(QByteArrayView text)
{
    constexpr qsizetype statusAt = 9; // "HTTP/1.1 "
    AnswerHead head;
    if (text.size() < statusAt + 3 || !isSame(text.first(7), "http/1."))
        return head;
    head.status = std::max(text.sliced(statusAt, 3).toInt(), 0);
    head.keepsAlive = text[7] == '1';
    qsizetype start = text.indexOf("\r\n") + 2;
    for (qsizetype end = text.indexOf("\r\n", start); end > start;
         start = end + 2, end = text.indexOf("\r\n", start))
        readField(text.sliced(start, end - start), head);
    return head;
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
    if (m_host.isEmpty())
        m_host = hostHeader(webhook.url);
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
        send(headOf(m_webhook, m_host).append(m_webhook.body));
        return;
    }
    send(headOf(m_webhook, m_host));
    m_dripped = 0;
    m_drip.start(std::max(m_webhook.drip / drips, std::chrono::milliseconds{1}));
}

/// QTcpSocket switches a notifier on and off for whatever it writes, which costs twice the system
/// calls of the writing itself. So it only gets what the kernel does not take at once.
void HookConnection::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    if (!m_isEncrypted && m_socket->bytesToWrite() == 0) {
        sent = ::send(static_cast<int>(m_socket->socketDescriptor()), bytes.constData(),
                      static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
    }
    // A failure is met again, and told, by the socket.
    sent = std::max<qsizetype>(sent, 0);
    if (sent < bytes.size())
        m_socket->write(bytes.constData() + sent, bytes.size() - sent);
}

void HookConnection::drip()
{
    const qsizetype piece = m_webhook.body.size() / drips + 1;
    send(m_webhook.body.mid(m_dripped, piece));
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
    const AnswerHead head = readAnswerHead(QByteArrayView(m_input).first(size));
    m_input.remove(0, size);
    m_status = head.status;
    if (m_status < 100) {
        end(PostOutcome::Kind::Broken, 0, false);
        return false;
    }
    if (m_status < 200)
        return readHead();
    m_isHeadRead = true;
    const bool hasNoBody = m_status == 204 || m_status == 304;
    m_restOfBody = head.length.value_or(-1);
    const bool hasPlainEnd = hasNoBody || (m_restOfBody >= 0 && m_restOfBody <= bodyLimit &&
                                           !head.isEncoded);
    if (hasNoBody || !hasPlainEnd)
        m_restOfBody = 0;
    // An answer to a body that is still trickling leaves a connection in the middle of it.
    const bool isAllSent = !m_drip.isActive();
    m_keepsAlive = hasPlainEnd && isAllSent && head.keepsAlive;
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
