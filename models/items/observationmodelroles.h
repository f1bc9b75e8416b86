// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace otpscope::models {

enum ObservationModelColumn {
    ObservationTimeColumn,
    ObservationSourceColumn,
    ObservationStatusesColumn,
    ObservationHttpStatusColumn,
    ObservationSizeColumn,
    ObservationColumnCount,
};

/// Raw values, the same in every column of a row.
enum ObservationModelRole {
    /// qint64
    ObservationIdRole = Qt::UserRole,
    /// int, models::ObservationSource
    ObservationSourceRole,
    /// qint64, milliseconds since 1970 UTC
    ObservationArrivedAtRole,
    /// qint64, milliseconds since 1970 UTC on the service clock
    ObservationServiceAtRole,
    /// int, models::TransportProblem
    ObservationProblemRole,
    /// int, models::Contribution
    ObservationContributionRole,
    /// int; 0 where there is none
    ObservationHttpStatusRole,
    /// int
    ObservationBodyBytesRole,
    /// QString
    ObservationStatusesRole,
};

} // namespace otpscope::models
