// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/core/ids.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <optional>

namespace otpscope::models {

/// What kind of exchange an observation was.
enum class ObservationSource {
    Send,
    Poll,
    Webhook,
};

/// Why an exchange that we began brought no complete answer. None for webhooks and for complete
/// answers of whatever HTTP status.
enum class TransportProblem {
    None,
    /// Nothing was listening, or the name was not found: the request never left.
    CouldNotConnect,
    TlsRefused,
    /// The connection broke, or the time was over, after the request may have left. For a send this
    /// means: sent or not is unknown.
    NoAnswer,
    /// An answer began and was cut short.
    AnswerCut,
    AnswerTooLarge,
    /// A 3xx; never followed.
    Redirected,
    /// No token could be had, so the request was never made.
    NoToken,
    Cancelled,
};

/// The two halves of one HTTP exchange, byte for byte as they were on the wire, except that the
/// value of an Authorization header is replaced by "***" before it gets here.
struct Exchange
{
    /// Start line and header block, with line ends, without the body. May be empty where the Qt
    /// network classes do not show it; then it is composed from what was asked of them.
    QByteArray requestHead;
    QByteArray requestBody;
    /// Empty where no answer came.
    QByteArray answerHead;
    QByteArray answerBody;
    /// 0 where no answer came.
    int answerStatus = 0;

    friend bool operator==(const Exchange &, const Exchange &) = default;
};

/// The clock the service lives by, as read from an answer or webhook. Only our simulator says it
/// (header "OtpScope-Service-Clock", see readServiceClock).
struct ServiceClockReading
{
    Instant at;
    /// Service seconds for each wall second; 0 is frozen.
    double speed = 1.0;

    friend bool operator==(const ServiceClockReading &, const ServiceClockReading &) = default;
};

/// What the time of something stands on that was reported; the best first.
enum class TimeKind {
    /// The service's own word, or something that comes when it happens: a webhook, an answer to a
    /// send.
    Told,
    /// A poll showed it. It had happened by then, nobody knows how long before.
    ByThen,
    /// Nothing tells it: the time is there for the order alone.
    Unknown,
};

/// One thing seen on the wire. Never changed once stored, never thrown away; everything else is
/// derived from these.
struct Observation
{
    ObservationId id;
    /// Empty for a webhook that belongs to no run (otpscope-cli receive).
    RunId run;
    ObservationSource source = ObservationSource::Webhook;
    /// Wall clock of this machine. For a send or poll the time the answer was complete.
    Instant arrivedAt;
    /// For a send or poll, when the request left. Same as arrivedAt for a webhook.
    Instant startedAt;
    TransportProblem problem = TransportProblem::None;
    /// The network layer's own words for `problem`; English, for the inspector.
    QString problemDetail;
    Exchange exchange;
    /// False where nobody noted the arrival, as on a bare line of a log. Then both times only put
    /// it behind what came before it and behind what it speaks of.
    bool isTimeKnown = true;

    friend bool operator==(const Observation &, const Observation &) = default;
};

/// The JSON that reports the flow's state: the request body of a webhook, the answer body else.
[[nodiscard]] const QByteArray &reportedBody(const Observation &observation);
/// The head that came from the service: the request's of a webhook, the answer's else.
[[nodiscard]] const QByteArray &reportedHead(const Observation &observation);

/// Reads "OtpScope-Service-Clock: 2026-11-23T10:02:18.250Z; speed=60" out of a raw head (name
/// without regard to case). Nothing where the header is absent or malformed, as with the real
/// service: then the service clock is assumed to be this machine's.
[[nodiscard]] std::optional<ServiceClockReading> readServiceClock(const QByteArray &head);
/// The value written for that header.
[[nodiscard]] QByteArray serviceClockHeaderValue(const ServiceClockReading &reading);
/// What the time of a status stands on that this observation reports.
[[nodiscard]] TimeKind timeKindOf(const Observation &observation);
/// When the observation was made on the service clock; its arrival where nothing tells that clock.
[[nodiscard]] Instant serviceTimeOf(const Observation &observation);

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::Observation)
