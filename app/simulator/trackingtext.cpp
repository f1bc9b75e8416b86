// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/trackingtext.h"

#include "models/core/jsonstring.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace otpscope::simulator {

namespace {

/// The members of one object, written one after the other.
class ObjectText final
{
public:
    explicit ObjectText(std::string &out)
        : m_out(out)
    {
        m_out += '{';
    }
    void end() { m_out += '}'; }

    /// `json` is written as it is.
    void add(std::string_view key, std::string_view json)
    {
        begin(key);
        m_out += json;
    }

    void addText(std::string_view key, const QString &text)
    {
        begin(key);
        models::appendJsonString(m_out, models::toUtf8String(text));
    }

    void addIfKnown(std::string_view key, const QString &text)
    {
        if (!text.isEmpty())
            addText(key, text);
    }

    void addTime(std::string_view key, models::Instant at) { addText(key, models::toIsoUtc(at)); }

    void begin(std::string_view key)
    {
        if (m_out.back() != '{')
            m_out += ',';
        m_out.append(1, '"').append(key).append("\":");
    }

private:
    std::string &m_out;
};

/// With a point, and no more digits than it takes: 0.0468, 12.0.
std::string priceText(Price price)
{
    constexpr std::int64_t whole = 1'000'000;
    // A leading 1 keeps the zeros behind the point.
    std::string digits = std::to_string(whole + std::abs(price.millionths % whole));
    digits.erase(std::max<size_t>(digits.find_last_not_of('0') + 1, 2));
    std::string text = price.millionths < 0 ? "-" : "";
    text += std::to_string(std::abs(price.millionths / whole));
    return text.append(1, '.').append(digits, 1);
}

void addStep(std::string &out, const StepTracking &step, const models::FlowId &flowId)
{
    ObjectText body(out);
    body.addText("trackingId", step.trackingId.text());
    body.add("role", step.failoverFrom.isEmpty() ? "\"primary\"" : "\"failover\"");
    body.addText("flowId", flowId.text());
    body.addText("status", step.status);
    body.addText("channel", step.channel);
    body.addText("phone_number", step.phoneNumber);
    body.addIfKnown("label", step.label);
    body.addTime("created_at", step.createdAt);
    if (step.sentAt)
        body.addTime("sent_at", *step.sentAt);
    if (step.deliveredAt)
        body.addTime("delivered_at", *step.deliveredAt);
    body.addIfKnown("detailed_status", step.detailedStatus);
    body.addIfKnown("error_message", step.errorMessage);
    body.addIfKnown("failover_from_message_token", step.failoverFrom.text());
    body.add("price", priceText(step.price));
    if (step.deliveredAt) {
        const auto latency = *step.deliveredAt - step.createdAt;
        body.add("latency_ms", std::to_string(latency.count()));
    }
    body.addIfKnown("country", step.country);
    body.addIfKnown("operator", step.operatorName);
    body.end();
}

} // namespace

QByteArray trackingText(const FlowTracking &state)
{
    constexpr size_t headSize = 256;
    constexpr size_t stepSize = 512;
    std::string out;
    out.reserve(headSize + stepSize * state.steps.size());
    Price total;
    for (const StepTracking &step : state.steps)
        total = total + step.price;
    ObjectText body(out);
    body.addText("flowId", state.flowId.text());
    body.addText("status", flowStatusName(state.status));
    body.add("statusCode", state.statusCode ? std::to_string(*state.statusCode) : "null");
    body.add("total_cost", priceText(total));
    body.begin("steps");
    char before = '[';
    for (const StepTracking &step : state.steps) {
        out += std::exchange(before, ',');
        addStep(out, step, state.flowId);
    }
    out += state.steps.empty() ? "[]" : "]";
    body.end();
    return QByteArray::fromStdString(out);
}

models::Json trackingBody(const FlowTracking &state)
{
    return models::parseJson(trackingText(state)).value();
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
