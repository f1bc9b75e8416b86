// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace otpscope::cli {

/// What others' scripts depend on; changes only with an entry in CHANGELOG.md.
enum class ExitCode {
    /// Done, and nothing found that is an error.
    Done = 0,
    /// Done, and there are error findings.
    ErrorFindings = 1,
    /// Used wrongly, or the input cannot be read.
    UsedWrongly = 2,
    /// No connection, TLS or credentials refused, send answered with an error.
    OtherSide = 3,
    /// The time limit came before the run was concluded.
    TimeLimit = 4,
    /// Ended by Ctrl+C or by SIGTERM before the run was concluded; what shells expect.
    Interrupted = 130,
    Terminated = 143,
};

} // namespace otpscope::cli
