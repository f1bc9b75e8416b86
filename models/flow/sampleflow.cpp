// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/sampleflow.h"

#include "models/core/json.h"

#include <QStringList>

#include <string>

namespace otpscope::models {

namespace {

constexpr int viberTtl = 300;
constexpr int smsTtl = 600;

/// The example of a field, as the catalogue writes it, in the field's own type.
Json exampleOf(const FieldRule &field)
{
    switch (field.type) {
    case FieldType::Integer:
        return field.example.toInt();
    case FieldType::Boolean:
        return field.example == QLatin1String("true");
    case FieldType::TextOrList:
        return Json::array({toUtf8String(field.example)});
    case FieldType::Text:
    case FieldType::Object:
    case FieldType::Array:
        break;
    }
    return toUtf8String(field.example);
}

std::string exampleText(const Catalogue &catalogue, Channel channel, const char *name)
{
    const FieldRule *field = catalogue.field(channel, QString::fromLatin1(name));
    return field ? toUtf8String(field->example) : std::string();
}

Json viberStep(const TemplateType &type, const Catalogue &catalogue)
{
    Json step{{"type", "ViberOtp"}};
    for (const FieldRule &field : catalogue.fields()) {
        const bool isOfStep = field.place == FieldPlace::Step && field.channel != Channel::Sms;
        const bool isNeeded =
            field.requirement == Requirement::Required || type.parameters.contains(field.name);
        const std::string name = toUtf8String(field.name);
        if (isOfStep && isNeeded && name != "type")
            step[name] = exampleOf(field);
        // The type stands behind the id that belongs to it; "basic" is told by leaving it out.
        if (isOfStep && name == "templateId" && type.parameters.size() > 1)
            step["templateType"] = toUtf8String(type.name);
    }
    step["order"] = 1;
    step["ttl"] = viberTtl;
    step["templateId"] = toUtf8String(type.templateId);
    return step;
}

Json smsStep(const TemplateType &type, const Json &viber, const Catalogue &catalogue)
{
    const QString text = renderTemplate(type, viber).section(u'\n', 0, 0);
    return {{"type", "Sms"},
            {"to", exampleText(catalogue, Channel::Sms, "to")},
            {"order", 2},
            {"ttl", smsTtl},
            {"from", exampleText(catalogue, Channel::Sms, "from")},
            {"message", {{"body", toUtf8String(text)}}}};
}

} // namespace

QByteArray sampleFlow(const TemplateType &type, const Catalogue &catalogue)
{
    const Json viber = viberStep(type, catalogue);
    return prettyJson({{"flow", Json::array({viber, smsStep(type, viber, catalogue)})}});
}

} // namespace otpscope::models
