// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>

namespace otpscope::testsupport {

/// A blocking client on 127.0.0.1 that writes exactly what it is told, closes one side alone, or
/// vanishes with a reset. Every wait ends after ten seconds.
class RawPeer final
{
public:
    explicit RawPeer(quint16 port)
        : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int on = 1;
        ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        m_isConnected =
            ::connect(m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    ~RawPeer() { close(); }
    Q_DISABLE_COPY_MOVE(RawPeer)

    [[nodiscard]] bool isConnected() const { return m_isConnected; }

    /// False where the other side is gone.
    bool write(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const ssize_t n =
                ::send(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
            if (n <= 0)
                return false;
            bytes = bytes.sliced(n);
        }
        return true;
    }

    /// What comes until `count` answers are complete, the other side closes or time is over.
    /// Answers are framed by Content-Length; interim ones (1xx) do not count.
    QByteArray readAnswers(int count, bool areToHead = false)
    {
        while (completeAnswers(areToHead) < count && readMore()) {
        }
        return std::exchange(m_received, {});
    }

    /// What comes until the other side closes.
    QByteArray readAll()
    {
        while (readMore()) {
        }
        return std::exchange(m_received, {});
    }

    /// What is there within `wait`, without insisting.
    QByteArray readWhatComes(std::chrono::milliseconds wait)
    {
        while (readMore(wait)) {
        }
        return std::exchange(m_received, {});
    }

    /// True when the other side has closed, read so far or not.
    [[nodiscard]] bool isClosedByOther()
    {
        while (readMore()) {
        }
        return m_isAtEnd;
    }

    void shutDownWriting() { ::shutdown(m_descriptor, SHUT_WR); }

    void reset()
    {
        const linger option{1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &option, sizeof option);
        close();
    }

    void close()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }

private:
    bool readMore(std::chrono::milliseconds wait = std::chrono::seconds(10))
    {
        pollfd entry{m_descriptor, POLLIN, 0};
        if (::poll(&entry, 1, static_cast<int>(wait.count())) <= 0)
            return false;
        std::array<char, 65536> buffer;
        const ssize_t n = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
        if (n <= 0) {
            m_isAtEnd = true;
            return false;
        }
        m_received.append(buffer.data(), n);
        return true;
    }

    int completeAnswers(bool areToHead) const
    {
        int count = 0;
        qsizetype at = 0;
        while (true) {
            const qsizetype end = m_received.indexOf("\r\n\r\n", at);
            if (end < 0)
                return count;
            const QByteArray head = m_received.mid(at, end - at).toLower();
            if (head.startsWith("http/1.1 1")) {
                at = end + 4;
                continue;
            }
            const qsizetype length = head.indexOf("content-length: ");
            const qsizetype bodyBytes =
                length < 0 || areToHead
                    ? 0
                    : head.mid(length + 16, head.indexOf('\r', length) - length - 16).toLongLong();
            if (m_received.size() < end + 4 + bodyBytes)
                return count;
            at = end + 4 + bodyBytes;
            ++count;
        }
    }

    int m_descriptor;
    bool m_isConnected = false;
    bool m_isAtEnd = false;
    QByteArray m_received;
};

} // namespace otpscope::testsupport
