// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/headcheck.h"
#include "app/http/httpmessage.h"
#include "app/http/limits.h"

#include <QByteArrayView>

#include <memory>
#include <variant>

namespace otpscope::http {

/// Reads requests out of a stream of bytes, one after the other, in whatever pieces they come. A
/// strict check of the head stands before llhttp, which is asked in its turn and decodes the body;
/// only what both read in the same way is accepted. Each byte is looked at once. No socket, no
/// clock; one thread at a time.
class HttpParser final
{
public:
    struct NeedMore
    {};
    /// The head is accepted and its sender waits for "100 Continue" before the body.
    struct ContinueExpected
    {};
    struct Complete
    {
        /// Without peer address.
        Request request;
        /// The sender wants to use the connection again.
        bool keepsAlive = true;
    };
    struct Step
    {
        /// Bytes taken from those given; call again with the rest, except after a Refusal, from
        /// where there is no way on.
        qsizetype consumed = 0;
        std::variant<NeedMore, ContinueExpected, Complete, Refusal> outcome;
    };

    /// `limits` must outlive the parser.
    explicit HttpParser(const Limits &limits);
    ~HttpParser();
    Q_DISABLE_COPY_MOVE(HttpParser)

    [[nodiscard]] Step feed(QByteArrayView bytes);

    /// Nothing of a next request has been seen yet.
    [[nodiscard]] bool isBetweenRequests() const;
    /// The head of the request under way is accepted.
    [[nodiscard]] bool isHeadComplete() const;
    /// The request under way, refused or not, is a HEAD, whose answer has no body.
    [[nodiscard]] bool isHeadMethod() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace otpscope::http
