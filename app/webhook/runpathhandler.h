// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/limits.h"
#include "app/http/requesthandler.h"
#include "app/webhook/runpaths.h"
#include "app/webhook/webhookrecorder.h"

#include <QByteArrayList>
#include <QHostAddress>

#include <functional>

namespace otpscope::webhook {

/// Records webhooks on the paths of open runs; every other path is answered 404.
class RunPathHandler final : public http::RequestHandler
{
public:
    using RefusedObserver = std::function<void()>;
    using SelfTestObserver = std::function<void(const http::Request &)>;

    /// `paths` must outlive the handler. `refused` is called in the server's thread for whatever is
    /// turned down, here or by the server itself.
    /// `selfTest` is called in the server's thread too, before the answer; such a post is stored
    /// nowhere.
    RunPathHandler(const RunPaths &paths, WebhookRecorder recorder, RefusedObserver refused,
                   SelfTestObserver selfTest);

    /// What its server must run with: POST alone, and only the names under which `address` and
    /// `furtherHosts` are reached. An address that stands for every interface has no names of its
    /// own, so any is answered.
    [[nodiscard]] static http::Limits limits(const QHostAddress &address,
                                             const QByteArrayList &furtherHosts);

    void handle(http::Request request, http::Responder respond) override;
    void requestRefused(int status) override;

private:
    const RunPaths &m_paths;
    const WebhookRecorder m_recorder;
    const RefusedObserver m_refused;
    const SelfTestObserver m_selfTest;
};

} // namespace otpscope::webhook
