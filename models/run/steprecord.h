// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/runstate.h"
#include "models/run/snapshot.h"
#include "models/run/statusmeaning.h"

#include <compare>
#include <optional>
#include <vector>

namespace otpscope::models {

/// Where a step report came from.
struct ReportContext
{
    /// The observation's time on the service clock.
    Instant serviceAt;
    /// When the flow was created; only a send answer says it.
    std::optional<Instant> flowCreatedAt;
    ObservationSource source = ObservationSource::Send;
};

/// A status that was reported for a step at least once, whether it was taken or not.
struct ReportedStatus
{
    QString status;
    StatusMeaning meaning;
    /// The earliest service time at which anything reported it.
    Instant firstAt;
};

/// What a report was worth to what is known of the step.
enum class ReportNews {
    Agrees,
    /// The step is now known to be tried, or has another status.
    Changed,
    Older,
    /// Another final status of the same rank; the first one stays.
    Contradicts,
};

/// Everything that was reported about one step, kept so that the outcome does not depend on the
/// order in which the reports came. Bounded, however many reports there are.
class StepRecord
{
public:
    /// Takes one report into `step`. `report` has a trackingId or a status.
    [[nodiscard]] ReportNews take(const StepSnapshot &report, const ReportContext &context,
                                  const Catalogue &catalogue, StepState &step);

    [[nodiscard]] const std::vector<ReportedStatus> &reportedStatuses() const { return m_statuses; }
    /// What the step's status means; of the lowest rank while it has none.
    [[nodiscard]] const StatusMeaning &meaning() const { return m_meaning; }
    /// When the step appeared: its own created_at, else the first report of it.
    [[nodiscard]] Instant appearedAt() const;
    /// When Delivered was reached, by the service's own word where there is one.
    [[nodiscard]] std::optional<Instant> deliveredAt(const StepState &step) const;
    /// Nothing where SEEN was never reported.
    [[nodiscard]] std::optional<Instant> seenAt() const;
    /// When the service first reported what is now the step's status.
    [[nodiscard]] std::optional<Instant> statusAt(const StepState &step) const;
    /// The time to note for the change to what is now the step's status, first reported at
    /// `reportedAt`.
    [[nodiscard]] Instant transitionAt(const StepState &step, bool isFirstStatus,
                                       Instant reportedAt) const;

private:
    /// How good a source of startedAt is; better ones replace worse.
    enum class StartSource {
        None,
        FirstReport,
        FlowCreated,
        StepCreated,
        StepSent,
    };

    /// Below every rank of the catalogue.
    static constexpr int noRank = -1;
    /// How far the step was in a report, and when that was made.
    struct FieldRank
    {
        int status = noRank;
        Instant at;
        friend auto operator<=>(const FieldRank &, const FieldRank &) = default;
    };

    [[nodiscard]] ReportNews takeStatus(const QString &status, const StatusMeaning &meaning,
                                        StepState &step);
    [[nodiscard]] bool remember(const QString &status, const StatusMeaning &meaning, Instant at);
    void takeTimes(const StepSnapshot &report, const ReportContext &context, StepState &step);
    void takeStart(StartSource source, std::optional<Instant> at, StepState &step);
    void takeFields(const StepSnapshot &report, const FieldRank &rank, StepState &step);
    void updateConclusion(StepState &step) const;

    std::vector<ReportedStatus> m_statuses;
    StatusMeaning m_meaning{.rank = noRank};
    StartSource m_startSource = StartSource::None;
    std::optional<Instant> m_createdAt;
    std::optional<Instant> m_firstReportAt;
    // Where the fields were taken from; those of a lower rank never replace those of a higher one.
    FieldRank m_priceRank;
    FieldRank m_detailRank;
    FieldRank m_errorRank;
};

} // namespace otpscope::models
