// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/limits.h"
#include "app/http/requesthandler.h"
#include "app/webhook/webhookrecorder.h"

namespace otpscope::webhook {

/// Records a POST on any path, for no run: what `otpscope-cli receive` answers with.
class AnyPathHandler final : public http::RequestHandler
{
public:
    explicit AnyPathHandler(WebhookRecorder recorder)
        : m_recorder(std::move(recorder))
    {}

    /// What its server must run with: POST alone, any host.
    [[nodiscard]] static http::Limits limits();

    void handle(http::Request request, http::Responder respond) override;

private:
    const WebhookRecorder m_recorder;
};

} // namespace otpscope::webhook
