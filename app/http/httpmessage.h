// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"

#include <QByteArray>
#include <QHostAddress>
#include <QMetaType>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace otpscope::http {

/// A header as it was on the wire: case kept, value without the spaces around it.
using HeaderField = std::pair<QByteArray, QByteArray>;
using Headers = std::vector<HeaderField>;

/// The first header of this name, compared without regard to case; nullptr if there is none.
[[nodiscard]] const QByteArray *findHeader(const Headers &headers, const QByteArray &name);

/// A complete, accepted request.
struct Request
{
    QByteArray method;
    /// As sent: path and query, or absolute-form.
    QByteArray target;
    /// 0 for HTTP/1.0, 1 for HTTP/1.1.
    int minorVersion = 1;
    /// Order, case and duplicates as received.
    Headers headers;
    /// Request line and header block with the final blank line, byte for byte.
    QByteArray rawHead;
    /// The body after de-chunking; byte for byte otherwise.
    QByteArray body;
    QHostAddress peerAddress;
    quint16 peerPort = 0;

    /// The target without its query; absolute-form reduced to its path.
    [[nodiscard]] QByteArray path() const;
    /// The text behind '?', empty if none.
    [[nodiscard]] QByteArray query() const;
};

/// What to answer. The server adds Date, Content-Length and Connection.
struct Response
{
    /// Deliberate misbehaviour, for the simulator and for tests; the default is to behave.
    struct Fault
    {
        enum class Kind {
            None,
            /// Close without a byte.
            HangUp,
            /// Send half of the head, then close.
            HalfHead,
            /// Send the head and half of the body, then close.
            HalfBody,
            /// Send the head and the body, and then more, until the peer goes away. No length is told.
            Endless,
        };
        Kind kind = Kind::None;

        friend bool operator==(const Fault &, const Fault &) = default;
    };

    int status = 200;
    Headers headers;
    QByteArray body;
    /// Wait this long before the first byte.
    std::chrono::milliseconds delay{0};
    Fault fault;
    /// For the Date header; the server's clock where empty.
    std::optional<models::Instant> date;
    /// Close the connection afterwards. Every 4xx and 5xx closes regardless.
    bool close = false;
};

/// "OK" for 200, and so on; "Status" for a code without a name.
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace otpscope::http

Q_DECLARE_METATYPE(otpscope::http::Request)
