// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/datafolder.h"

#include <QDir>
#include <QStandardPaths>

namespace otpscope::platform {

namespace {

QString inDataFolder(const QString &fileName)
{
    const QString given = qEnvironmentVariable("OTPSCOPE_DATA_DIR");
    const QDir folder(given.isEmpty()
                          ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                                + QStringLiteral("/OtpScope")
                          : given);
    return folder.filePath(fileName);
}

} // namespace

QString historyStorePath()
{
    return inDataFolder(QStringLiteral("runs.sqlite"));
}

QString separateStorePath(const QString &runId)
{
    return inDataFolder(QStringLiteral("runs-%1.sqlite").arg(runId));
}

} // namespace otpscope::platform
