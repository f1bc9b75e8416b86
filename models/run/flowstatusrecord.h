// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"

#include <QString>

#include <compare>
#include <optional>
#include <utility>
#include <vector>

namespace otpscope::models {

/// What one observation said of the flow's own status.
struct FlowReport
{
    /// Not empty.
    QString status;
    /// When the observation was made on the service clock; of a send answer, when the flow was
    /// created, where it says so.
    Instant at;
    /// False for the answer to the send, where "Succeeded" means accepted only.
    bool isFromTracking = false;
    /// How far the steps of that snapshot were.
    int progress = 0;
    std::optional<int> statusCode;
    QString error;
};

/// Where a status was taken from; compared member by member, the greater one holds.
struct FlowStatusRank
{
    bool isFromTracking = false;
    int progress = 0;
    int status = 0;
    friend auto operator<=>(const FlowStatusRank &, const FlowStatusRank &) = default;
};

/// Everything that was reported of the flow's own status, kept so that the outcome does not depend
/// on the order in which the reports came. Bounded, however many there are.
class FlowStatusRecord
{
public:
    struct Entry
    {
        /// As it was spelled where it was reported first at `rank`.
        QString status;
        FlowStatusRank rank;
        /// The earliest time of a report of this rank.
        Instant since;
        std::optional<int> statusCode;
        QString error;
        /// Where code and error were taken from.
        std::pair<FlowStatusRank, Instant> codeFrom;
        std::pair<FlowStatusRank, Instant> errorFrom;
    };

    void take(const FlowReport &report);
    /// The status the flow has: from the furthest snapshot; of two from equally far ones an end
    /// before anything else, then the one that was reported for the earlier time, then by name.
    /// Nullptr before the first report.
    [[nodiscard]] const Entry *standing() const;

private:
    std::vector<Entry> m_entries;
};

} // namespace otpscope::models
