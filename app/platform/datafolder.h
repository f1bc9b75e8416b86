// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace otpscope::platform {

// Nothing is made by asking for a path.

/// What window and command line keep lies here, unless told otherwise: $OTPSCOPE_DATA_DIR, else
/// $XDG_DATA_HOME/OtpScope.
[[nodiscard]] QString dataFolder();

/// The history of all runs, in the data folder.
[[nodiscard]] QString historyStorePath(const QString &dataFolder = platform::dataFolder());

/// A file beside the history, for when another program has that open. `name` tells it from others
/// of its kind.
[[nodiscard]] QString separateStorePath(const QString &name,
                                        const QString &dataFolder = platform::dataFolder());

} // namespace otpscope::platform
