// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace otpscope::models {

/// Appends `text` as a JSON string, as compactJson would write it; cheap where nothing in it is
/// escaped, for those who write JSON straight as text.
void appendJsonString(std::string &out, const std::string &text);

} // namespace otpscope::models
