// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QHostAddress>

namespace otpscope::http {

/// A connected TCP socket, non-blocking. QTcpSocket is passed by on purpose: it has no half-close,
/// and when the peer's end of stream comes with the request it closes before an answer that waits
/// for a commit can be written. POSIX.
class StreamSocket final
{
public:
    enum class Outcome {
        /// `bytes` were moved.
        Moved,
        /// Nothing could be moved just now.
        WouldBlock,
        /// The peer has closed its side; for receive only.
        EndOfStream,
        Broken,
    };
    struct Transfer
    {
        Outcome outcome = Outcome::Broken;
        qsizetype bytes = 0;
    };

    /// Takes the descriptor over.
    explicit StreamSocket(qintptr descriptor);
    ~StreamSocket();
    Q_DISABLE_COPY_MOVE(StreamSocket)

    [[nodiscard]] qintptr descriptor() const { return m_descriptor; }
    [[nodiscard]] Transfer receive(char *into, qsizetype room);
    [[nodiscard]] Transfer send(QByteArrayView bytes);
    /// The peer reads the end of the stream after what was sent; receiving goes on.
    void shutDownSending();

    struct Peer
    {
        QHostAddress address;
        quint16 port = 0;
    };
    /// The other end of a connected TCP socket.
    [[nodiscard]] static Peer peerOf(qintptr descriptor);

private:
    const int m_descriptor;
};

} // namespace otpscope::http
