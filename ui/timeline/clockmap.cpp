// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/clockmap.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace otpscope::ui {

using namespace std::chrono_literals;

namespace {

// Networks take their time, and differ: this much is no turn of the clock.
constexpr std::chrono::milliseconds tolerance = 50ms;
// Pairs closer than this tell no pace.
constexpr std::chrono::milliseconds leastDistance = 500ms;
constexpr std::size_t mostKnots = 4096;

QDateTime dateTimeOf(models::Instant at, TimeClock clock)
{
    const qint64 ms = at.time_since_epoch().count();
    return clock == TimeClock::Wall ? QDateTime::fromMSecsSinceEpoch(ms)
                                    : QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc());
}

} // namespace

void ClockMap::add(models::Instant service, models::Instant wall)
{
    if (m_knots.empty()) {
        m_knots.push_back({service, wall});
        return;
    }
    if (service <= m_knots.back().service || wall <= m_knots.back().wall)
        return;
    const std::size_t count = m_knots.size();
    const bool isForetold = count > 1 && std::chrono::abs(wallAt(service) - wall) <= tolerance;
    const bool isClose = count > 1 && wall - m_knots[count - 2].wall < leastDistance;
    if (isForetold || isClose || count == mostKnots)
        m_knots.back() = {service, wall};
    else
        m_knots.push_back({service, wall});
}

models::Instant ClockMap::wallAt(models::Instant service) const
{
    if (m_knots.empty())
        return service;
    if (m_knots.size() == 1)
        return m_knots.front().wall + (service - m_knots.front().service);
    auto behind = std::ranges::upper_bound(m_knots, service, {}, &Knot::service);
    behind = std::clamp(behind, std::next(m_knots.begin()), std::prev(m_knots.end()));
    const Knot &from = *std::prev(behind);
    const Knot &to = *behind;
    const double pace =
        double((to.wall - from.wall).count()) / double((to.service - from.service).count());
    return from.wall +
           std::chrono::milliseconds(std::llround(pace * double((service - from.service).count())));
}

QString clockText(models::Instant at, TimeClock clock, Offset step)
{
    const QDateTime time = dateTimeOf(at, clock);
    if (step >= 24h)
        return QLocale().toString(time, QStringLiteral("d MMM HH:mm"));
    return time.toString(step >= 1min ? QStringLiteral("HH:mm")
                         : step >= 1s ? QStringLiteral("HH:mm:ss")
                                      : QStringLiteral("HH:mm:ss.zzz"));
}

Offset phaseOf(models::Instant at, TimeClock clock)
{
    return Offset(dateTimeOf(at, clock).time().msecsSinceStartOfDay());
}

} // namespace otpscope::ui
