// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace otpscope::models {

enum TransitionModelColumn {
    TransitionAtColumn,
    TransitionSubjectColumn,
    TransitionFromColumn,
    TransitionToColumn,
    TransitionSourceColumn,
    TransitionColumnCount,
};

/// Raw values, the same in every column of a row.
enum TransitionModelRole {
    /// qint64, milliseconds since 1970 UTC on the service clock
    TransitionAtRole = Qt::UserRole,
    /// int, models::Subject
    TransitionSubjectRole,
    /// int; 0 for the flow
    TransitionOrderRole,
    /// QString; empty for the first status
    TransitionFromRole,
    /// QString
    TransitionToRole,
    /// int, models::ObservationSource
    TransitionSourceRole,
    /// qint64, id of the observation that showed it
    TransitionObservationRole,
};

} // namespace otpscope::models
