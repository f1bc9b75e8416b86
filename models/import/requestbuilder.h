// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/import/importresult.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace otpscope::models {

/// What the readers of every format have in common: judging a body, leaving out what is secret.

/// Host and path of an address, whatever else is wrong with it.
[[nodiscard]] QString withoutSecrets(const QString &address);
/// A user name in it, or a query that looks like a credential.
[[nodiscard]] bool holdsCredential(const QString &address);

/// A note for a header that a flow does not keep; nothing for Content-Type and the like, which
/// OtpScope sets itself.
void noteHeader(ImportedRequest &request, const QString &name, int line);

/// Judges the body and keeps it, or says what it is instead. `line` is where it begins in the text.
void takeBody(ImportedRequest &request, const QByteArray &body, int line);

} // namespace otpscope::models
