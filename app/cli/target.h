// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/environment/connection.h"
#include "models/core/result.h"
#include "models/environment/environmentbook.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace otpscope::cli {

/// Where a run goes: the built-in simulator, or a service at an address.
struct Target
{
    bool isSimulator = true;
    /// Empty for the simulator.
    QUrl service;
    /// Where it was named and not spelled out.
    std::optional<models::Environment> environment = {};

    /// True where sending costs nothing: the simulator, and this machine unless its environment
    /// says that it is a real service all the same.
    [[nodiscard]] bool isFree() const;
    /// True for the simulator, localhost and the loopback addresses.
    [[nodiscard]] bool isOnLoopback() const;
    /// For the history: "simulator", the environment's name, or the address.
    [[nodiscard]] QString name() const;
};

/// Reads --target: "simulator", the name of an environment, or an http address; a sentence where it
/// is none of them.
[[nodiscard]] models::Result<Target, QString>
targetNamed(const QString &text, const models::EnvironmentBook &environments);

/// For an address the credentials of the process's environment: OTPSCOPE_CLIENT_ID,
/// OTPSCOPE_CLIENT_SECRET, OTPSCOPE_TOKEN_URL (default: /oauth/token of the same host). For a named
/// environment its own, the secret from the system's key store, unless these variables say
/// otherwise. A sentence where something is missing. May wait for the key store.
[[nodiscard]] models::Result<environment::Connection, QString> connectionFor(const Target &target);

} // namespace otpscope::cli
