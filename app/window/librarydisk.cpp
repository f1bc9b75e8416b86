// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/librarydisk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace otpscope::window {

namespace {

/// More than a person can look through; a folder with more is not a library.
constexpr std::size_t flowsAtMost = 5000;

/// What is searched of one file. A flow is a few kilobytes.
constexpr qint64 searchedBytes = 64 * 1024;

QByteArray beginningOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(searchedBytes) : QByteArray();
}

QString withoutSuffix(const QString &path)
{
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? path.chopped(5) : path;
}

/// A name that every file system takes.
bool isFileName(const QString &name)
{
    static const QString forbidden = QStringLiteral("/\\:*?\"<>|");
    return !name.startsWith(u'.') && name.size() <= 120 && std::ranges::none_of(name, [](QChar c) {
        return forbidden.contains(c) || c.category() == QChar::Other_Control;
    });
}

} // namespace

QString libraryTitle(const QString &path, const QString &folder)
{
    return withoutSuffix(QDir(folder).relativeFilePath(path))
        .replace(QLatin1String("/"), QLatin1String(" / "));
}

void LibraryDisk::list(const QString &folder)
{
    std::vector<models::FlowListEntry> flows;
    QStringList folders;
    if (QFileInfo(folder).isDir())
        folders.append(folder);
    // Links are not followed: one to a folder above would never end.
    QDirIterator files(folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
    while (files.hasNext() && flows.size() < flowsAtMost) {
        const QString path = files.next();
        if (files.fileInfo().isDir())
            folders.append(path);
        else if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
            flows.push_back({path, libraryTitle(path, folder), models::FlowGroup::Own,
                             beginningOf(path), true});
    }
    std::ranges::sort(flows, [](const auto &a, const auto &b) {
        return QString::localeAwareCompare(a.title, b.title) < 0;
    });
    Q_EMIT listed(flows, folders);
}

void LibraryDisk::rename(const QString &path, const QString &title)
{
    // The folder stands in the title too; only the last part is the file's name.
    const QString name = title.section(QLatin1String(" / "), -1).trimmed();
    if (name.isEmpty() || !isFileName(name)) {
        Q_EMIT failed(tr("A flow cannot be called “%1”: it is the name of a file. Leave out "
                         "characters such as / : * ? and try again.")
                          .arg(name));
        return;
    }
    const QString target = QFileInfo(path).dir().filePath(name + QLatin1String(".json"));
    if (QFileInfo::exists(target)) {
        Q_EMIT failed(tr("There is a flow called “%1” already. Choose another name.").arg(name));
        return;
    }
    QFile file(path);
    if (file.rename(target))
        Q_EMIT renamed(path, target);
    else
        //: %2 is what the system says
        Q_EMIT failed(tr("%1 cannot be renamed: %2.").arg(path, file.errorString()));
}

void LibraryDisk::remove(const QString &path, const QString &keep)
{
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const DeletedFlow flow{path, QFileInfo(path).completeBaseName(),
                           QDir(keep).filePath(name + QLatin1String(".json"))};
    QDir().mkpath(keep);
    QFile file(path);
    if (file.rename(flow.keptAs))
        Q_EMIT removed(flow);
    else
        //: %2 is what the system says
        Q_EMIT failed(tr("%1 cannot be deleted: %2.").arg(path, file.errorString()));
}

void LibraryDisk::restore(const DeletedFlow &flow)
{
    if (QFileInfo::exists(flow.path)) {
        Q_EMIT failed(tr("There is a flow called “%1” already. Rename it, then bring the deleted "
                         "one back.")
                          .arg(flow.title));
        return;
    }
    QDir().mkpath(QFileInfo(flow.path).path());
    QFile file(flow.keptAs);
    if (file.rename(flow.path))
        Q_EMIT restored(flow);
    else
        //: %2 is what the system says
        Q_EMIT failed(tr("%1 cannot be brought back: %2.").arg(flow.path, file.errorString()));
}

} // namespace otpscope::window
