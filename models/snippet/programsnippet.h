// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snippet/snippetparts.h"

namespace otpscope::models {

/// Python 3 with requests.
[[nodiscard]] QByteArray pythonSnippet(const SnippetParts &parts);
/// Node 18 or later, which has fetch; a browser's console does too once the secrets are written.
[[nodiscard]] QByteArray javaScriptSnippet(const SnippetParts &parts);

} // namespace otpscope::models
