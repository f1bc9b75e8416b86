// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/durations.h"

#include <QRegularExpression>
#include <QStringList>

#include <utility>

namespace otpscope::models {

namespace {

using Units = std::vector<std::pair<qint64, QStringList>>;

/// Nothing where no unit is called that.
std::optional<qint64> secondsPer(const QString &unit, const Units &units)
{
    for (const auto &[seconds, names] : units) {
        if (names.contains(unit))
            return seconds;
    }
    return std::nullopt;
}

const Units &typedUnits()
{
    static const Units units{
        {1,
         {QString(), QStringLiteral("s"), QStringLiteral("sec"), QStringLiteral("second"),
          QStringLiteral("seconds")}},
        {60,
         {QStringLiteral("m"), QStringLiteral("min"), QStringLiteral("mins"),
          QStringLiteral("minute"), QStringLiteral("minutes")}},
        {3600, {QStringLiteral("h"), QStringLiteral("hour"), QStringLiteral("hours")}},
        {86400, {QStringLiteral("d"), QStringLiteral("day"), QStringLiteral("days")}},
    };
    return units;
}

// Whole words, lower case: in a text "m" may be metres and "d" anything.
const Units &writtenUnits()
{
    static const Units units{
        {1, QStringLiteral("s sec secs second seconds sekunde sekunden seconde secondes segundo "
                           "segundos secondo secondi δευτερόλεπτο δευτερόλεπτα δευτ")
                .split(u' ')},
        {60, QStringLiteral("min mins minute minutes minuten minuto minutos minuti λεπτό λεπτά "
                            "λεπτα λεπτών")
                 .split(u' ')},
        {3600,
         QStringLiteral("h hr hrs hour hours stunde stunden std heure heures hora horas ora ore "
                        "ώρα ώρες ωρες ωρών")
             .split(u' ')},
        {86400,
         QStringLiteral("day days tag tage tagen jour jours día días giorno giorni ημέρα ημέρες "
                        "μέρα μέρες")
             .split(u' ')},
    };
    return units;
}

} // namespace

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
        const auto unit = secondsPer(match.captured(2), typedUnits());
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

std::vector<std::chrono::seconds> durationsIn(const QString &text)
{
    static const QRegularExpression mention(
        QStringLiteral(R"((?<![\d.,:])(\d{1,6})[\s\x{a0}-]?(\p{L}+))"),
        QRegularExpression::UseUnicodePropertiesOption);
    std::vector<std::chrono::seconds> durations;
    auto matches = mention.globalMatch(text.toLower());
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (const auto unit = secondsPer(match.captured(2), writtenUnits()))
            durations.emplace_back(match.captured(1).toLongLong() * *unit);
    }
    return durations;
}

} // namespace otpscope::models
