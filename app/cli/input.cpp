// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input.h"

#include "models/text/sentences.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace otpscope::cli {

namespace {

QString megabytes(qint64 bytes)
{
    constexpr qint64 unit = 1024 * 1024;
    return QStringLiteral("%1 MB").arg((bytes + unit - 1) / unit);
}

QString tooLarge(const QString &name, const QString &size, qint64 maximumBytes)
{
    return QStringLiteral("%1 is %2 large; at most %3 are read. Is this the right file?")
        .arg(name, size, megabytes(maximumBytes));
}

bool openInput(QFile &file, const QString &path)
{
    return path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly)
                                      : file.open(QIODevice::ReadOnly);
}

/// A pipe hands over what it has; only an empty read is the end.
QByteArray readUpTo(QFile &file, qint64 maximumBytes)
{
    QByteArray bytes;
    while (bytes.size() < maximumBytes) {
        const QByteArray more = file.read(maximumBytes - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    return bytes;
}

QString placeIn(const models::DocumentProblem &problem)
{
    if (problem.kind != models::DocumentProblem::Kind::NotJson || problem.json.line == 0)
        return {};
    return QStringLiteral(":%1:%2").arg(problem.json.line).arg(problem.json.column);
}

} // namespace

models::Result<InputText, QString> readInput(const QString &path, qint64 maximumBytes)
{
    const QString name = path == QLatin1String("-") ? QStringLiteral("standard input") : path;
    if (QFileInfo(path).isDir())
        return QStringLiteral("%1 is a folder; name a file.").arg(name);
    QFile file(path);
    if (!openInput(file, path))
        return QStringLiteral("%1 cannot be read: %2.").arg(name, file.errorString());
    if (file.size() > maximumBytes)
        return tooLarge(name, megabytes(file.size()), maximumBytes);

    InputText input{name, readUpTo(file, maximumBytes + 1)};
    if (file.error() != QFileDevice::NoError)
        return QStringLiteral("%1 cannot be read: %2.").arg(name, file.errorString());
    // A pipe does not tell its size before.
    if (input.bytes.size() > maximumBytes)
        return tooLarge(name, QStringLiteral("more than ") + megabytes(maximumBytes), maximumBytes);
    return input;
}

models::Result<InputFlow, QString> readFlowInput(const QString &path)
{
    const auto input = readInput(path, documentBytes);
    if (!input)
        return input.error();
    auto document = models::FlowDocument::fromText(input.value().bytes);
    if (!document) {
        return QStringLiteral("%1%2: %3")
            .arg(input.value().name, placeIn(document.error()),
                 models::sentenceFor(document.error()));
    }
    return InputFlow{input.value().name, std::move(document).value()};
}

} // namespace otpscope::cli
