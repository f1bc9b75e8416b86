// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/agreementchecks.h"

#include "models/checks/fieldchecks.h"
#include "models/flow/durations.h"

#include <limits>

namespace otpscope::models {

namespace {

const TemplateType *templateOf(const Json &step, const Catalogue &catalogue)
{
    if (const auto name = textMember(step, "templateType"))
        return catalogue.templateType(*name);
    if (member(step, "templateType"))
        return nullptr;
    const auto id = textMember(step, "templateId");
    return id ? catalogue.templateTypeById(*id) : nullptr;
}

/// The field whose text tells the validity.
QString tellingField(const Json &step, Channel channel)
{
    if (channel == Channel::Sms)
        return QStringLiteral("/message/body");
    return member(step, "validityTime") ? QStringLiteral("/validityTime")
                                        : QStringLiteral("/templateType");
}

void compareWithTtl(const Json &step, std::chrono::seconds told, const QString &pointer,
                    FindingList &findings)
{
    const Json *ttl = member(step, "ttl");
    const auto seconds = told.count();
    const bool isLonger = ttl && ttl->is_number_integer() &&
                          seconds <= std::numeric_limits<int>::max() &&
                          compareInteger(*ttl, static_cast<int>(seconds)) > 0;
    if (isLonger) {
        findings.add("validity-shorter-than-ttl", pointer + QStringLiteral("/ttl"),
                     {QString::fromUtf8(compactJson(*ttl)), QString::number(seconds)});
    }
}

} // namespace

std::optional<std::chrono::seconds> toldValidity(const Json &step, Channel channel,
                                                 const Catalogue &catalogue)
{
    QString text;
    if (channel == Channel::Viber) {
        if (const TemplateType *type = templateOf(step, catalogue))
            text = renderTemplate(*type, step);
    } else if (channel == Channel::Sms) {
        const Json *message = member(step, "message");
        text = message ? textMember(*message, "body").value_or(QString()) : QString();
    }
    const auto durations = durationsIn(text);
    return durations.size() == 1 ? std::optional(durations.front()) : std::nullopt;
}

void checkValidities(const Json &steps, const Catalogue &catalogue, FindingList &findings)
{
    std::optional<std::chrono::seconds> first;
    int firstStep = 0;
    int index = 0;
    for (const Json &step : steps) {
        const QString pointer = QStringLiteral("/flow/%1").arg(index++);
        const Channel channel =
            catalogue.channelByName(textMember(step, "type").value_or(QString()));
        const auto told = toldValidity(step, channel, catalogue);
        if (!told)
            continue;
        compareWithTtl(step, *told, pointer, findings);
        if (!first) {
            first = told;
            firstStep = index;
        } else if (*told != *first) {
            findings.add("validity-differs", pointer + tellingField(step, channel),
                         {QString::number(firstStep)});
        }
    }
}

} // namespace otpscope::models
