// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace otpscope::models {

enum FlowListModelColumn {
    FlowListTitleColumn,
    FlowListColumnCount,
};

/// Where a flow comes from, in the order of the list.
enum class FlowGroup {
    /// Of the API document.
    Example,
    /// One for each template type.
    Template,
    /// One for each scenario of the simulator.
    Scenario,
    /// The person's own, in the library's folder or elsewhere.
    Own,
};

/// Raw values, the same in every column of a row.
enum FlowListModelRole {
    /// QString
    FlowListKeyRole = Qt::UserRole,
    /// QString; Qt::EditRole too, for the person's own
    FlowListTitleRole,
    /// int, of FlowGroup
    FlowListGroupRole,
    /// QByteArray, the document
    FlowListTextRole,
};

} // namespace otpscope::models
