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

using Measure = FaultField::Measure;
using Reach = FaultField::Reach;

constexpr FaultField oftenOfFlow(const char *name, double Faults::*member, const char *description)
{
    return {name, member, certain, Measure::HowOften, Reach::Flow, description};
}

constexpr FaultField secondsOfFlow(const char *name, double Faults::*member, double longest,
                                   const char *description)
{
    return {name, member, longest, Measure::Seconds, Reach::Flow, description};
}

constexpr std::array fields{
    oftenOfFlow("webhookDropped", &Faults::webhookDropped, "Webhooks that are never sent"),
    secondsOfFlow("webhookDelaySeconds", &Faults::webhookDelaySeconds, anHour,
                  "Service seconds by which each webhook is late"),
    oftenOfFlow("webhookDoubled", &Faults::webhookDoubled, "Webhooks that come twice"),
    oftenOfFlow("webhookReordered", &Faults::webhookReordered,
                "Webhooks that come after the next one of their flow"),
    oftenOfFlow("webhookForeignId", &Faults::webhookForeignId, "Webhooks with another flow's id"),
    oftenOfFlow("webhookCut", &Faults::webhookCut, "Webhooks with half a body"),
    oftenOfFlow("webhookNotJson", &Faults::webhookNotJson, "Webhooks with a body that is no JSON"),
    secondsOfFlow("webhookSlowSeconds", &Faults::webhookSlowSeconds, aMinute,
                  "Seconds that each webhook's body takes to come"),
    oftenOfFlow("webhookWrongPath", &Faults::webhookWrongPath,
                "Webhooks to another path than the callback's"),
    secondsOfFlow("pollLagSeconds", &Faults::pollLagSeconds, anHour,
                  "Service seconds by which tracking and the list lag behind the webhooks"),
    FaultField{"certificateWrong", &Faults::certificateWrong, certain, Measure::OnOff,
               Reach::Simulator,
               "An https address beside the other, whose certificate does not fit"},
    FaultField{"tokenDown", &Faults::tokenDown, certain, Measure::HowOften, Reach::Simulator,
               "Token requests that are answered 503"},
    oftenOfFlow("answer401", &Faults::answer401, "Answers 401, after which the token is void"),
    oftenOfFlow("answer403", &Faults::answer403, "Answers 403"),
    oftenOfFlow("answer404", &Faults::answer404, "Answers 404"),
    oftenOfFlow("answer422", &Faults::answer422, "Answers 422"),
    oftenOfFlow("answer429", &Faults::answer429, "Answers 429 with Retry-After"),
    oftenOfFlow("answer500", &Faults::answer500, "Answers 500"),
    oftenOfFlow("answer502", &Faults::answer502, "Answers 502 with an HTML page"),
    oftenOfFlow("answer503", &Faults::answer503, "Answers 503"),
    oftenOfFlow("answerRedirect", &Faults::answerRedirect, "Answers that redirect to another host"),
    oftenOfFlow("answerEndless", &Faults::answerEndless, "Answers that never end"),
    oftenOfFlow("answerCutInHead", &Faults::answerCutInHead, "Answers cut off in the head"),
    oftenOfFlow("answerCutInBody", &Faults::answerCutInBody, "Answers cut off in the body"),
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
