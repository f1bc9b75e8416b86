// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/serviceclient.h"
#include "models/core/result.h"
#include "models/environment/environment.h"
#include "models/environment/secrets.h"

#include <QString>

namespace otpscope::environment {

/// An environment as the client takes it.
struct Connection
{
    client::Endpoint endpoint;
    client::ClientLimits limits;
};

/// Reads the file of certificates: not for the GUI thread. The error is the path of one that cannot
/// be read or holds no certificate. For all but the built-in simulator.
[[nodiscard]] models::Result<Connection, QString>
connectionFor(const models::Environment &environment, const models::Secrets &secrets);

} // namespace otpscope::environment
