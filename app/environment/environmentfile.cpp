// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environment/environmentfile.h"

#include "app/platform/resources.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace otpscope::environment {

namespace {

/// Thousands of environments fit; whatever is larger is something else.
constexpr qint64 largestFile = 4 * 1024 * 1024;

/// "environments.json.damaged", or with a number behind it.
QString moveAside(const QString &path)
{
    for (int number = 1;; ++number) {
        const QString suffix = number == 1 ? QString() : QStringLiteral("-%1").arg(number);
        const QString place = path + QStringLiteral(".damaged") + suffix;
        if (QFile::exists(place))
            continue;
        return QFile::rename(path, place) ? place : QString();
    }
}

} // namespace

QString environmentsPath(const QString &dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("environments.json"));
}

models::EnvironmentBook builtInEnvironments()
{
    const auto book = models::EnvironmentBook::fromBytes(platform::builtInEnvironmentsBytes());
    if (!book)
        qFatal("The built-in environments are damaged: %s", qPrintable(book.error().detail));
    return book.value();
}

LoadedEnvironments loadEnvironments(const QString &path)
{
    if (!QFile::exists(path))
        return {builtInEnvironments(), {}, {}, false};
    LoadedEnvironments result = readEnvironments(path);
    if (result.problem && !result.isReadOnly)
        result.movedAside = moveAside(path);
    return result;
}

LoadedEnvironments readEnvironments(const QString &path)
{
    LoadedEnvironments result{builtInEnvironments(), {}, {}, false};
    QFile file(path);
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly))
        bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile)
        bytes.clear();
    auto book = models::EnvironmentBook::fromBytes(bytes);
    if (book) {
        result.book = std::move(book).value();
        return result;
    }
    result.problem = book.error();
    result.isReadOnly = book.error().kind == models::EnvironmentsProblem::Kind::NewerVersion;
    return result;
}

QString saveEnvironments(const QString &path, const models::EnvironmentBook &book)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const QByteArray bytes = book.toBytes();
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                           file.write(bytes) == bytes.size() && file.commit();
    return isWritten ? QString() : file.errorString();
}

} // namespace otpscope::environment
