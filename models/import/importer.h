// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/import/importresult.h"

#include <QByteArray>

namespace otpscope::models {

/// More than any log a browser writes in a session; what is larger is refused unread.
inline constexpr qsizetype importBytes = 64 * 1024 * 1024;

/// Finds the requests in what a person pasted or a file holds: a request body, commands for curl or
/// Invoke-RestMethod (bash, cmd and PowerShell quoting), a Postman collection v2.1, a HAR file.
/// Recognised by content. UTF-8, or UTF-16 with a byte order mark. Pure; runs nothing, reads no
/// file, keeps no credential. Costs time linear in the text.
[[nodiscard]] Result<Import, ImportProblem> importRequests(const QByteArray &bytes);

} // namespace otpscope::models
