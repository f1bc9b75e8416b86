// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/core/ids.h"
#include "models/core/json.h"
#include "models/core/result.h"
#include "models/run/observation.h"

#include <QString>

#include <optional>
#include <vector>

namespace otpscope::models {

/// One step as the service reported it. Absent and null fields are empty; texts keep the
/// service's spelling. Source: tracking response (docs.routee.net tracking-deliveries), and the
/// step echo of the send response.
struct StepSnapshot
{
    TrackingId trackingId;
    QString role;
    QString status;
    /// "viber" or "sms" in tracking; derived from `type` ("ViberOtp", "Sms") in a send echo.
    QString channel;
    QString phoneNumber;
    QString label;
    QString detailedStatus;
    QString errorMessage;
    QString country;
    QString operatorName;
    TrackingId failoverFrom;
    /// Only in a send echo.
    std::optional<int> order;
    std::optional<Instant> createdAt;
    std::optional<Instant> sentAt;
    std::optional<Instant> deliveredAt;
    std::optional<double> price;
    std::optional<double> latencyMs;

    friend bool operator==(const StepSnapshot &, const StepSnapshot &) = default;
};

/// The flow's state as parsed out of one observation.
struct Snapshot
{
    FlowId flowId;
    QString status;
    /// 0 server error, 1 insufficient balance, 2 no next step, 3 failover not triggered.
    std::optional<int> statusCode;
    QString error;
    /// Send answer only: "Viber" or "Sms", the channel that accepted.
    QString type;
    std::optional<double> totalCost;
    std::optional<Instant> createdAt;
    std::vector<StepSnapshot> steps;

    friend bool operator==(const Snapshot &, const Snapshot &) = default;
};

/// Why a body is no snapshot. Such an observation is kept and shown as not understood.
struct NotUnderstood
{
    enum class Kind {
        /// The exchange itself brought nothing (see Observation::problem).
        NoBody,
        NotJson,
        /// JSON, but neither an object nor anything with flowId, status or steps.
        StrangeShape,
        /// An HTTP status that is not 2xx; the body is an error, not a state.
        ErrorAnswer,
    };
    Kind kind = Kind::StrangeShape;
    std::optional<JsonProblem> json;

    friend bool operator==(const NotUnderstood &, const NotUnderstood &) = default;
};

/// Reads a send answer (flow[] or steps[]), a tracking answer or a webhook body. Tolerates unknown
/// fields, missing fields, strings where numbers are usual and the reverse; a field of a type that
/// makes no sense counts as absent.
[[nodiscard]] Result<Snapshot, NotUnderstood> readSnapshot(const Observation &observation);
/// The same for a bare body, for instance a line of a log someone pasted.
[[nodiscard]] Result<Snapshot, NotUnderstood> readSnapshot(const QByteArray &body);

/// The service's error in an answer that is not 2xx: the first of detail (text or list),
/// developerMessage (with entity and properties), error_description, error, message, or the same
/// within a detail or error that is an object; else the start of the raw text, of a web page its
/// title. Places are looked for in `request`, the body that was sent, where a bare name of
/// `properties` is meant at every step that has it. Runs of four or more digits are masked, since a service may quote the pin or
/// the number it was sent.
/// GUESS: routee-api section 7; no copy of the service's own error body was ever seen.
struct ServiceError
{
    struct Place
    {
        /// JSON Pointer into the request, for instance "/flow/0/ttl"; empty where unknown.
        QString pointer;
        QString message;
        friend bool operator==(const Place &, const Place &) = default;
    };
    QString message;
    std::vector<Place> places;

    friend bool operator==(const ServiceError &, const ServiceError &) = default;
};
[[nodiscard]] ServiceError readServiceError(const QByteArray &body,
                                            const QByteArray &request = {});

} // namespace otpscope::models
