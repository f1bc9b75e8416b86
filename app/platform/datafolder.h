// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace otpscope::platform {

/// Where window and command line keep the history, unless told otherwise:
/// runs.sqlite in $OTPSCOPE_DATA_DIR, else in $XDG_DATA_HOME/OtpScope. Nothing is made by asking.
[[nodiscard]] QString historyStorePath();

/// A file beside the history for this run alone, for when another program has the history open.
[[nodiscard]] QString separateStorePath(const QString &runId);

} // namespace otpscope::platform
