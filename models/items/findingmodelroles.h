// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace otpscope::models {

enum FindingModelColumn {
    FindingSeverityColumn,
    FindingRuleColumn,
    FindingPointerColumn,
    FindingSentenceColumn,
    FindingSourceColumn,
    FindingColumnCount,
};

/// Raw values, the same in every column of a row.
enum FindingModelRole {
    /// int, models::Severity
    FindingSeverityRole = Qt::UserRole,
    /// QString
    FindingRuleRole,
    /// QString, RFC 6901
    FindingPointerRole,
    /// QStringList
    FindingValuesRole,
    /// QVariantList of qint64, ids of observations
    FindingEvidenceRole,
    /// QString, translated
    FindingSentenceRole,
    /// QString, translated: what the rule stands on; empty for rules about our own work
    FindingSourceRole,
};

} // namespace otpscope::models
