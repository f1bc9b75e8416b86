// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snippet/exchangesnippet.h"

#include "models/core/json.h"
#include "models/snippet/shellsnippet.h"

#include <QSet>

namespace otpscope::models {

namespace {

/// Written by cURL itself.
bool isCurlsOwn(const QByteArray &name)
{
    static const QSet<QByteArray> own{"host",       "content-length",    "connection",
                                      "user-agent", "transfer-encoding", "accept-encoding",
                                      "expect",     "keep-alive"};
    return own.contains(name.toLower());
}

bool isThisMachine(const QByteArray &host)
{
    return host.startsWith("127.") || host.startsWith("localhost") || host.startsWith("[::1]");
}

std::vector<BodyPiece> piecesOf(const QByteArray &body)
{
    if (body.isEmpty())
        return {};
    return parseJson(body) ? bodyPieces(body) : std::vector<BodyPiece>{{body, 0}};
}

void takeHeader(const QByteArray &name, const QByteArray &value, CurlRequest &request)
{
    if (name.toLower().endsWith("authorization")) {
        const bool isBasic = value.toLower().startsWith("basic");
        request.authorizationName = name;
        request.authorization =
            isBasic ? CurlRequest::Authorization::Basic : CurlRequest::Authorization::Bearer;
    } else if (!isCurlsOwn(name)) {
        request.headers.append(name + ": " + value);
    }
}

} // namespace

QByteArray curlOf(const Exchange &exchange)
{
    QByteArrayList lines = exchange.requestHead.split('\n');
    const QByteArrayList start = lines.takeFirst().trimmed().split(' ');
    if (start.size() < 2)
        return {};
    CurlRequest request;
    request.authorization = CurlRequest::Authorization::None;
    request.method = start.at(0);
    QByteArray host;
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            continue;
        const QByteArray name = line.first(colon).trimmed();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name.toLower() == "host")
            host = value;
        takeHeader(name, value, request);
    }
    const QByteArray &target = start.at(1);
    request.parts.address = target.contains("://")
                                ? target
                                : (isThisMachine(host) ? "http://" : "https://") + host + target;
    request.parts.body = piecesOf(exchange.requestBody);
    return curlCommand(request);
}

} // namespace otpscope::models
