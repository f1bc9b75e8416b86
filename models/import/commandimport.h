// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/importresult.h"

namespace otpscope::models {

/// The requests of the commands for curl and Invoke-RestMethod in a text, with whatever stands
/// around them: prompts, quotes of a mail, a sentence before. The text is read as each of three
/// shells would, and the reading that finds most wins.
/// No requests where there are no such commands.
[[nodiscard]] Import importCommands(const QByteArray &text);

} // namespace otpscope::models
