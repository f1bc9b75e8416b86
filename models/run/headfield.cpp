// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/headfield.h"

#include <QList>

namespace otpscope::models {

std::optional<QByteArray> headField(const QByteArray &head, const QByteArray &name)
{
    qsizetype lineStart = head.indexOf('\n') + 1;
    while (lineStart > 0 && lineStart < head.size()) {
        qsizetype lineEnd = head.indexOf('\n', lineStart);
        if (lineEnd < 0)
            lineEnd = head.size();
        const QByteArray line = head.mid(lineStart, lineEnd - lineStart);
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
        lineStart = lineEnd + 1;
    }
    return std::nullopt;
}

QString foreignMediaType(const Observation &observation)
{
    constexpr qsizetype longestShown = 60;
    if (observation.source == ObservationSource::Webhook)
        return {};
    const QByteArray value =
        headField(observation.exchange.answerHead, QByteArrayLiteral("Content-Type"))
            .value_or(QByteArray());
    const QString type = QString::fromLatin1(value.split(';').constFirst())
                             .trimmed()
                             .toLower()
                             .left(longestShown);
    const bool isJson =
        type.endsWith(QLatin1String("/json")) || type.endsWith(QLatin1String("+json"));
    return isJson ? QString() : type;
}

} // namespace otpscope::models
