// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/core/ids.h"
#include "models/flow/flow.h"
#include "models/run/observation.h"

#include <QMetaType>
#include <QString>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

namespace otpscope::models {

// All instants here are on the service clock where the observation tells it, else on the wall
// clock of this machine.

enum class Subject {
    Flow,
    Step,
};

/// A change the state machine derived from a snapshot.
struct Transition
{
    Instant at;
    Subject subject = Subject::Flow;
    /// 0 for the flow.
    int order = 0;
    /// In the service's spelling; empty for the first status seen.
    QString from;
    QString to;
    ObservationSource source = ObservationSource::Send;
    ObservationId observation;

    friend bool operator==(const Transition &, const Transition &) = default;
};

/// Why a next channel is tried.
enum class FailoverReason {
    /// A status that triggers failover (API document 4.3).
    TriggerStatus,
    /// failoverOnDelivered: ttl seconds after Delivered (API document 4.2).
    DeliveredPlusTtl,
    /// A next step was seen, and nothing before it explains why.
    Unexplained,
};

/// A failover that happened.
struct Failover
{
    int fromOrder = 0;
    int toOrder = 0;
    FailoverReason reason = FailoverReason::Unexplained;
    /// The status of the earlier step that explains it, in the service's spelling; empty where
    /// Unexplained.
    QString trigger;
    /// When the rule demanded it; nothing where Unexplained.
    std::optional<Instant> dueAt;
    /// The next step's own created_at, else when it was first seen.
    Instant firedAt;
    ObservationId observation;

    friend bool operator==(const Failover &, const Failover &) = default;
};

/// A failover still to come.
struct DueFailover
{
    enum class Condition {
        /// The step has no final status yet: failover follows if the service reports Expired, which
        /// it should when ttl is over.
        IfExpired,
        /// Delivered with failoverOnDelivered: follows unless SEEN comes first.
        UnlessSeen,
        /// A trigger status was reported; the next step has not been seen yet.
        Triggered,
    };
    int fromOrder = 0;
    int toOrder = 0;
    Channel fromChannel = Channel::Unknown;
    Channel toChannel = Channel::Unknown;
    Condition condition = Condition::IfExpired;
    Instant dueAt;

    friend bool operator==(const DueFailover &, const DueFailover &) = default;
};

/// One step of the run, tried or still waiting.
struct StepState
{
    /// The document's `order`; for a step the service reported beyond the document, the next free.
    int order = 0;
    Channel channel = Channel::Unknown;
    /// As the service spelled it; empty while waiting.
    QString channelText;
    TrackingId trackingId;
    /// In the service's spelling; empty while waiting, and until the service says one.
    QString status;
    QString detailedStatus;
    QString errorMessage;
    std::optional<double> price;
    std::chrono::seconds ttl{0};
    bool failoverOnDelivered = false;
    /// False for a step the service reported that the document does not have.
    bool isInDocument = true;
    std::optional<Instant> startedAt;
    TimeKind startKind = TimeKind::Told;
    std::optional<Instant> deliveredAt;
    /// When the status became final.
    std::optional<Instant> concludedAt;
    TimeKind conclusionKind = TimeKind::Told;

    /// A send answer may name the message without a status; then `status` is still empty.
    [[nodiscard]] bool isTried() const { return !status.isEmpty() || !trackingId.isEmpty(); }
    [[nodiscard]] std::optional<Instant> ttlEndsAt() const
    {
        return startedAt ? std::optional(*startedAt + ttl) : std::nullopt;
    }

    friend bool operator==(const StepState &, const StepState &) = default;
};

enum class Conclusion {
    /// Something can still happen by a documented rule.
    Open,
    /// The last tried step is final and no failover follows.
    StepsFinal,
    /// Viber SEEN (API document 4.3).
    Seen,
    /// Delivered, no failover follows, and the ttl during which SEEN could come is over.
    DeliveredAndTtlOver,
    /// The send was answered with status Failed (HTTP 200 or not), or refused with 4xx.
    SendFailed,
    /// Nobody can know whether anything was sent: no whole answer, one that is not understood, or
    /// 5xx, of which no document says whether it comes before or after the message went out.
    SendOutcomeUnknown,
    /// The service ended the flow as Failed although a next step was due.
    EndedByService,
};

struct ObservationCounts
{
    qint64 send = 0;
    qint64 poll = 0;
    qint64 webhook = 0;
    qint64 notUnderstood = 0;

    friend bool operator==(const ObservationCounts &, const ObservationCounts &) = default;
};

/// Where a run stands. A small value, independent of the number of observations.
struct RunState
{
    FlowId flowId;
    /// The flow's status in the service's spelling; of a send answer until tracking says more.
    QString status;
    std::optional<int> statusCode;
    QString error;
    /// True while `status` comes from the send answer, where "Succeeded" means accepted only.
    bool isStatusFromSend = true;
    Conclusion conclusion = Conclusion::Open;
    std::optional<Instant> sentAt;
    std::optional<Instant> concludedAt;
    TimeKind conclusionKind = TimeKind::Told;
    std::optional<double> totalCost;
    /// In the order the service takes them, then those the document does not have.
    std::vector<StepState> steps;
    std::optional<DueFailover> due;
    ObservationCounts counts;
    /// The newest time seen on the service clock, and how fast it runs there.
    std::optional<ServiceClockReading> serviceClock;
    /// Wall clock at which `serviceClock` was read.
    std::optional<Instant> serviceClockReadAt;

    [[nodiscard]] bool isConcluded() const { return conclusion != Conclusion::Open; }
    /// Service time at this wall time, from the newest reading; the wall time itself without one.
    [[nodiscard]] Instant serviceTimeAt(Instant wall) const;
    /// Channel of the last step that was Delivered or Seen; Unknown where none was.
    [[nodiscard]] Channel terminatingChannel() const;

    friend bool operator==(const RunState &, const RunState &) = default;
};

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::RunState)
