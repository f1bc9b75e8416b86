// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace otpscope::models {

/// One step of looking whether an environment can be reached, and the facts it brought. Which facts
/// have a value depends on the kind.
struct CheckStep
{
    enum class Kind {
        /// The host's name was looked up: `addresses`.
        Name,
        /// TLS was agreed: `certificate`.
        Tls,
        /// A token was asked for: `lifetime`, `scope`, `permissions`.
        Token,
        /// GET /health: `health`.
        Health,
    };
    enum class State {
        Waiting,
        Running,
        Passed,
        Failed,
        /// Nothing to do: a proxy looks the name up, or the address is http://.
        NotNeeded,
    };
    struct Certificate
    {
        QString subject;
        QString issuer;
        Instant validUntil;
        /// "TLS 1.3"
        QString protocol;

        friend bool operator==(const Certificate &, const Certificate &) = default;
    };

    Kind kind = Kind::Name;
    State state = State::Waiting;
    QString host;
    QStringList addresses;
    Certificate certificate;
    std::optional<std::chrono::seconds> lifetime;
    QString scope;
    QStringList permissions;
    QString health;
    /// Why it failed, in the network's or the service's own words.
    QString problem;

    friend bool operator==(const CheckStep &, const CheckStep &) = default;
};

/// In the order in which they are done; a step that failed ends the check.
struct ConnectionCheck
{
    std::vector<CheckStep> steps;
    bool isOver = false;

    [[nodiscard]] bool hasPassed() const
    {
        for (const CheckStep &step : steps) {
            if (step.state != CheckStep::State::Passed && step.state != CheckStep::State::NotNeeded)
                return false;
        }
        return isOver;
    }

    friend bool operator==(const ConnectionCheck &, const ConnectionCheck &) = default;
};

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::ConnectionCheck)
