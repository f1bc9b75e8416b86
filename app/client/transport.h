// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/environment/environment.h"

#include <QList>
#include <QSslCertificate>

namespace otpscope::client {

/// How an exchange leaves this machine, and whom it trusts.
struct Transport
{
    models::ProxyChoice proxy;
    /// Trusted besides the system's; verification itself is never off.
    QList<QSslCertificate> authorities;

    friend bool operator==(const Transport &, const Transport &) = default;
};

} // namespace otpscope::client
