// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"
#include "app/http/limits.h"
#include "models/core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace otpscope::http {

/// Why a request is not taken, and the status that says so. The reason is English, for the body of
/// the answer; it never repeats bytes of the request.
struct Refusal
{
    int status = 400;
    QByteArray reason;

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

/// Finds the end of a request head byte by byte, in whatever pieces it arrives, and refuses at the
/// first byte that cannot stand there: a bare CR or LF, a control character, a line, head or number
/// of fields over its limit. It looks at each byte once, so the answer does not depend on the
/// pieces. One empty line before the request line is passed over (RFC 9112 section 2.2).
class HeadScanner final
{
public:
    enum class Event {
        NeedMore,
        /// An empty line before the request line ended here; it is not part of the head.
        EmptyLine,
        RequestLineEnd,
        HeadEnd,
        Refused,
    };
    struct Step
    {
        Event event = Event::NeedMore;
        /// Bytes looked at by this call; the event happened at the last of them.
        qsizetype consumed = 0;
    };

    /// `limits` must outlive the scanner.
    explicit HeadScanner(const Limits &limits)
        : m_limits(limits)
    {}

    /// Call it with the bytes that follow those consumed so far.
    [[nodiscard]] Step scan(QByteArrayView bytes);
    /// Valid after Refused.
    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }
    /// Bytes of the head so far.
    [[nodiscard]] qsizetype headBytes() const { return m_headBytes; }
    void reset();

private:
    [[nodiscard]] Event take(unsigned char byte);
    [[nodiscard]] Event endLine();
    [[nodiscard]] Event refuse(int status, const char *reason);

    const Limits &m_limits;
    qsizetype m_headBytes = 0;
    qsizetype m_lineBytes = 0;
    int m_lines = 0;
    bool m_isAfterCr = false;
    bool m_isAfterEmptyLine = false;
    Refusal m_refusal;
};

struct RequestLine
{
    QByteArray method;
    QByteArray target;
    /// 0 or 1.
    int minorVersion = 1;
};

/// What a head demands of the server, beside the fields themselves.
struct HeadFields
{
    Headers headers;
    std::optional<qint64> contentLength;
    bool isChunked = false;
    bool expectsContinue = false;
    bool keepsAlive = true;
};

/// "METHOD SP target SP HTTP/1.x", without its line end: 400 malformed, 505 another version, 405 a
/// method that is known but not allowed, 501 an unknown one.
[[nodiscard]] models::Result<RequestLine, Refusal> checkRequestLine(QByteArrayView line,
                                                                    const Limits &limits);

/// The lines after the request line, up to and with the empty line; line ends and control
/// characters must have passed the HeadScanner. Framing that two readers could read in two ways is
/// refused 400, an unknown transfer coding 501, an unknown expectation 417, a body over the limit
/// 413, a host that is not ours 421 (RFC 9112 sections 3.2, 5, 6; RFC 9110 section 10.1.1).
[[nodiscard]] models::Result<HeadFields, Refusal>
checkFields(QByteArrayView lines, const RequestLine &requestLine, const Limits &limits);

/// A whole head block, with its final empty line, through all three.
[[nodiscard]] models::Result<HeadFields, Refusal> checkHead(QByteArrayView head,
                                                            const Limits &limits);

} // namespace otpscope::http
