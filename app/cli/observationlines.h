// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/run/observation.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace otpscope::cli {

/// {"at", "source", "path", "body"} and a line end: one line of a log that replay reads. A body
/// that is no JSON is written as a text.
[[nodiscard]] QByteArray observationLine(const models::Observation &observation);

/// What could be read of a log, and a sentence with line and column for each line that could not.
struct ReadLog
{
    std::vector<models::Observation> observations;
    QStringList problems;
};

/// A log of observations, as models::readObservationLog takes it. A sentence where not a single
/// line could be used.
[[nodiscard]] models::Result<ReadLog, QString> readObservationLog(const QString &name,
                                                                  const QByteArray &text);

} // namespace otpscope::cli
