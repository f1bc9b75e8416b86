// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/observation.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <vector>

namespace otpscope::models {

enum class Severity {
    Error,
    Warning,
    Info,
};

/// One judgement, about a document (then `pointer` says where) or about a run (then `evidence`
/// says from which observations).
struct Finding
{
    Severity severity = Severity::Error;
    /// Stable kebab-case id, for instance "pin-length".
    QString rule;
    /// RFC 6901 pointer into the flow document; empty for the whole document and for runs.
    QString pointer;
    /// The values that stand in the sentence, in the order texts/sentences.cpp uses them.
    QStringList values;
    std::vector<ObservationId> evidence;

    friend bool operator==(const Finding &, const Finding &) = default;
};

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::Finding)
