// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/guessedbodies.h"

#include "app/simulator/trackingtext.h"

#include <QStringList>

namespace otpscope::simulator {

using models::Json;
using models::toUtf8String;

namespace {

/// An RFC 6901 token with ~0 and ~1 undone.
QString unescapedToken(QString token)
{
    return token.replace(QLatin1String("~1"), QLatin1String("/"))
        .replace(QLatin1String("~0"), QLatin1String("~"));
}

/// The value at a place, or what is nearest above it.
struct Place
{
    /// ["body", "flow", 0, "ttl"]
    Json location = Json::array({"body"});
    const Json *nearest = nullptr;
    bool isThere = true;
};

Place placeOf(const Json &request, const QString &pointer)
{
    Place place;
    place.nearest = &request;
    const QStringList tokens = pointer.split(QLatin1Char('/')).mid(1);
    for (const QString &token : tokens) {
        const std::string key = toUtf8String(unescapedToken(token));
        bool isIndex = false;
        const qulonglong index = token.toULongLong(&isIndex);
        const bool isArray = place.isThere && place.nearest->is_array();
        if (isArray && isIndex)
            place.location.push_back(index);
        else
            place.location.push_back(key);
        if (isArray && isIndex && index < place.nearest->size())
            place.nearest = &place.nearest->at(index);
        else if (place.isThere && place.nearest->is_object() && place.nearest->contains(key))
            place.nearest = &place.nearest->at(key);
        else
            place.isThere = false;
    }
    return place;
}

Json validationItem(const Json &request, const models::Finding &finding)
{
    const Place place = placeOf(request, finding.pointer);
    Json item;
    if (!place.isThere) {
        item["type"] = "missing";
        item["loc"] = place.location;
        item["msg"] = "Field required";
    } else {
        // English whatever the language of the program: a service does not know that one.
        QString words = finding.rule;
        words.replace(QLatin1Char('-'), QLatin1Char(' '));
        item["type"] = "value_error";
        item["loc"] = place.location;
        item["msg"] = toUtf8String(QStringLiteral("Value error, ") + words);
    }
    item["input"] = *place.nearest;
    if (place.isThere)
        item["ctx"] = {{"error", toUtf8String(finding.rule)}};
    return item;
}

/// "flow[0].ttl" for ["body", "flow", 0, "ttl"].
std::string propertyOf(const Json &location)
{
    std::string property;
    for (size_t i = 1; i < location.size(); ++i) {
        const Json &part = location.at(i);
        if (part.is_string())
            property += (property.empty() ? "" : ".") + part.get<std::string>();
        else
            property += '[' + std::to_string(part.get<qint64>()) + ']';
    }
    return property;
}

} // namespace

Json inDialect(Dialect dialect, int status, const Json &body)
{
    if (dialect == Dialect::FastApi || !body.contains("detail"))
        return body;
    const Json &detail = body.at("detail");
    Json other;
    other["code"] = std::to_string(status) + "000000";
    if (detail.is_string()) {
        other["developerMessage"] = detail;
        return other;
    }
    other["developerMessage"] = "Validation Error";
    other["entity"] = "FailoverOtp";
    other["properties"] = Json::object();
    for (const Json &item : detail)
        other["properties"][propertyOf(item.at("loc"))] = item.at("msg");
    return other;
}

Json detailBody(const QString &detail)
{
    return {{"detail", toUtf8String(detail)}};
}

Json validationBody(const Json &request, const std::vector<models::Finding> &errors)
{
    Json items = Json::array();
    for (const models::Finding &error : errors)
        items.push_back(validationItem(request, error));
    return {{"detail", std::move(items)}};
}

Json notJsonBody(const models::JsonProblem &problem)
{
    const Json item = {{"type", "json_invalid"},
                       {"loc", Json::array({"body", problem.column})},
                       {"msg", "JSON decode error"},
                       {"input", Json::object()},
                       {"ctx", {{"error", toUtf8String(problem.detail)}}}};
    return {{"detail", Json::array({item})}};
}

Json badQueryBody(const QString &name, const QString &value)
{
    const Json item = {{"type", "int_parsing"},
                       {"loc", Json::array({"query", toUtf8String(name)})},
                       {"msg", "Input should be a whole number from 0"},
                       {"input", toUtf8String(value)}};
    return {{"detail", Json::array({item})}};
}

Json tooManyStepsBody(size_t steps, size_t most)
{
    const Json item = {{"type", "too_long"},
                       {"loc", Json::array({"body", "flow"})},
                       {"msg", "List should have at most " + std::to_string(most) +
                                   " items after validation, not " + std::to_string(steps)},
                       {"ctx", {{"error", "flow-too-long"}}}};
    return {{"detail", Json::array({item})}};
}

Json unknownScenarioBody(const UnknownScenario &unknown)
{
    const Json item = {{"type", "value_error"},
                       {"loc", unknown.location},
                       {"msg", "Value error, the simulator has no scenario of this name"},
                       {"input", toUtf8String(unknown.name)},
                       {"ctx", {{"error", "unknown-scenario"}}}};
    return {{"detail", Json::array({item})}};
}

Json madeUpValidationBody()
{
    const Json item = {{"type", "value_error"},
                       {"loc", Json::array({"body"})},
                       {"msg", "Value error, refused by a fault of the simulator"},
                       {"ctx", {{"error", "simulated-fault"}}}};
    return {{"detail", Json::array({item})}};
}

Json badCredentialsBody(models::Instant at)
{
    return {{"timestamp", at.time_since_epoch().count()},
            {"status", 401},
            {"error", "Unauthorized"},
            {"message", "Bad credentials"},
            {"path", "/oauth/token"}};
}

Json badGrantBody()
{
    return {{"error", "unsupported_grant_type"},
            {"error_description", "grant_type must be client_credentials"}};
}

Json listBody(qint64 total, qint64 limit, qint64 offset, Json items)
{
    return {{"total", total}, {"limit", limit}, {"offset", offset}, {"results", std::move(items)}};
}

Json listItem(Dialect dialect, const FlowTracking &state)
{
    Json item = trackingBody(state);
    if (dialect == Dialect::FastApi)
        return item;
    item.erase("steps");
    const StepTracking &first = state.steps.front();
    item["phone_number"] = toUtf8String(first.phoneNumber);
    item["label"] = toUtf8String(first.label);
    item["channel"] = toUtf8String(state.steps.back().channel);
    item["created_at"] = toUtf8String(models::toIsoUtc(state.createdAt));
    return item;
}

Json templatesBody(Dialect dialect, const models::Catalogue &catalogue)
{
    const bool isPlain = dialect == Dialect::Routee;
    Json templates = Json::array();
    for (const models::TemplateType &type : catalogue.templateTypes()) {
        Json parameters = Json::array();
        for (const QString &parameter : type.parameters)
            parameters.push_back(toUtf8String(parameter));
        templates.push_back({{isPlain ? "id" : "templateId", toUtf8String(type.templateId)},
                             {isPlain ? "type" : "templateType", toUtf8String(type.name)},
                             {isPlain ? "params" : "parameters", std::move(parameters)},
                             {isPlain ? "body" : "text", toUtf8String(type.englishText)}});
    }
    return isPlain ? templates : Json({{"templates", std::move(templates)}});
}

} // namespace otpscope::simulator
