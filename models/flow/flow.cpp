// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/flow.h"

#include "models/flow/attempts.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <type_traits>

namespace otpscope::models {

namespace {

template <typename Integer>
std::optional<Integer> integerMember(const Json &object, const char *name)
{
    const Json *value = member(object, name);
    if (!value || !value->is_number_integer())
        return std::nullopt;
    if (value->is_number_unsigned()) {
        const auto number = value->get<quint64>();
        if (number > static_cast<quint64>(std::numeric_limits<Integer>::max()))
            return std::nullopt;
        return static_cast<Integer>(number);
    }
    const auto number = value->get<qint64>();
    if (number < std::numeric_limits<Integer>::min() ||
        number > std::numeric_limits<Integer>::max())
        return std::nullopt;
    return static_cast<Integer>(number);
}

std::optional<bool> booleanMember(const Json &object, const char *name)
{
    const Json *value = member(object, name);
    if (!value || !value->is_boolean())
        return std::nullopt;
    return value->get<bool>();
}

std::optional<Recipients> readRecipients(const Json &step)
{
    const Json *to = member(step, "to");
    if (!to)
        return std::nullopt;
    if (to->is_string())
        return Recipients{{toQString(to->get_ref<const std::string &>())}, false};
    if (!to->is_array())
        return std::nullopt;
    Recipients recipients{{}, true};
    for (const Json &number : *to) {
        if (number.is_string())
            recipients.numbers.append(toQString(number.get_ref<const std::string &>()));
    }
    return recipients;
}

ViberOtpContent readViberOtp(const Json &step)
{
    ViberOtpContent content;
    content.senderInfoTrackingId = textMember(step, "senderInfoTrackingId");
    content.templateId = textMember(step, "templateId");
    content.pin = textMember(step, "pin");
    content.templateType = textMember(step, "templateType");
    content.businessName = textMember(step, "businessName");
    content.validityTime = textMember(step, "validityTime");
    content.pinType = textMember(step, "pinType");
    content.actionName = textMember(step, "actionName");
    content.codeReason = textMember(step, "codeReason");
    content.failoverOnDelivered = booleanMember(step, "failoverOnDelivered");
    content.templateLang = textMember(step, "templateLang");
    content.otpType = textMember(step, "otpType");
    content.seq = textMember(step, "seq");
    return content;
}

SmsContent readSms(const Json &step)
{
    SmsContent content;
    content.from = textMember(step, "from");
    const Json *message = member(step, "message");
    if (message && message->is_object()) {
        content.message =
            SmsMessage{textMember(*message, "body"), booleanMember(*message, "flash"),
                       booleanMember(*message, "transcode"), textMember(*message, "label")};
    }
    return content;
}

Step readStep(const Json &json, int index)
{
    Step step;
    step.index = index;
    step.to = readRecipients(json);
    step.order = integerMember<int>(json, "order");
    if (const auto ttl = integerMember<qint64>(json, "ttl"))
        step.ttl = std::chrono::seconds(*ttl);
    step.label = textMember(json, "label");
    const QString type = textMember(json, "type").value_or(QString());
    if (type == QLatin1String("ViberOtp"))
        step.content = readViberOtp(json);
    else if (type == QLatin1String("Sms"))
        step.content = readSms(json);
    else
        step.content = UnknownContent{type};
    return step;
}

} // namespace

Channel Step::channel() const
{
    if (std::holds_alternative<ViberOtpContent>(content))
        return Channel::Viber;
    if (std::holds_alternative<SmsContent>(content))
        return Channel::Sms;
    return Channel::Unknown;
}

bool Step::failsOverOnDelivered() const
{
    const auto *viber = std::get_if<ViberOtpContent>(&content);
    return viber && viber->failoverOnDelivered.value_or(false);
}

Flow readFlow(const Json &document)
{
    Flow flow;
    if (const Json *steps = member(document, "flow"); steps && steps->is_array()) {
        flow.steps.reserve(steps->size());
        for (const Json &step : *steps)
            flow.steps.push_back(readStep(step, static_cast<int>(flow.steps.size())));
    }
    if (const Json *callback = member(document, "callback"); callback && callback->is_object())
        flow.callback = Callback{textMember(*callback, "url")};
    return flow;
}

std::vector<Step> stepsInOrder(const Flow &flow)
{
    const std::vector<int> attempts = attemptsOf(flow);
    std::vector<Step> steps(flow.steps.size());
    for (const Step &step : flow.steps)
        steps[static_cast<std::size_t>(attempts[static_cast<std::size_t>(step.index)]) - 1] = step;
    return steps;
}

QString stepTypeName(const Step &step)
{
    return std::visit(
        [](const auto &content) -> QString {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (std::is_same_v<Content, ViberOtpContent>)
                return QStringLiteral("ViberOtp");
            else if constexpr (std::is_same_v<Content, SmsContent>)
                return QStringLiteral("Sms");
            else
                return content.type;
        },
        step.content);
}

} // namespace otpscope::models
