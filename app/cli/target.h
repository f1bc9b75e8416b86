// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/serviceclient.h"
#include "models/core/result.h"

#include <QString>
#include <QUrl>

namespace otpscope::cli {

/// Where a run goes: the built-in simulator, or a service at an address.
struct Target
{
    bool isSimulator = true;
    /// Empty for the simulator.
    QUrl service;

    /// True for the simulator, localhost and the loopback addresses.
    [[nodiscard]] bool isOnLoopback() const;
    /// For the history: "simulator", or the address.
    [[nodiscard]] QString name() const;
};

/// Reads --target; a sentence where it is neither "simulator" nor an http address.
[[nodiscard]] models::Result<Target, QString> targetNamed(const QString &text);

/// The address with the credentials of the environment: OTPSCOPE_CLIENT_ID, OTPSCOPE_CLIENT_SECRET,
/// OTPSCOPE_TOKEN_URL (default: /oauth/token of the same host). A sentence where one is missing.
[[nodiscard]] models::Result<client::Endpoint, QString> endpointFor(const QUrl &service);

} // namespace otpscope::cli
