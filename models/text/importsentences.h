// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/importresult.h"

#include <QString>

namespace otpscope::models {

// What an import found and left out, for window and command line.

/// What happened and what to do, without the place; see ImportNote::line.
[[nodiscard]] QString sentenceFor(const ImportNote &note);
[[nodiscard]] QString sentenceFor(const ImportProblem &problem);
/// "Postman collection"
[[nodiscard]] QString importFormatName(ImportFormat format);
/// Its name, else "POST example.org/path".
[[nodiscard]] QString titleOf(const ImportedRequest &request);

} // namespace otpscope::models
