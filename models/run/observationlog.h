// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"
#include "models/flow/flow.h"
#include "models/run/observation.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace otpscope::models {

/// A line of a log that is no observation. The rest of the log is read all the same.
struct LogProblem
{
    enum class Kind {
        NotJson,
        /// JSON, but no object.
        NotAnObject,
        /// "source" is none of webhook, poll, send.
        UnknownSource,
        /// "at" is no ISO 8601 time.
        UnknownTime,
    };
    Kind kind = Kind::NotJson;
    /// Starts at 1.
    int line = 0;
    std::optional<JsonProblem> json;

    friend bool operator==(const LogProblem &, const LogProblem &) = default;
};

struct ObservationLog
{
    std::vector<Observation> observations;
    std::vector<LogProblem> problems;
};

/// Reads JSON lines: each a bare webhook or tracking body, or {"at", "source", "body"}. Ids count
/// from 1. Where a line names no source, a send answer is known by its flow[], anything else counts
/// as a webhook. Where it names no time, it gets the newest time its body speaks of, but none
/// before that of the line above. Blank lines are skipped.
[[nodiscard]] ObservationLog readObservationLog(const QByteArray &text);

/// The request as the first send answer echoes it; nothing where none does. For a replay that is
/// not given the flow.
[[nodiscard]] std::optional<Flow> echoedFlow(const std::vector<Observation> &observations);

} // namespace otpscope::models
