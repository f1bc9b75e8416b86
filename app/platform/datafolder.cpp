// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/datafolder.h"

#include <QDir>
#include <QStandardPaths>

namespace otpscope::platform {

namespace {

QString inDataFolder(const QString &fileName)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    return folder.filePath(QStringLiteral("otpscope/") + fileName);
}

} // namespace

QString historyStorePath()
{
    return inDataFolder(QStringLiteral("history.sqlite"));
}

QString separateStorePath(const QString &runId)
{
    return inDataFolder(QStringLiteral("history-%1.sqlite").arg(runId));
}

} // namespace otpscope::platform
