// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/snapshot.h"
#include "models/run/webpage.h"
#include "models/text/masking.h"

#include <QStringList>

namespace otpscope::models {

namespace {

// GUESS: routee-api section 7. The service's own error body was never seen; the shapes read here
// are those of FastAPI and of Routee's neighbouring APIs. This file is the one place that knows.

constexpr qsizetype maximumRawCharacters = 300;
constexpr size_t maximumPlaces = 50;
/// {"detail": {"error": {...}}}: no service nests deeper, and no body shall make us.
constexpr int deepestError = 4;

/// What the service says about one place, named as it names it: {"flow", "0", "ttl"} or {"to"}.
struct Complaint
{
    QStringList path;
    QString message;
};

struct Complaints
{
    QString message;
    std::vector<Complaint> places;
};

QString pointerOf(const QStringList &path)
{
    QString pointer;
    for (QString token : path) {
        token.replace(QLatin1Char('~'), QLatin1String("~0"));
        token.replace(QLatin1Char('/'), QLatin1String("~1"));
        pointer += QLatin1Char('/') + token;
    }
    return pointer;
}

/// {"loc": ["body", "flow", 0, "ttl"]}: "body" only says which part of the request is meant. Places
/// in other parts (query, path, header) are none in the document.
QStringList pathFromLoc(const Json &loc)
{
    QStringList path;
    if (!loc.is_array())
        return path;
    for (const Json &part : loc) {
        if (part.is_string())
            path.append(toQString(part.get<std::string>()));
        else if (part.is_number_integer())
            path.append(QString::number(part.get<qint64>()));
        else
            return {};
    }
    static const QStringList elsewhere{QStringLiteral("query"), QStringLiteral("path"),
                                       QStringLiteral("header"), QStringLiteral("cookie")};
    if (elsewhere.contains(path.value(0)))
        return {};
    if (path.value(0) == QLatin1String("body"))
        path.removeFirst();
    return path;
}

/// "flow[0].ttl" and "flow.0.ttl" as well as "to".
QStringList pathFromName(QString name)
{
    name.replace(QLatin1Char('['), QLatin1Char('.'));
    name.remove(QLatin1Char(']'));
    return name.split(QLatin1Char('.'), Qt::SkipEmptyParts);
}

Complaints fromDetailList(const Json &list)
{
    Complaints error;
    for (const Json &entry : list) {
        if (error.places.size() == maximumPlaces)
            break;
        const Json *loc = member(entry, "loc");
        const QString message = entry.is_string() ? toQString(entry.get<std::string>())
                                                  : textMember(entry, "msg").value_or(QString());
        error.places.push_back({loc ? pathFromLoc(*loc) : QStringList(), message});
    }
    QStringList messages;
    for (const Complaint &place : error.places) {
        if (!place.message.isEmpty() && !messages.contains(place.message))
            messages.append(place.message);
    }
    error.message = messages.join(QLatin1String("; "));
    return error;
}

Complaints fromDeveloperMessage(const Json &body, const QString &message)
{
    Complaints error{message, {}};
    if (const std::optional<QString> entity = textMember(body, "entity"))
        error.message += QLatin1String(" (") + *entity + QLatin1Char(')');
    const Json *properties = member(body, "properties");
    if (!properties || !properties->is_object())
        return error;
    for (const auto &[name, value] : properties->items()) {
        if (error.places.size() == maximumPlaces)
            break;
        const QString text = value.is_string() ? toQString(value.get<std::string>())
                                               : QString::fromUtf8(compactJson(value)).trimmed();
        error.places.push_back(
            {pathFromName(toQString(name)), toQString(name) + QLatin1String(": ") + text});
    }
    return error;
}

std::optional<Complaints> fromJsonBody(const Json &body, int depth = 0)
{
    const Json *detail = member(body, "detail");
    if (detail && detail->is_string())
        return Complaints{toQString(detail->get<std::string>()), {}};
    if (detail && detail->is_array())
        return fromDetailList(*detail);
    if (const std::optional<QString> text = textMember(body, "developerMessage"))
        return fromDeveloperMessage(body, *text);
    const std::optional<QString> error = textMember(body, "error");
    const std::optional<QString> message = textMember(body, "message");
    // Spring: the status in words, and what it is about.
    if (error && message && !textMember(body, "error_description"))
        return Complaints{*error + QLatin1String(": ") + *message, {}};
    for (const char *name : {"error_description", "error", "message"}) {
        if (const std::optional<QString> text = textMember(body, name))
            return Complaints{*text, {}};
    }
    for (const char *name : {"detail", "error"}) {
        const Json *inner = member(body, name);
        if (!inner || !inner->is_object() || depth == deepestError)
            continue;
        if (std::optional<Complaints> found = fromJsonBody(*inner, depth + 1))
            return found;
    }
    return std::nullopt;
}

QString rawWords(const QByteArray &body)
{
    const QString raw = QString::fromUtf8(body.left(4 * maximumRawCharacters)).simplified();
    return webPageWords(body).value_or(raw).left(maximumRawCharacters);
}

/// Validators of unions put the name of the variant they tried into the path: ["flow", 0,
/// "ViberOtp", "ttl"]. No field of the API begins with a capital.
bool isNameOfVariant(const QString &token)
{
    return token.contains(QLatin1Char('[')) || (!token.isEmpty() && token.front().isUpper());
}

/// Where the path leads in the request. What the service misses need not be there; a path that
/// leads nowhere, as the offset of a mistake in broken JSON does, is none.
QStringList pathIn(const Json &request, const QStringList &path)
{
    QStringList found;
    const Json *at = &request;
    for (const QString &token : path) {
        bool isIndex = false;
        const int index = token.toInt(&isIndex);
        if (at && at->is_array()) {
            if (!isIndex || index < 0 || size_t(index) >= at->size())
                return found;
            at = &(*at)[size_t(index)];
        } else if (at && isIndex) {
            return found;
        } else {
            const Json *inner =
                at && at->is_object() ? member(*at, toUtf8String(token).c_str()) : nullptr;
            if (!inner && isNameOfVariant(token))
                continue;
            at = inner;
        }
        found.append(token);
    }
    return found;
}

/// A bare name is a field of the document, or of whichever steps have it.
std::vector<QStringList> pathsOf(const Json &request, const QStringList &path)
{
    const Json *steps = member(request, "flow");
    const bool isOfRequest = path.isEmpty() ||
                             member(request, toUtf8String(path.front()).c_str()) || !steps ||
                             !steps->is_array();
    if (isOfRequest)
        return {pathIn(request, path)};
    std::vector<QStringList> found;
    for (size_t i = 0; i < steps->size(); ++i) {
        if (member((*steps)[i], toUtf8String(path.front()).c_str()))
            found.push_back(QStringList{QStringLiteral("flow"), QString::number(i)} + path);
    }
    return found.empty() ? std::vector<QStringList>{{}} : found;
}

/// A service quotes what it was sent, pin and number included, and these words reach findings and
/// reports. The raw bytes stay in the observation.
ServiceError placedIn(const Json *request, const Complaints &complaints)
{
    ServiceError error{maskedWords(complaints.message), {}};
    for (const Complaint &complaint : complaints.places) {
        const QString message = maskedWords(complaint.message);
        const auto paths =
            request ? pathsOf(*request, complaint.path) : std::vector<QStringList>{complaint.path};
        for (const QStringList &path : paths) {
            const bool isPlace = request || path.size() > 1;
            error.places.push_back({isPlace ? pointerOf(path) : QString(), message});
        }
    }
    return error;
}

} // namespace

ServiceError readServiceError(const QByteArray &body, const QByteArray &request)
{
    const Result<Json, JsonProblem> parsed = parseJson(body);
    if (parsed) {
        if (const std::optional<Complaints> error = fromJsonBody(parsed.value())) {
            const Result<Json, JsonProblem> document = parseJson(request);
            return placedIn(document ? &document.value() : nullptr, *error);
        }
    }
    return {maskedWords(rawWords(body)), {}};
}

} // namespace otpscope::models
