// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snippet/snippetparts.h"

namespace otpscope::models {

// For bash, and what reads the same: dash, zsh. One command, so that a line that is pasted without
// its variables sends nothing.

[[nodiscard]] QByteArray curlSnippet(const SnippetParts &parts);
[[nodiscard]] QByteArray httpieSnippet(const SnippetParts &parts);

} // namespace otpscope::models
