// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpserver.h"
#include "app/http/servercertificate.h"
#include "app/webhook/sourcepolicy.h"
#include "app/webhook/webhookreceiver.h"
#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/environment/environment.h"

namespace otpscope::webhook {

/// What cannot be read as an address or range is nobody's address: a list of sources with mistakes
/// takes fewer, not more.
[[nodiscard]] SourcePolicy policyOf(const models::ReceiverAccess &access);

/// Lets `receiver` listen at that port as `access` says. Reads the certificate's files, so not in
/// the GUI thread; does not listen where they are not good at `now`.
[[nodiscard]] models::Result<http::ListenResult, http::CertificateProblem>
openReceiver(WebhookReceiver &receiver, const models::ReceiverAccess &access, quint16 port,
             models::Instant now);

} // namespace otpscope::webhook
