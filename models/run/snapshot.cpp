// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/snapshot.h"

#include <cmath>
#include <limits>

namespace otpscope::models {

namespace {

// Texts of a body anybody may post end up in lists and in memory for as long as the run is open.
// Nothing the service documents comes near these bounds; the raw body keeps everything.
constexpr qsizetype maximumTextCharacters = 1024;
constexpr size_t maximumSteps = 64;

/// Text, or a number or boolean written as text; empty for everything else.
QString looseText(const Json &object, const char *name)
{
    const Json *value = member(object, name);
    if (!value)
        return {};
    if (value->is_string())
        return toQString(value->get<std::string>()).trimmed().left(maximumTextCharacters);
    if (value->is_number())
        return QString::fromUtf8(compactJson(*value)).trimmed();
    return {};
}

std::optional<double> looseNumber(const Json &object, const char *name)
{
    const Json *value = member(object, name);
    if (!value)
        return std::nullopt;
    bool isNumber = value->is_number();
    const double number = isNumber             ? value->get<double>()
                          : value->is_string() ? looseText(object, name).toDouble(&isNumber)
                                               : 0.0;
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<int> looseInteger(const Json &object, const char *name)
{
    const std::optional<double> number = looseNumber(object, name);
    if (!number || std::trunc(*number) != *number
        || std::abs(*number) > std::numeric_limits<int>::max())
        return std::nullopt;
    return static_cast<int>(*number);
}

std::optional<Instant> looseInstant(const Json &object, const char *name)
{
    return fromIso(looseText(object, name));
}

StepSnapshot readStep(const Json &step)
{
    StepSnapshot read;
    read.trackingId = TrackingId(looseText(step, "trackingId"));
    read.role = looseText(step, "role");
    read.status = looseText(step, "status");
    read.channel = looseText(step, "channel");
    if (read.channel.isEmpty())
        read.channel = looseText(step, "type");
    read.phoneNumber = looseText(step, "phone_number");
    read.label = looseText(step, "label");
    read.detailedStatus = looseText(step, "detailed_status");
    if (read.detailedStatus.isEmpty())
        read.detailedStatus = looseText(step, "detailedStatus");
    read.errorMessage = looseText(step, "error_message");
    read.country = looseText(step, "country");
    read.operatorName = looseText(step, "operator");
    read.failoverFrom = TrackingId(looseText(step, "failover_from_message_token"));
    read.order = looseInteger(step, "order");
    read.createdAt = looseInstant(step, "created_at");
    read.sentAt = looseInstant(step, "sent_at");
    read.deliveredAt = looseInstant(step, "delivered_at");
    read.price = looseNumber(step, "price");
    read.latencyMs = looseNumber(step, "latency_ms");
    return read;
}

/// The array that holds the steps: routee-api section 3 leaves open whether a send answer has
/// flow[] or steps[].
const Json *stepsOf(const Json &body)
{
    for (const char *name : {"steps", "flow"}) {
        const Json *steps = member(body, name);
        if (steps && steps->is_array())
            return steps;
    }
    return nullptr;
}

Result<Snapshot, NotUnderstood> fromJsonBody(const Json &body)
{
    const Json *steps = stepsOf(body);
    Snapshot snapshot;
    snapshot.flowId = FlowId(looseText(body, "flowId"));
    snapshot.status = looseText(body, "status");
    if (!steps && snapshot.flowId.isEmpty() && snapshot.status.isEmpty())
        return NotUnderstood{NotUnderstood::Kind::StrangeShape, std::nullopt};
    snapshot.statusCode = looseInteger(body, "statusCode");
    snapshot.error = looseText(body, "error");
    snapshot.type = looseText(body, "type");
    snapshot.totalCost = looseNumber(body, "total_cost");
    snapshot.createdAt = looseInstant(body, "createdAt");
    if (!snapshot.createdAt)
        snapshot.createdAt = looseInstant(body, "created_at");
    if (!steps)
        return snapshot;
    for (const Json &step : *steps) {
        if (snapshot.steps.size() == maximumSteps)
            break;
        if (step.is_object())
            snapshot.steps.push_back(readStep(step));
    }
    return snapshot;
}

bool isErrorStatus(int httpStatus)
{
    return httpStatus != 0 && (httpStatus < 200 || httpStatus > 299);
}

} // namespace

Result<Snapshot, NotUnderstood> readSnapshot(const QByteArray &body)
{
    if (body.isEmpty())
        return NotUnderstood{NotUnderstood::Kind::NoBody, std::nullopt};
    const Result<Json, JsonProblem> parsed = parseJson(body);
    if (!parsed)
        return NotUnderstood{NotUnderstood::Kind::NotJson, parsed.error()};
    return fromJsonBody(parsed.value());
}

Result<Snapshot, NotUnderstood> readSnapshot(const Observation &observation)
{
    if (observation.problem != TransportProblem::None)
        return NotUnderstood{NotUnderstood::Kind::NoBody, std::nullopt};
    if (observation.source != ObservationSource::Webhook
        && isErrorStatus(observation.exchange.answerStatus))
        return NotUnderstood{NotUnderstood::Kind::ErrorAnswer, std::nullopt};
    return readSnapshot(reportedBody(observation));
}

} // namespace otpscope::models
