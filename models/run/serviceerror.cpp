// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/snapshot.h"

#include "models/text/masking.h"

#include <QStringList>

namespace otpscope::models {

namespace {

// GUESS: routee-api section 7. The service's own error body was never seen; the shapes read here
// are those of FastAPI and of Routee's neighbouring APIs. This file is the one place that knows.

constexpr qsizetype maximumRawCharacters = 300;
constexpr size_t maximumPlaces = 50;

/// {"loc": ["body", "flow", 0, "ttl"]} becomes "/flow/0/ttl"; "body" only says which part of the
/// request is meant.
QString pointerFromLoc(const Json &loc)
{
    QString pointer;
    if (!loc.is_array())
        return pointer;
    for (size_t i = 0; i < loc.size(); ++i) {
        const Json &part = loc[i];
        QString token;
        if (part.is_string())
            token = toQString(part.get<std::string>());
        else if (part.is_number_integer())
            token = QString::number(part.get<qint64>());
        else
            return {};
        if (i == 0 && token == QLatin1String("body"))
            continue;
        token.replace(QLatin1Char('~'), QLatin1String("~0"));
        token.replace(QLatin1Char('/'), QLatin1String("~1"));
        pointer += QLatin1Char('/') + token;
    }
    return pointer;
}

ServiceError fromDetailList(const Json &list)
{
    ServiceError error;
    for (const Json &entry : list) {
        if (error.places.size() == maximumPlaces)
            break;
        const Json *loc = member(entry, "loc");
        const QString message = entry.is_string() ? toQString(entry.get<std::string>())
                                                  : textMember(entry, "msg").value_or(QString());
        error.places.push_back({loc ? pointerFromLoc(*loc) : QString(), message});
    }
    QStringList messages;
    for (const ServiceError::Place &place : error.places) {
        if (!place.message.isEmpty() && !messages.contains(place.message))
            messages.append(place.message);
    }
    error.message = messages.join(QLatin1String("; "));
    return error;
}

ServiceError fromDeveloperMessage(const Json &body, const QString &message)
{
    ServiceError error{message, {}};
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
        error.places.push_back({QString(), toQString(name) + QLatin1String(": ") + text});
    }
    return error;
}

std::optional<ServiceError> fromJsonBody(const Json &body)
{
    const Json *detail = member(body, "detail");
    if (detail && detail->is_string())
        return ServiceError{toQString(detail->get<std::string>()), {}};
    if (detail && detail->is_array())
        return fromDetailList(*detail);
    if (const std::optional<QString> text = textMember(body, "developerMessage"))
        return fromDeveloperMessage(body, *text);
    for (const char *name : {"error_description", "error", "message"}) {
        if (const std::optional<QString> text = textMember(body, name))
            return ServiceError{*text, {}};
    }
    return std::nullopt;
}

/// A service quotes what it was sent, pin and number included, and these words reach findings and
/// reports. The raw bytes stay in the observation.
ServiceError masked(ServiceError error)
{
    error.message = maskedWords(error.message);
    for (ServiceError::Place &place : error.places)
        place.message = maskedWords(place.message);
    return error;
}

} // namespace

ServiceError readServiceError(const QByteArray &body)
{
    const Result<Json, JsonProblem> parsed = parseJson(body);
    if (parsed) {
        if (std::optional<ServiceError> error = fromJsonBody(parsed.value()))
            return masked(*std::move(error));
    }
    const QString raw = QString::fromUtf8(body.left(4 * maximumRawCharacters)).simplified();
    return masked({raw.left(maximumRawCharacters), {}});
}

} // namespace otpscope::models
