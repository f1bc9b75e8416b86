// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snippet/snippetparts.h"

namespace otpscope::models {

SnippetParts snippetParts(const SnippetRequest &request, SnippetSecrets secrets)
{
    SnippetParts parts;
    QString service = request.service;
    while (service.endsWith(u'/'))
        service.chop(1);
    parts.address = (service + QLatin1String("/otp/send-failover")).toUtf8();
    if (secrets == SnippetSecrets::Written) {
        parts.body = {{request.body, 0}};
        parts.token = request.token.toUtf8();
    } else {
        parts.body = bodyPieces(request.body);
    }
    return parts;
}

QByteArrayList SnippetParts::pinVariables() const
{
    QByteArrayList names;
    for (const BodyPiece &piece : body) {
        if (piece.pin > 0 && !names.contains(pinVariable(piece.pin)))
            names.append(pinVariable(piece.pin));
    }
    return names;
}

qsizetype SnippetParts::bodySize() const
{
    qsizetype size = 0;
    for (const BodyPiece &piece : body)
        size += piece.text.size();
    return size;
}

QByteArray pinVariable(int pin)
{
    return pin == 1 ? QByteArray("PIN") : "PIN_" + QByteArray::number(pin);
}

QByteArray setPin(const QByteArray &variable)
{
    return "Set " + variable + " to the one-time code";
}

} // namespace otpscope::models
