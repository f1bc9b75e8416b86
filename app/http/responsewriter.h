// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"
#include "models/core/clock.h"

#include <QByteArray>

namespace otpscope::http {

/// The value of a Date header (RFC 9110 section 5.6.7), made once a second.
class DateHeader final
{
public:
    [[nodiscard]] const QByteArray &value(models::Instant now);

private:
    std::chrono::sys_seconds m_second{std::chrono::seconds(-1)};
    QByteArray m_value;
};

/// What the request and the connection say about the shape of its answer.
struct AnswerShape
{
    /// An answer to HEAD has the head of an answer to GET and no body.
    bool isToHead = false;
    bool keepsAlive = true;
    /// HTTP/1.0 must be told that a connection stays.
    int minorVersion = 1;
    /// No Content-Length: the body ends with the connection.
    bool isOpenEnded = false;
};

/// The bytes of an answer: Date, Content-Length and Connection are added, and left out where the
/// handler brought its own. A header that would break the framing (a name that is no token, a
/// control character in a value) turns the whole answer into a 500: half of an answer is worse.
[[nodiscard]] QByteArray answerBytes(const Response &response, const AnswerShape &shape,
                                     const QByteArray &date);

} // namespace otpscope::http
