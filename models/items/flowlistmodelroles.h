// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace otpscope::models {

enum FlowListModelColumn {
    FlowListTitleColumn,
    FlowListColumnCount,
};

/// Raw values, the same in every column of a row.
enum FlowListModelRole {
    /// QString
    FlowListKeyRole = Qt::UserRole,
    /// QString
    FlowListTitleRole,
    /// bool
    FlowListIsExampleRole,
    /// QByteArray, the document
    FlowListTextRole,
};

} // namespace otpscope::models
