// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/requestbuilder.h"

#include <QStringView>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace otpscope::models {

namespace {

using Kind = ImportNote::Kind;

/// A name that stands for something secret: "X-Api-Key", "access_token", "PHPSESSID".
bool isCredentialName(const QString &name)
{
    static constexpr std::array words{"auth",    "cookie", "token",     "secret", "key",
                                      "session", "passw",  "signature", "sessid", "credential"};
    return std::ranges::any_of(words, [&](const char *word) {
        return name.contains(QLatin1String(word), Qt::CaseInsensitive);
    });
}

/// Headers that say nothing a client would not say by itself.
bool isOrdinary(const QString &name)
{
    static constexpr std::array names{"content-type",    "accept",        "accept-encoding",
                                      "accept-language", "cache-control", "connection",
                                      "content-length",  "host",          "user-agent",
                                      "origin",          "referer",       "pragma",
                                      "expect",          "postman-token", "transfer-encoding"};
    const QString lower = name.toLower();
    return name.startsWith(u':') || lower.startsWith(QLatin1String("sec-")) ||
           std::ranges::any_of(names,
                               [&](const char *known) { return lower == QLatin1String(known); });
}

QUrl urlOf(const QString &address)
{
    return QUrl(address.contains(QLatin1String("://")) ? address
                                                       : QLatin1String("http://") + address);
}

bool looksLikeJson(QByteArrayView body)
{
    // A variable without a value.
    if (body.startsWith("{{"))
        return false;
    for (const char c : body) {
        if (c == '{' || c == '[')
            return true;
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\xEF' && c != '\xBB' &&
            c != '\xBF')
            return false;
    }
    return false;
}

} // namespace

QString withoutSecrets(const QString &address)
{
    const QUrl url = urlOf(address);
    if (!url.isValid())
        return {};
    const QString port = url.port() < 0 ? QString() : QStringLiteral(":%1").arg(url.port());
    return url.host() + port + url.path();
}

bool holdsCredential(const QString &address)
{
    const QUrl url = urlOf(address);
    const auto items = QUrlQuery(url).queryItems();
    return !url.userInfo().isEmpty() || std::ranges::any_of(items, [](const auto &item) {
        return isCredentialName(item.first);
    });
}

void noteHeader(ImportedRequest &request, const QString &name, int line)
{
    if (isOrdinary(name))
        return;
    request.notes.push_back(
        {isCredentialName(name) ? Kind::CredentialLeftOut : Kind::HeaderLeftOut, line, {name}});
}

void takeBody(ImportedRequest &request, const QByteArray &body, int line)
{
    const auto document = FlowDocument::fromText(body);
    if (document) {
        request.problem.reset();
        request.body = body;
        return;
    }
    request.problem = document.error();
    if (body.trimmed().isEmpty()) {
        request.notes.push_back({Kind::NoBody, line, {}});
    } else if (document.error().kind == DocumentProblem::Kind::NotAFlow || !looksLikeJson(body)) {
        request.notes.push_back({Kind::BodyNotAFlow, line, {}});
    } else {
        request.body = body;
        const JsonProblem &json = document.error().json;
        request.notes.push_back(
            {Kind::BodyNotJson,
             line + std::max(json.line, 1) - 1,
             {QString::number(json.line), QString::number(json.column), json.detail}});
    }
}

} // namespace otpscope::models
