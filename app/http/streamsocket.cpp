// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/streamsocket.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace otpscope::http {

namespace {

StreamSocket::Outcome outcomeOfError()
{
    const bool isTemporary = errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
    return isTemporary ? StreamSocket::Outcome::WouldBlock : StreamSocket::Outcome::Broken;
}

} // namespace

StreamSocket::StreamSocket(qintptr descriptor)
    : m_descriptor(static_cast<int>(descriptor))
{
    fcntl(m_descriptor, F_SETFL, fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
    const int on = 1;
    // An answer is one write; waiting for more to send with it only delays it.
    setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

StreamSocket::~StreamSocket()
{
    ::close(m_descriptor);
}

StreamSocket::Transfer StreamSocket::receive(char *into, qsizetype room)
{
    const ssize_t result = ::recv(m_descriptor, into, static_cast<size_t>(room), 0);
    if (result > 0)
        return {Outcome::Moved, result};
    if (result == 0)
        return {Outcome::EndOfStream, 0};
    return {outcomeOfError(), 0};
}

StreamSocket::Transfer StreamSocket::send(QByteArrayView bytes)
{
    const ssize_t result =
        ::send(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
    if (result >= 0)
        return {Outcome::Moved, result};
    return {outcomeOfError(), 0};
}

void StreamSocket::shutDownSending()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

StreamSocket::Peer StreamSocket::peerOf(qintptr descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the socket API asks for it
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (getpeername(static_cast<int>(descriptor), address, &size) != 0)
        return {};
    quint16 port = 0;
    if (storage.ss_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &storage, sizeof v4);
        port = ntohs(v4.sin_port);
    } else if (storage.ss_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &storage, sizeof v6);
        port = ntohs(v6.sin6_port);
    }
    return {QHostAddress(address), port};
}

} // namespace otpscope::http
