// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storefile.h"

#include "app/store/schema.h"

#include <QByteArray>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace otpscope::store {

namespace {

constexpr qsizetype headerBytes = 100;
constexpr qsizetype userVersionOffset = 60;
constexpr qsizetype applicationIdOffset = 68;

quint32 headerNumber(const QByteArray &header, qsizetype offset)
{
    return qFromBigEndian<quint32>(header.constData() + offset);
}

QString freeName(const QString &wanted)
{
    QString name = wanted;
    for (int count = 2; QFileInfo::exists(name); ++count)
        name = QStringLiteral("%1-%2").arg(wanted).arg(count);
    return name;
}

} // namespace

StoreFile inspectStoreFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return StoreFile::Folder;
    if (!info.exists() && !info.isSymLink())
        return StoreFile::Missing;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return StoreFile::Unreadable;
    const QByteArray header = file.read(headerBytes);
    const bool isSqlite = header.size() == headerBytes
                          && header.startsWith(QByteArrayLiteral("SQLite format 3\0"));
    if (!isSqlite || headerNumber(header, applicationIdOffset) != storeApplicationId)
        return StoreFile::Foreign;
    const quint32 version = headerNumber(header, userVersionOffset);
    if (version == 0)
        return StoreFile::Foreign;
    return version > quint32{schemaVersion} ? StoreFile::Newer : StoreFile::Ours;
}

std::optional<QString> makeFolderOf(const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (folder.isDir())
        return std::nullopt;
    if (folder.exists())
        return QStringLiteral("%1 is not a folder").arg(folder.filePath());
    if (const auto obstacle = makeFolderOf(folder.filePath()))
        return obstacle;
    const auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (QDir().mkdir(folder.filePath(), ownerOnly) || folder.isDir())
        return std::nullopt;
    return QStringLiteral("The folder %1 cannot be made").arg(folder.filePath());
}

QString moveFileAside(const QString &path)
{
    const QString time = QFileInfo(path).lastModified().toUTC().toString(
        QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    const QString aside = freeName(QStringLiteral("%1.damaged-%2").arg(path, time));
    if (!QFile::rename(path, aside))
        return {};
    // The companions keep their endings, so that SQLite's own tools can still read the three.
    for (const QString &ending : {QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::rename(path + ending, aside + ending);
    return aside;
}

} // namespace otpscope::store
