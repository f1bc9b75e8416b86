// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/datafolder.h"

#include <QDir>
#include <QStandardPaths>

namespace otpscope::platform {

QString dataFolder()
{
    const QString given = qEnvironmentVariable("OTPSCOPE_DATA_DIR");
    return given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                                 + QStringLiteral("/OtpScope")
                           : given;
}

QString historyStorePath(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("runs.sqlite"));
}

QString separateStorePath(const QString &name, const QString &dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("runs-%1.sqlite").arg(name));
}

} // namespace otpscope::platform
