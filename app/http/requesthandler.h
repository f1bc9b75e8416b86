// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"

#include <functional>

namespace otpscope::http {

/// Takes the answer to one request, from any thread, once. Calling it after the connection is gone
/// does nothing. If it is dropped without a call the connection is answered 500.
using Responder = std::function<void(Response)>;

/// What stands behind a server. `handle` is called in the server's thread, one request at a time
/// per connection; it must not block. It may answer later and from another thread, for instance
/// when a commit is done.
class RequestHandler
{
public:
    RequestHandler() = default;
    virtual ~RequestHandler() = default;
    Q_DISABLE_COPY_MOVE(RequestHandler)

    virtual void handle(Request request, Responder respond) = 0;

    /// The server has refused a request by itself: broken, too large, too slow, for another host,
    /// or one connection too many. For counting; called in the server's thread.
    virtual void requestRefused(int status) { Q_UNUSED(status) }
};

} // namespace otpscope::http
