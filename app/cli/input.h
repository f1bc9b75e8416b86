// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/result.h"
#include "models/flow/flowdocument.h"

#include <QByteArray>
#include <QString>

namespace otpscope::cli {

/// What a person named on the command line: a file, or "-" for standard input.
struct InputText
{
    /// The file's name, or "standard input", for sentences.
    QString name;
    QByteArray bytes;
};

struct InputFlow
{
    QString name;
    models::FlowDocument document;
};

/// More than any flow document or scenario; what is larger is refused unread.
inline constexpr qint64 documentBytes = 16LL * 1024 * 1024;
/// For logs of observations.
inline constexpr qint64 logBytes = 512LL * 1024 * 1024;

/// All of it, or a sentence that names the file and says what is wrong.
[[nodiscard]] models::Result<InputText, QString> readInput(const QString &path, qint64 maximumBytes);

/// The flow document in it, or a sentence, with line and column where it is not JSON.
[[nodiscard]] models::Result<InputFlow, QString> readFlowInput(const QString &path);

} // namespace otpscope::cli
