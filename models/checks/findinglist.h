// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"

#include <utility>
#include <vector>

namespace otpscope::models {

/// Collects what the checks find; the severity comes from the table of rules.
class FindingList final
{
public:
    /// `rule` must be in flowRules(). `values` never hold pins or phone numbers: findings reach
    /// logs and exports.
    void add(const char *rule, const QString &pointer, const QStringList &values = {});

    [[nodiscard]] std::vector<Finding> take() { return std::exchange(m_findings, {}); }

private:
    std::vector<Finding> m_findings;
};

} // namespace otpscope::models
