// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fieldvalue.h"

#include <QRegularExpression>

#include <utility>
#include <vector>

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
        if (const auto duration = parseDuration(text))
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

std::optional<qint64> secondsPerUnit(const QString &unit)
{
    static const std::vector<std::pair<qint64, QStringList>> units{
        {1,
         {QString(), QStringLiteral("s"), QStringLiteral("sec"), QStringLiteral("second"),
          QStringLiteral("seconds")}},
        {60,
         {QStringLiteral("m"), QStringLiteral("min"), QStringLiteral("minute"),
          QStringLiteral("minutes")}},
        {3600, {QStringLiteral("h"), QStringLiteral("hour"), QStringLiteral("hours")}},
        {86400, {QStringLiteral("d"), QStringLiteral("day"), QStringLiteral("days")}},
    };
    for (const auto &[seconds, names] : units) {
        if (names.contains(unit))
            return seconds;
    }
    return std::nullopt;
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

std::optional<std::chrono::seconds> parseDuration(const QString &text)
{
    static const QRegularExpression part(QStringLiteral(R"((\d{1,9})\s*([a-z]*)\s*)"));
    const QString lower = text.trimmed().toLower();
    qint64 seconds = 0;
    qsizetype position = 0;
    int bareNumbers = 0;
    int parts = 0;
    while (position < lower.size()) {
        const auto match = part.match(lower, position, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        const auto unit = secondsPerUnit(match.captured(2));
        if (!match.hasMatch() || !unit)
            return std::nullopt;
        seconds += match.captured(1).toLongLong() * *unit;
        bareNumbers += match.capturedView(2).isEmpty() ? 1 : 0;
        position = match.capturedEnd();
        ++parts;
    }
    // "5 10" could mean anything.
    if (parts == 0 || (bareNumbers > 0 && parts > 1))
        return std::nullopt;
    return std::chrono::seconds(seconds);
}

int characterCount(const QString &text)
{
    return int(text.toUcs4().size());
}

} // namespace otpscope::ui
