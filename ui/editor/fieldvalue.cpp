// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fieldvalue.h"

#include "models/flow/durations.h"

namespace otpscope::ui {

using models::FieldType;
using models::Json;

namespace {

bool isListOfTexts(const Json &value)
{
    if (!value.is_array() || value.empty())
        return false;
    for (const Json &item : value) {
        if (!item.is_string())
            return false;
    }
    return true;
}

Json textJson(const QString &text)
{
    return Json(models::toUtf8String(text));
}

Json integerValue(const QString &text, const models::FieldRule &rule)
{
    if (rule.unit == QLatin1String("s")) {
        if (const auto duration = models::parseDuration(text))
            return Json(qint64(duration->count()));
    }
    bool isInteger = false;
    const qint64 number = text.trimmed().toLongLong(&isInteger);
    return isInteger ? Json(number) : textJson(text);
}

Json textOrListValue(const QString &text, bool wasList)
{
    const QStringList parts = text.split(QLatin1Char(','));
    if (parts.size() == 1 && !wasList)
        return textJson(text);
    Json list = Json::array();
    for (const QString &part : parts)
        list.push_back(models::toUtf8String(part.trimmed()));
    return list;
}

} // namespace

QString fieldText(const Json &value)
{
    if (value.is_string())
        return models::toQString(value.get<std::string>());
    if (value.is_null())
        return {};
    if (!isListOfTexts(value))
        return QString::fromUtf8(models::compactJson(value));
    QStringList texts;
    for (const Json &item : value)
        texts.append(models::toQString(item.get<std::string>()));
    return texts.join(QLatin1String(", "));
}

Json fieldValue(const QString &text, const models::FieldRule &rule, bool wasList)
{
    switch (rule.type) {
    case FieldType::Integer:
        return integerValue(text, rule);
    case FieldType::TextOrList:
        return textOrListValue(text, wasList);
    case FieldType::Text:
    case FieldType::Boolean:
    case FieldType::Object:
    case FieldType::Array:
        return textJson(text);
    }
    Q_UNREACHABLE();
}

int characterCount(const QString &text)
{
    return int(text.toUcs4().size());
}

} // namespace otpscope::ui
