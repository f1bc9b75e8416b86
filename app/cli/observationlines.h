// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/run/observation.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace otpscope::cli {

/// {"at", "source", "path", "body"} and a line end: one line of a log that replay reads. A body that
/// is no JSON is written as a text.
[[nodiscard]] QByteArray observationLine(const models::Observation &observation);

/// A log of observations: one webhook or tracking body a line, bare or as
/// {"at": ISO time, "source": "webhook"|"poll"|"send", "body": ...}. Blank lines are skipped. A bare
/// body arrived when the newest time in it was, since nobody wrote down when. A sentence with line
/// and column where a line is no JSON.
[[nodiscard]] models::Result<std::vector<models::Observation>, QString>
readObservationLog(const QString &name, const QByteArray &text);

} // namespace otpscope::cli
