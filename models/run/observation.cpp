// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/observation.h"

#include "models/run/headfield.h"

#include <cmath>

namespace otpscope::models {

namespace {

constexpr char serviceClockHeader[] = "otpscope-service-clock";

std::optional<double> readSpeed(const QByteArray &parameter)
{
    const QByteArray trimmed = parameter.trimmed();
    if (!trimmed.toLower().startsWith("speed="))
        return std::nullopt;
    bool isNumber = false;
    const double speed = trimmed.mid(6).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(speed) || speed < 0)
        return std::nullopt;
    return speed;
}

} // namespace

const QByteArray &reportedBody(const Observation &observation)
{
    return observation.source == ObservationSource::Webhook ? observation.exchange.requestBody
                                                            : observation.exchange.answerBody;
}

const QByteArray &reportedHead(const Observation &observation)
{
    return observation.source == ObservationSource::Webhook ? observation.exchange.requestHead
                                                            : observation.exchange.answerHead;
}

std::optional<ServiceClockReading> readServiceClock(const QByteArray &head)
{
    const std::optional<QByteArray> value = headField(head, serviceClockHeader);
    if (!value)
        return std::nullopt;
    const qsizetype semicolon = value->indexOf(';');
    const QByteArray time = semicolon < 0 ? *value : value->left(semicolon).trimmed();
    const std::optional<Instant> at = fromIso(QString::fromLatin1(time));
    const std::optional<double> speed =
        semicolon < 0 ? std::optional(1.0) : readSpeed(value->mid(semicolon + 1));
    if (!at || !speed)
        return std::nullopt;
    return ServiceClockReading{*at, *speed};
}

QByteArray serviceClockHeaderValue(const ServiceClockReading &reading)
{
    return toIsoUtc(reading.at).toLatin1() + "; speed=" + QByteArray::number(reading.speed, 'g', 12);
}

TimeKind timeKindOf(const Observation &observation)
{
    if (!observation.isTimeKnown)
        return TimeKind::Unknown;
    return observation.source == ObservationSource::Poll ? TimeKind::ByThen : TimeKind::Told;
}

Instant serviceTimeOf(const Observation &observation)
{
    const std::optional<ServiceClockReading> reading = readServiceClock(reportedHead(observation));
    return reading ? reading->at : observation.arrivedAt;
}

} // namespace otpscope::models
