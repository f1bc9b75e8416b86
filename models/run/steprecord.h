// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/runstate.h"
#include "models/run/snapshot.h"
#include "models/run/statusmeaning.h"

#include <cstddef>
#include <optional>
#include <tuple>
#include <utility>
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
    /// What serviceAt is worth as the time of what is reported.
    TimeKind kind = TimeKind::Told;
};

/// A status that was reported for a step at least once, whether it was taken or not.
struct ReportedStatus
{
    /// As it was spelled first.
    QString status;
    StatusMeaning meaning;
    /// The earliest service time at which anything reported it.
    Instant firstAt;
    TimeKind kind = TimeKind::Told;
};

/// Of two final statuses of the same rank only one can have happened.
[[nodiscard]] bool exclude(const StatusMeaning &a, const StatusMeaning &b);

/// What a report was worth to what is known of the step.
enum class ReportNews {
    Agrees,
    /// The step is now known to be tried, or has another status.
    Changed,
    Older,
    /// Another final status of the same rank; the one reported for the earlier time stands.
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
    [[nodiscard]] TimeKind appearedKind() const;
    /// When Delivered was reached, by the service's own word where there is one.
    [[nodiscard]] std::optional<Instant> deliveredAt(const StepState &step) const;
    [[nodiscard]] TimeKind deliveredKind(const StepState &step) const;
    /// The service said itself when that was, and it can be.
    [[nodiscard]] static bool isDeliveryDated(const StepState &step);
    /// Nothing where SEEN was never reported.
    [[nodiscard]] std::optional<Instant> seenAt() const;
    [[nodiscard]] TimeKind seenKind() const;
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
    /// A field as the newest report of one status told it.
    template <typename Value>
    struct Field
    {
        Instant at;
        Value value;
        friend bool operator<(const Field &a, const Field &b)
        {
            return std::tie(a.at, a.value) < std::tie(b.at, b.value);
        }
    };
    /// What the reports of one status told beside it.
    struct Fields
    {
        std::optional<Field<double>> price;
        std::optional<Field<QString>> detailedStatus;
        std::optional<Field<QString>> errorMessage;
    };

    [[nodiscard]] ReportNews takeStatus(const StepSnapshot &report, const StatusMeaning &meaning,
                                        const ReportContext &context, StepState &step);
    [[nodiscard]] std::optional<size_t>
    remember(const QString &status, const StatusMeaning &meaning, const ReportContext &context);
    /// The first entry whose meaning has `property`; nullptr where none has.
    [[nodiscard]] const ReportedStatus *reported(bool StatusMeaning::*property) const;
    /// What stands for the step's present status; nullptr where it has none.
    [[nodiscard]] const ReportedStatus *current(const StepState &step) const;
    [[nodiscard]] size_t standing() const;
    void takeTimes(const StepSnapshot &report, const ReportContext &context, StepState &step);
    void takeStart(StartSource source, std::optional<Instant> at, TimeKind kind, StepState &step);
    void noteFields(Fields &fields, const StepSnapshot &report, Instant at);
    void settleFields(StepState &step) const;
    void updateConclusion(StepState &step) const;

    std::vector<ReportedStatus> m_statuses;
    /// Beside m_statuses, one for one.
    std::vector<Fields> m_fields;
    /// Of reports without a status.
    Fields m_fieldsAlone;
    StatusMeaning m_meaning{.rank = noRank};
    StartSource m_startSource = StartSource::None;
    std::optional<Instant> m_createdAt;
    std::optional<std::pair<Instant, TimeKind>> m_firstReport;
};

} // namespace otpscope::models
