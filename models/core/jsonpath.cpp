// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/jsonpath.h"

#include <QStringList>

namespace otpscope::models {

std::optional<JsonPath> pathOf(const QString &pointer)
{
    JsonPath path;
    if (pointer.isEmpty())
        return path;
    if (!pointer.startsWith(QLatin1Char('/')))
        return std::nullopt;
    const QStringList parts = pointer.mid(1).split(QLatin1Char('/'));
    path.reserve(static_cast<std::size_t>(parts.size()));
    for (QString part : parts) {
        // RFC 6901 section 4: first ~1, then ~0.
        part.replace(QLatin1String("~1"), QLatin1String("/"));
        part.replace(QLatin1String("~0"), QLatin1String("~"));
        path.push_back(part.toStdString());
    }
    return path;
}

QString pointerOf(const JsonPath &path)
{
    QString pointer;
    for (const std::string &token : path) {
        QString part = QString::fromStdString(token);
        part.replace(QLatin1String("~"), QLatin1String("~0"));
        part.replace(QLatin1String("/"), QLatin1String("~1"));
        pointer += QLatin1Char('/') + part;
    }
    return pointer;
}

std::optional<std::size_t> arrayIndex(const std::string &token, std::size_t size)
{
    if (token == "-")
        return size;
    bool isNumber = false;
    const qulonglong index = QString::fromStdString(token).toULongLong(&isNumber);
    const bool isCanonical = isNumber && std::to_string(index) == token;
    if (!isCanonical || index > size)
        return std::nullopt;
    return static_cast<std::size_t>(index);
}

} // namespace otpscope::models
