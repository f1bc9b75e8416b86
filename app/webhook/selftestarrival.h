// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"
#include "app/webhook/sourcepolicy.h"

#include <QByteArray>
#include <QMetaType>
#include <QStringList>

namespace otpscope::webhook {

/// A post of our own that came in through the receiver's address.
struct SelfTestArrival
{
    /// The body: what the sender made it out by.
    QByteArray nonce;
    /// Who handed it on, as far as they say so: the peer, then Via, Forwarded and X-Forwarded
    /// headers as they came. Whoever is on the way may write what they like there.
    QStringList way;
    Origin origin;
    /// Whether a webhook from there would be taken.
    bool isAllowed = true;
};

[[nodiscard]] SelfTestArrival selfTestArrival(const http::Request &request,
                                              const SourcePolicy &policy);

} // namespace otpscope::webhook

Q_DECLARE_METATYPE(otpscope::webhook::SelfTestArrival)
