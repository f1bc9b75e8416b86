// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/answerbodies.h"

namespace otpscope::simulator {

using models::Json;
using models::toUtf8String;

namespace {

/// An object with room for so many members: growing copies all that are there.
Json objectFor(size_t members)
{
    Json::object_t object;
    object.reserve(members);
    return Json(std::move(object));
}

std::string isoText(models::Instant at)
{
    return toUtf8String(models::toIsoUtc(at));
}

void setIfKnown(Json &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object[key] = toUtf8String(text);
}

std::string acceptingChannelName(models::Channel channel)
{
    switch (channel) {
    case models::Channel::Viber:
        return "Viber";
    case models::Channel::Sms:
        return "Sms";
    case models::Channel::Unknown:
        break;
    }
    return {};
}

Json stepBody(const StepTracking &step, const models::FlowId &flowId)
{
    Json body = objectFor(17);
    body["trackingId"] = toUtf8String(step.trackingId.text());
    body["role"] = step.failoverFrom.isEmpty() ? "primary" : "failover";
    body["flowId"] = toUtf8String(flowId.text());
    body["status"] = toUtf8String(step.status);
    body["channel"] = toUtf8String(step.channel);
    body["phone_number"] = toUtf8String(step.phoneNumber);
    setIfKnown(body, "label", step.label);
    body["created_at"] = isoText(step.createdAt);
    if (step.sentAt)
        body["sent_at"] = isoText(*step.sentAt);
    if (step.deliveredAt)
        body["delivered_at"] = isoText(*step.deliveredAt);
    setIfKnown(body, "detailed_status", step.detailedStatus);
    setIfKnown(body, "error_message", step.errorMessage);
    setIfKnown(body, "failover_from_message_token", step.failoverFrom.text());
    body["price"] = step.price.value();
    if (step.deliveredAt)
        body["latency_ms"] = (*step.deliveredAt - step.createdAt).count();
    setIfKnown(body, "country", step.country);
    setIfKnown(body, "operator", step.operatorName);
    return body;
}

} // namespace

Json serviceInfoBody()
{
    return {{"service", "otp-failover"},
            {"version", OTPSCOPE_VERSION},
            {"status", "running"},
            {"health", "/health"}};
}

Json healthBody()
{
    return {{"status", "ok"}};
}

Json tokenBody(const IssuedToken &token)
{
    Json body;
    body["access_token"] = toUtf8String(token.value);
    body["token_type"] = "bearer";
    body["expires_in"] = token.remaining.count();
    body["scope"] = "account failover report sms";
    body["permissions"] = Json::array(
        {"MT_ROLE_ACCOUNT_FINANCE", "MT_ROLE_FAILOVER", "MT_ROLE_REPORT", "MT_ROLE_SMS"});
    return body;
}

Json acceptedSendBody(const Json &request, int sentIndex, models::Channel sentChannel,
                      const FlowTracking &state)
{
    Json flow = request.at("flow");
    const bool isOnlyStep = flow.size() == 1;
    flow.at(static_cast<size_t>(sentIndex))["trackingId"] =
        toUtf8String(state.steps.front().trackingId.text());
    Json body = objectFor(6);
    body["flowId"] = toUtf8String(state.flowId.text());
    // Accepted, not delivered: a single step leaves no failover open (API document 4.1).
    body["status"] = isOnlyStep ? "Succeeded" : "InProgress";
    body["type"] = acceptingChannelName(sentChannel);
    body["flow"] = std::move(flow);
    body["createdAt"] = isoText(state.createdAt);
    body["statusCode"] = nullptr;
    return body;
}

Json failedSendBody(const Json &request, const SendOutcome &outcome, models::Instant at)
{
    Json body;
    body["flowId"] = nullptr;
    body["status"] = "Failed";
    body["type"] = nullptr;
    body["flow"] = request.at("flow");
    body["createdAt"] = isoText(at);
    body["error"] = toUtf8String(outcome.error);
    body["statusCode"] = outcome.statusCode;
    return body;
}

Json trackingBody(const FlowTracking &state)
{
    Price total;
    Json::array_t steps;
    steps.reserve(state.steps.size());
    for (const StepTracking &step : state.steps) {
        total = total + step.price;
        steps.push_back(stepBody(step, state.flowId));
    }
    Json body = objectFor(5);
    body["flowId"] = toUtf8String(state.flowId.text());
    body["status"] = toUtf8String(flowStatusName(state.status));
    body["statusCode"] = state.statusCode ? Json(*state.statusCode) : Json(nullptr);
    body["total_cost"] = total.value();
    body["steps"] = std::move(steps);
    return body;
}

QString flowStatusName(FlowStatus status)
{
    switch (status) {
    case FlowStatus::InProgress:
        return QStringLiteral("InProgress");
    case FlowStatus::Succeeded:
        return QStringLiteral("Succeeded");
    case FlowStatus::Failed:
        return QStringLiteral("Failed");
    }
    Q_UNREACHABLE();
}

} // namespace otpscope::simulator
