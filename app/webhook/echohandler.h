// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/limits.h"
#include "app/http/requesthandler.h"

namespace otpscope::webhook {

/// Answers any method on any path with 200 and the body it got, under the content type it came
/// with; stores nothing.
class EchoHandler final : public http::RequestHandler
{
public:
    /// What its server must run with: every method that has a path, any host.
    [[nodiscard]] static http::Limits limits();

    void handle(http::Request request, http::Responder respond) override;
};

} // namespace otpscope::webhook
