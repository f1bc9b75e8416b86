// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/curltext.h"

#include "models/core/json.h"

#include <QByteArrayList>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace otpscope::ui {

namespace {

/// Written by cURL itself.
bool isCurlsOwn(const QByteArray &name)
{
    static const QSet<QByteArray> own{"host",       "content-length",    "connection",
                                      "user-agent", "transfer-encoding", "accept-encoding",
                                      "expect",     "keep-alive"};
    return own.contains(name.toLower());
}

QString shellQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

void collectPins(const models::Json &json, QStringList &pins)
{
    if (json.is_object()) {
        const auto pin = models::textMember(json, "pin");
        if (pin && !pin->isEmpty())
            pins << *pin;
    }
    if (json.is_structured()) {
        for (const models::Json &part : json)
            collectPins(part, pins);
    }
}

QString quotedBody(const QByteArray &body)
{
    QString text = shellQuoted(QString::fromUtf8(body));
    QStringList pins;
    if (const auto json = models::parseJson(body))
        collectPins(json.value(), pins);
    // The longest first: one may be part of another.
    std::ranges::sort(pins, std::ranges::greater{}, &QString::size);
    for (const QString &pin : pins) {
        const QString quoted = QString(pin).replace(u'\'', QStringLiteral("'\\''"));
        text.replace(quoted, QStringLiteral("'\"$PIN\"'"));
    }
    return text;
}

QString headerOf(const QByteArray &name, const QByteArray &value)
{
    const QString title = QString::fromUtf8(name);
    if (!name.toLower().endsWith("authorization"))
        return shellQuoted(title + QStringLiteral(": ") + QString::fromUtf8(value));
    const bool isBasic = value.trimmed().toLower().startsWith("basic");
    return isBasic ? QStringLiteral("\"%1: Basic $CREDENTIALS\"").arg(title)
                   : QStringLiteral("\"%1: Bearer $TOKEN\"").arg(title);
}

} // namespace

QString curlOf(const models::Exchange &exchange)
{
    QByteArrayList lines = exchange.requestHead.split('\n');
    const QByteArrayList start = lines.takeFirst().trimmed().split(' ');
    if (start.size() < 2)
        return {};
    QByteArray host;
    QStringList headers;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            continue;
        const QByteArray name = line.first(colon).trimmed();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name.toLower() == "host")
            host = value;
        if (!isCurlsOwn(name))
            headers << QStringLiteral("-H ") + headerOf(name, value);
    }
    const QByteArray &target = start.at(1);
    const bool isLocal =
        host.startsWith("127.") || host.startsWith("localhost") || host.startsWith("[::1]");
    const QByteArray address =
        target.contains("://") ? target : (isLocal ? "http://" : "https://") + host + target;
    QStringList parts{QStringLiteral("curl -X ") + shellQuoted(QString::fromUtf8(start.at(0))) +
                      u' ' + shellQuoted(QString::fromUtf8(address))};
    parts += headers;
    if (!exchange.requestBody.isEmpty())
        parts << QStringLiteral("--data-binary ") + quotedBody(exchange.requestBody);
    return parts.join(QStringLiteral(" \\\n  "));
}

} // namespace otpscope::ui
