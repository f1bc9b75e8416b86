// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fieldhints.h"

#include "models/flow/hiddencharacters.h"
#include "models/flow/phonenumber.h"
#include "models/text/sentences.h"
#include "ui/editor/fieldvalue.h"
#include "ui/editor/stepfields.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace otpscope::ui {

using models::FieldRule;
using models::Json;

namespace {

struct HintTexts
{
    Q_DECLARE_TR_FUNCTIONS(otpscope::ui::HintTexts)
};

QString durationHint(const Json &value)
{
    if (!value.is_number_integer())
        return {};
    const std::chrono::seconds seconds(value.get<qint64>());
    constexpr std::chrono::seconds aMinute(60);
    if (seconds < aMinute)
        return HintTexts::tr("seconds");
    //: %1 is a number of seconds, %2 the same as "5 min"
    return HintTexts::tr("%1 s = %2").arg(seconds.count()).arg(models::durationText(seconds));
}

QString countryName(const models::PhoneNumber &number)
{
    const auto territory = QLocale::codeToTerritory(number.country);
    return territory == QLocale::AnyTerritory ? HintTexts::tr("International number")
                                              : QLocale::territoryToString(territory);
}

QString numberHint(const QString &typed)
{
    const models::PhoneNumber number = models::readPhoneNumber(typed);
    switch (number.standing) {
    case models::PhoneNumber::Standing::NotANumber:
        return HintTexts::tr("Not known as a phone number");
    case models::PhoneNumber::Standing::ImpossibleLength:
        //: %1 is a phone number, %2 a country
        return HintTexts::tr("%1 · %2, but too short or too long for it")
            .arg(number.international, countryName(number));
    case models::PhoneNumber::Standing::NotAssigned:
        return HintTexts::tr("%1 · %2, but in no number range known there")
            .arg(number.international, countryName(number));
    case models::PhoneNumber::Standing::Assigned:
        return HintTexts::tr("%1 · %2, plausible").arg(number.international, countryName(number));
    }
    Q_UNREACHABLE();
}

QString recipientHint(const Json &value)
{
    if (!value.is_array())
        return numberHint(fieldText(value));
    QStringList lines;
    for (const Json &number : value)
        lines.append(numberHint(fieldText(number)));
    return lines.join(QLatin1Char('\n'));
}

// As people read it where it is a number, as typed where not.
QString recipientText(const Json &value)
{
    const QString number = models::readPhoneNumber(fieldText(value)).international;
    return number.isEmpty() ? models::withHiddenShown(fieldText(value)) : number;
}

QString languageHint(const Json &value, const models::Catalogue &catalogue)
{
    const auto &languages = catalogue.languages();
    const auto language = std::ranges::find(languages, fieldText(value), &models::Language::code);
    return language != languages.end() && language->isDisputed
               ? HintTexts::tr("Not every source lists this language.")
               : QString();
}

QString templateHint(const Json &value, const models::Catalogue &catalogue)
{
    const models::TemplateType *type = catalogue.templateTypeById(fieldText(value));
    return type ? HintTexts::tr("Template of %1").arg(type->name) : QString();
}

} // namespace

QString fieldHint(const FieldRule &rule, const Json *value, const models::Catalogue &catalogue)
{
    if (!value || fieldText(*value).isEmpty())
        return {};
    if (rule.name == QLatin1String("to"))
        return recipientHint(*value);
    if (rule.unit == QLatin1String("s"))
        return durationHint(*value);
    if (rule.name == QLatin1String("pin") || rule.name == QLatin1String("message.body"))
        return HintTexts::tr("%n character(s)", nullptr, characterCount(fieldText(*value)));
    if (rule.name == QLatin1String("templateLang"))
        return languageHint(*value, catalogue);
    if (rule.name == QLatin1String("templateId"))
        return templateHint(*value, catalogue);
    return {};
}

QString sentText(const Json &value, const Json &resolved)
{
    const QString shown = models::withHiddenShown(fieldText(resolved));
    //: %1 is the value of a field as it goes into the request
    return shown == fieldText(value) ? QString() : HintTexts::tr("Sent as: %1").arg(shown);
}

QString stepSummary(const Json &step)
{
    QStringList parts;
    if (const Json *to = fieldIn(step, QStringLiteral("to")))
        parts.append(HintTexts::tr("to %1").arg(recipientText(*to)));
    if (const Json *ttl = fieldIn(step, QStringLiteral("ttl")))
        parts.append(HintTexts::tr("ttl %1").arg(
            ttl->is_number_integer()
                ? models::durationText(std::chrono::seconds(ttl->get<qint64>()))
                : fieldText(*ttl)));
    if (const Json *from = fieldIn(step, QStringLiteral("from")))
        parts.append(HintTexts::tr("from %1").arg(models::withHiddenShown(fieldText(*from))));
    if (const Json *type = fieldIn(step, QStringLiteral("templateType")))
        parts.append(fieldText(*type));
    return parts.join(QStringLiteral(" · "));
}

} // namespace otpscope::ui
