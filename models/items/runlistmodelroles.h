// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace otpscope::models {

enum RunListModelColumn {
    RunListTimeColumn,
    RunListTitleColumn,
    RunListHeadlineColumn,
    RunListColumnCount,
};

/// Raw values, the same in every column of a row.
enum RunListModelRole {
    /// QString
    RunListIdRole = Qt::UserRole,
    /// qint64, milliseconds since 1970 UTC
    RunListCreatedAtRole,
    /// QString
    RunListTitleRole,
    /// QString
    RunListEnvironmentRole,
    /// int, models::Conclusion
    RunListConclusionRole,
    /// int, models::Channel
    RunListTerminatingChannelRole,
    /// int
    RunListErrorFindingsRole,
    /// QString, translated; empty until the run was looked at
    RunListHeadlineRole,
};

} // namespace otpscope::models
