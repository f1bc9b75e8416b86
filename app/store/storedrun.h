// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/core/ids.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace otpscope::store {

/// A run as the store keeps it: what was sent, to whom, when. What became of it is derived from
/// its observations.
struct StoredRun
{
    models::RunId id;
    models::Instant createdAt;
    /// Name of the flow in the library or file, for the history list.
    QString title;
    QString environment;
    /// The request document as sent, byte for byte.
    QByteArray flowText;
    /// Service time up to which it was followed. Nothing while somebody follows it, after a crash,
    /// and in stores of format 1: then nobody knows what time alone has brought.
    std::optional<models::Instant> followedTo = std::nullopt;

    friend bool operator==(const StoredRun &, const StoredRun &) = default;
};

} // namespace otpscope::store
