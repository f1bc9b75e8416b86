// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/exitcode.h"
#include "app/cli/runoutput.h"
#include "app/run/runsession.h"

#include <optional>

namespace otpscope::cli {

/// How following a run ended.
struct FollowedRun
{
    run::RunEnd end = run::RunEnd::Stopped;
    /// Set where the person ended it.
    std::optional<ExitCode> interruption;
};

/// Starts the session and runs the event loop until it ended; Ctrl+C stops it.
[[nodiscard]] FollowedRun follow(run::RunSession &session, RunOutput &output, Console &console);

/// Why a run that did not reach its conclusion ended, for a person; empty where the report says it.
[[nodiscard]] QString sentenceFor(const FollowedRun &followed, const run::RunSession &session);

/// What the program returns for it, `hasErrors` telling of error findings.
[[nodiscard]] ExitCode exitCodeFor(const FollowedRun &followed, const models::RunState &state,
                                   bool hasErrors);

} // namespace otpscope::cli
