// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/clock.h"

#include <QDateTime>
#include <QTimeZone>

namespace otpscope::models {

namespace {

/// With leading zeros.
void writeDigits(char *to, int digits, unsigned number)
{
    for (int i = digits - 1; i >= 0; --i) {
        to[i] = static_cast<char>('0' + number % 10);
        number /= 10;
    }
}

} // namespace

QString toIsoUtc(Instant instant)
{
    using namespace std::chrono;
    const auto day = floor<days>(instant);
    const year_month_day date(day);
    const auto year = static_cast<int>(date.year());
    constexpr int lastYear = 9999;
    if (year >= 0 && year <= lastYear) {
        // By hand, for it is done a dozen times for each webhook: QDateTime takes ten times as long.
        const hh_mm_ss time(instant - day);
        char text[] = "0000-00-00T00:00:00.000Z";
        writeDigits(text, 4, static_cast<unsigned>(year));
        writeDigits(text + 5, 2, static_cast<unsigned>(date.month()));
        writeDigits(text + 8, 2, static_cast<unsigned>(date.day()));
        writeDigits(text + 11, 2, static_cast<unsigned>(time.hours().count()));
        writeDigits(text + 14, 2, static_cast<unsigned>(time.minutes().count()));
        writeDigits(text + 17, 2, static_cast<unsigned>(time.seconds().count()));
        writeDigits(text + 20, 3, static_cast<unsigned>(time.subseconds().count()));
        return QString::fromLatin1(text, sizeof text - 1);
    }
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), Qt::UTC)
        .toString(Qt::ISODateWithMs);
}

std::optional<Instant> fromIso(const QString &text)
{
    QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    if (parsed.timeSpec() == Qt::LocalTime)
        parsed.setTimeSpec(Qt::UTC);
    return Instant{std::chrono::milliseconds{parsed.toMSecsSinceEpoch()}};
}

} // namespace otpscope::models
