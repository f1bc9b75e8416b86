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

} // namespace otpscope::simulator
