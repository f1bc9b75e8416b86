// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QtGlobal>

#include <chrono>

namespace otpscope::http {

/// What a server takes, and the status that answers what it does not take. Deadlines are absolute:
/// bytes that trickle in do not prolong them.
struct Limits
{
    qsizetype headBytes = 16 * 1024;                   // 431
    qsizetype requestLineBytes = 8 * 1024;             // 414
    int headerFields = 100;                            // 431
    qsizetype bodyBytes = 4 * 1024 * 1024;             // 413, declared and chunked alike
    qsizetype chunkOverheadBytes = 8 * 1024;           // 400: extensions and trailers
    int connections = 256;                             // 503 and close
    std::chrono::milliseconds headDeadline{10'000};    // 408
    std::chrono::milliseconds requestDeadline{30'000}; // 408
    std::chrono::milliseconds idleDeadline{15'000};    // close
    /// Answered 405 with Allow when known to HTTP but not listed; 501 when unknown.
    QByteArrayList methods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    /// Host names that are answered, without port; empty: any. Else 421. Stops DNS rebinding.
    QByteArrayList hosts;
};

} // namespace otpscope::http
