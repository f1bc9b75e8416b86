// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/shelltext.h"

#include <vector>

namespace otpscope::models {

/// The requests of one curl command, which has one, or several with --next. `first` is the index of
/// the word behind "curl". Requests without a body are left out, and so are all credentials.
[[nodiscard]] std::vector<ImportedRequest> requestsOfCurl(const ShellCommand &command,
                                                          std::size_t first);

} // namespace otpscope::models
