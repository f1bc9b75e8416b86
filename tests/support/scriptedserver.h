// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <utility>

namespace otpscope::testsupport {

/// What a ScriptedServer does with one request.
struct ScriptedAnswer
{
    /// Sent as they are.
    QByteArray bytes;
    /// Close once they are sent.
    bool closes = false;
    /// Not zero: one byte at a time, this far apart.
    std::chrono::milliseconds drip{0};
    /// This many more bytes behind them, sent as fast as the peer takes them.
    qint64 flood = 0;

    static ScriptedAnswer json(const QByteArray &body, int status = 200,
                               const QByteArray &extraHeaders = {})
    {
        return {"HTTP/1.1 " + QByteArray::number(status)
                    + " Scripted\r\nContent-Type: application/json\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n" + extraHeaders + "\r\n" + body};
    }
    static ScriptedAnswer hangUp() { return {{}, true}; }
    static ScriptedAnswer silence() { return {}; }
};

/// A server on loopback that understands just enough HTTP to find where a request ends, keeps
/// every one byte for byte, and answers with the bytes a test gives it, right or wrong.
class ScriptedServer final : public QObject
{
public:
    using Script = std::function<ScriptedAnswer(const QByteArray &request)>;

    explicit ScriptedServer(Script script) : m_script(std::move(script))
    {
        connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::takeConnections);
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl address(const QString &path = {}) const
    {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(m_server.isListening() ? m_server.serverPort() : m_port);
        url.setPath(path);
        return url;
    }
    /// Whole requests, head and body, in the order they were complete.
    [[nodiscard]] const QByteArrayList &requests() const { return m_requests; }
    [[nodiscard]] qsizetype count(const QByteArray &start) const
    {
        return std::count_if(m_requests.begin(), m_requests.end(),
                             [&](const QByteArray &request) { return request.startsWith(start); });
    }
    [[nodiscard]] int connectionCount() const { return m_connections; }
    /// Not zero while something may still come in on one of them.
    [[nodiscard]] qsizetype openConnectionCount() const { return m_buffers.size(); }
    /// Every byte that came, also those of requests that never were complete.
    [[nodiscard]] const QByteArray &bytesSeen() const { return m_bytesSeen; }
    void setScript(Script script) { m_script = std::move(script); }

    /// As where the network is gone: what is open breaks, and nothing can be opened.
    void goAway()
    {
        m_port = m_server.serverPort();
        m_server.close();
        for (QTcpSocket *socket : m_buffers.keys())
            socket->abort();
    }
    /// At the same address.
    void comeBack() { m_server.listen(QHostAddress::LocalHost, m_port); }

private:
    void takeConnections()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_connections;
            m_buffers.insert(socket, {});
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_buffers.remove(socket);
                // It is emitting.
                socket->deleteLater();
            });
        }
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        const QByteArray bytes = socket->readAll();
        m_bytesSeen += bytes;
        buffer += bytes;
        for (qsizetype size = requestSize(buffer); size > 0; size = requestSize(buffer)) {
            const QByteArray request = buffer.left(size);
            buffer.remove(0, size);
            m_requests.append(request);
            answer(socket, m_script(request));
        }
    }

    static qsizetype requestSize(const QByteArray &buffer)
    {
        const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return 0;
        const QByteArray head = buffer.left(headEnd + 2).toLower();
        qsizetype body = 0;
        const qsizetype at = head.indexOf("\r\ncontent-length:");
        if (at >= 0) {
            const qsizetype value = at + 17;
            body = head.mid(value, head.indexOf("\r\n", value) - value).trimmed().toLongLong();
        }
        const qsizetype size = headEnd + 4 + body;
        return buffer.size() >= size ? size : 0;
    }

    static void answer(QTcpSocket *socket, const ScriptedAnswer &answer)
    {
        if (answer.drip.count() > 0) {
            startDrip(socket, answer);
            return;
        }
        socket->write(answer.bytes);
        if (answer.flood > 0)
            startFlood(socket, answer.flood);
        if (answer.closes)
            socket->disconnectFromHost();
    }

    static void startDrip(QTcpSocket *socket, const ScriptedAnswer &answer)
    {
        auto *timer = new QTimer(socket);
        auto rest = std::make_shared<QByteArray>(answer.bytes);
        connect(timer, &QTimer::timeout, socket, [socket, timer, rest] {
            if (rest->isEmpty()) {
                timer->stop();
                return;
            }
            socket->write(rest->left(1));
            rest->remove(0, 1);
        });
        timer->start(answer.drip);
    }

    static void startFlood(QTcpSocket *socket, qint64 bytes)
    {
        auto rest = std::make_shared<qint64>(bytes);
        const auto writeMore = [socket, rest] {
            const qint64 room = std::min<qint64>(1024 * 1024 - socket->bytesToWrite(), *rest);
            if (room <= 0)
                return;
            *rest -= room;
            socket->write(QByteArray(room, 'x'));
        };
        connect(socket, &QTcpSocket::bytesWritten, socket, writeMore);
        writeMore();
    }

    Script m_script;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QByteArrayList m_requests;
    QByteArray m_bytesSeen;
    int m_connections = 0;
    quint16 m_port = 0;
    // Last, since its sockets speak of their end while they are destroyed.
    QTcpServer m_server;
};

} // namespace otpscope::testsupport
