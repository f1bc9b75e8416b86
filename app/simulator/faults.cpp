// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults.h"

#include <QStringList>

#include <array>
#include <cctype>

namespace otpscope::simulator {

namespace {

constexpr double certain = 1.0;
constexpr double anHour = 3600.0;
constexpr double aMinute = 60.0;

constexpr std::array fields{
    FaultField{"webhookDropped", &Faults::webhookDropped, certain, "Webhooks that are never sent"},
    FaultField{"webhookDelaySeconds", &Faults::webhookDelaySeconds, anHour,
               "Service seconds by which each webhook is late"},
    FaultField{"webhookDoubled", &Faults::webhookDoubled, certain, "Webhooks that come twice"},
    FaultField{"webhookReordered", &Faults::webhookReordered, certain,
               "Webhooks that come after the next one of their flow"},
    FaultField{"webhookForeignId", &Faults::webhookForeignId, certain,
               "Webhooks with another flow's id"},
    FaultField{"webhookCut", &Faults::webhookCut, certain, "Webhooks with half a body"},
    FaultField{"webhookNotJson", &Faults::webhookNotJson, certain,
               "Webhooks with a body that is no JSON"},
    FaultField{"webhookSlowSeconds", &Faults::webhookSlowSeconds, aMinute,
               "Seconds that each webhook's body takes to come"},
    FaultField{"webhookWrongPath", &Faults::webhookWrongPath, certain,
               "Webhooks to another path than the callback's"},
    FaultField{"pollLagSeconds", &Faults::pollLagSeconds, anHour,
               "Service seconds by which tracking answers lag behind the webhooks"},
    FaultField{"tokenDown", &Faults::tokenDown, certain, "Token requests that are answered 503"},
    FaultField{"answer401", &Faults::answer401, certain,
               "Answers 401, after which the token is void"},
    FaultField{"answer403", &Faults::answer403, certain, "Answers 403"},
    FaultField{"answer404", &Faults::answer404, certain, "Answers 404"},
    FaultField{"answer422", &Faults::answer422, certain, "Answers 422"},
    FaultField{"answer429", &Faults::answer429, certain, "Answers 429 with Retry-After"},
    FaultField{"answer500", &Faults::answer500, certain, "Answers 500"},
    FaultField{"answer502", &Faults::answer502, certain, "Answers 502 with an HTML page"},
    FaultField{"answer503", &Faults::answer503, certain, "Answers 503"},
    FaultField{"answerRedirect", &Faults::answerRedirect, certain,
               "Answers that redirect to another host"},
    FaultField{"answerEndless", &Faults::answerEndless, certain, "Answers that never end"},
    FaultField{"answerCutInHead", &Faults::answerCutInHead, certain, "Answers cut off in the head"},
    FaultField{"answerCutInBody", &Faults::answerCutInBody, certain, "Answers cut off in the body"},
};

const FaultField *fieldNamed(const std::string &name)
{
    for (const FaultField &field : fields) {
        if (name == field.name)
            return &field;
    }
    return nullptr;
}

} // namespace

std::span<const FaultField> faultFields()
{
    return fields;
}

std::string optionNameOf(const FaultField &field)
{
    std::string option = "--fault-";
    bool wasDigit = false;
    for (const char c : std::string(field.name)) {
        const bool isDigit = std::isdigit(static_cast<unsigned char>(c)) != 0;
        const bool isUpper = std::isupper(static_cast<unsigned char>(c)) != 0;
        if (isUpper || (isDigit && !wasDigit))
            option += '-';
        option += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        wasDigit = isDigit;
    }
    return option;
}

models::Json faultsBody(const Faults &faults)
{
    models::Json body = models::Json::object();
    for (const FaultField &field : fields)
        body[field.name] = faults.*field.member;
    return body;
}

models::Result<Faults, FaultsProblem> readFaults(const models::Json &json, const Faults &base)
{
    if (!json.is_object())
        return FaultsProblem{{}, QStringLiteral("expected an object")};
    Faults faults = base;
    for (const auto &[key, value] : json.items()) {
        if (key == "$comment")
            continue;
        const QString pointer = QLatin1Char('/') + models::toQString(key);
        const FaultField *field = fieldNamed(key);
        if (!field) {
            QStringList known;
            for (const FaultField &one : fields)
                known.append(QLatin1String(one.name));
            return FaultsProblem{pointer, QStringLiteral("unknown key; known here are ") +
                                              known.join(QStringLiteral(", "))};
        }
        const double number = value.is_number() ? value.get<double>() : -1.0;
        if (!(number >= 0.0 && number <= field->highest)) {
            return FaultsProblem{
                pointer, QStringLiteral("expected a number from 0 to %1").arg(field->highest)};
        }
        faults.*field->member = number;
    }
    return faults;
}

} // namespace otpscope::simulator
