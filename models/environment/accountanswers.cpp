// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/environment/accountanswers.h"

#include "models/core/json.h"

#include <algorithm>
#include <initializer_list>
#include <string>

namespace otpscope::models {

namespace {

/// An account has a few; whatever sends more must not fill the memory.
constexpr std::size_t mostTemplates = 1'000;
constexpr std::size_t mostParameters = 50;
constexpr qsizetype longestText = 2'000;

QString firstText(const Json &object, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (const std::optional<QString> text = textMember(object, name))
            return text->left(longestText);
    }
    return {};
}

const Json *listIn(const Json &body)
{
    if (body.is_array())
        return &body;
    for (const char *name : {"templates", "results", "items", "data"}) {
        const Json *list = member(body, name);
        if (list && list->is_array())
            return list;
    }
    return nullptr;
}

/// Names, or objects that have one.
QStringList parametersOf(const Json &object)
{
    QStringList names;
    for (const char *name : {"parameters", "params", "variables"}) {
        const Json *list = member(object, name);
        if (!list || !list->is_array())
            continue;
        for (const Json &entry : *list) {
            const QString text = entry.is_string() ? toQString(entry.get<std::string>())
                                                   : firstText(entry, {"name"});
            if (!text.isEmpty() && names.size() < qsizetype(mostParameters))
                names.append(text.left(longestText));
        }
        return names;
    }
    return names;
}

std::optional<OtpTemplate> readTemplate(const Json &entry)
{
    OtpTemplate read{firstText(entry, {"templateId", "id", "uuid"}),
                     firstText(entry, {"templateType", "type", "name"}), parametersOf(entry),
                     firstText(entry, {"text", "body", "content"})};
    return read.id.isEmpty() ? std::nullopt : std::optional(std::move(read));
}

QString currencyOf(const Json &body)
{
    const Json *currency = member(body, "currency");
    if (!currency)
        return {};
    return currency->is_string() ? toQString(currency->get<std::string>())
                                 : firstText(*currency, {"code", "name", "sign"});
}

} // namespace

Result<TemplateList, NotUnderstood> readTemplates(const QByteArray &body)
{
    const auto parsed = parseJson(body);
    if (!parsed)
        return NotUnderstood{NotUnderstood::Kind::NotJson, parsed.error()};
    const Json *list = listIn(parsed.value());
    if (!list)
        return NotUnderstood{NotUnderstood::Kind::StrangeShape, std::nullopt};
    TemplateList result;
    for (const Json &entry : *list) {
        if (result.templates.size() + result.strange.size() == mostTemplates)
            break;
        if (std::optional<OtpTemplate> read = readTemplate(entry))
            result.templates.push_back(*std::move(read));
        else
            result.strange.push_back(compactJson(entry).left(longestText));
    }
    return result;
}

std::vector<OfferedTemplate> mergedTemplates(const Catalogue &catalogue,
                                             const std::vector<OtpTemplate> &account)
{
    std::vector<OfferedTemplate> merged;
    for (const TemplateType &type : catalogue.templateTypes())
        merged.push_back({{type.templateId, type.name, type.parameters, type.englishText}, true});
    for (const OtpTemplate &own : account) {
        const auto known = std::find_if(merged.begin(), merged.end(), [&](const auto &offered) {
            return offered.content.id.compare(own.id, Qt::CaseInsensitive) == 0;
        });
        if (known != merged.end())
            known->isOfAccount = true;
        else
            merged.push_back({own, false, true});
    }
    return merged;
}

std::optional<QString> readBalance(const QByteArray &body)
{
    const auto parsed = parseJson(body);
    if (!parsed)
        return std::nullopt;
    const Json *balance = member(parsed.value(), "balance");
    if (!balance || !(balance->is_number() || balance->is_string()))
        return std::nullopt;
    QString amount = balance->is_string() ? toQString(balance->get<std::string>())
                                          : QString::fromUtf8(compactJson(*balance)).trimmed();
    bool isNumber = false;
    (void)amount.toDouble(&isNumber);
    if (!isNumber)
        return std::nullopt;
    const QString currency = currencyOf(parsed.value()).simplified().left(20);
    return currency.isEmpty() ? amount : amount + QLatin1Char(' ') + currency;
}

} // namespace otpscope::models
