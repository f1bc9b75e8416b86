// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/shelltext.h"

#include <optional>

namespace otpscope::models {

/// The request of Invoke-RestMethod or Invoke-WebRequest; nothing where it has no body. `first` is
/// the index of the word behind the command's name.
[[nodiscard]] std::optional<ImportedRequest> requestOfInvoke(const ShellCommand &command,
                                                             std::size_t first);

} // namespace otpscope::models
