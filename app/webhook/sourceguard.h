// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/requesthandler.h"
#include "app/webhook/sourcepolicy.h"

#include <QByteArray>

#include <functional>

namespace otpscope::webhook {

/// Stands before another handler and answers 403 to whom the policy does not allow, whatever the
/// path, so that nobody else learns which there are.
class SourceGuard final : public http::RequestHandler
{
public:
    using Observer = std::function<void(const Origin &)>;

    /// `inside` must outlive it. `turnedAway` is called in the server's thread.
    SourceGuard(SourcePolicy policy, http::RequestHandler &inside, Observer turnedAway);

    /// Whoever knows this path may post to it. Before the server listens.
    void letThrough(const QByteArray &path) { m_openPath = path; }

    void handle(http::Request request, http::Responder respond) override;
    void requestRefused(int status) override { m_inside.requestRefused(status); }

private:
    const SourcePolicy m_policy;
    http::RequestHandler &m_inside;
    const Observer m_turnedAway;
    QByteArray m_openPath;
};

} // namespace otpscope::webhook
