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
    FindingList() = default;
    /// Drops what is less severe than `least`.
    explicit FindingList(Severity least) : m_least(least) {}

    /// Where not, the check need not be made. Severity begins with the most severe.
    [[nodiscard]] bool wants(Severity severity) const { return severity <= m_least; }
    /// `rule` must be in flowRules(). `values` never hold pins or phone numbers: findings reach
    /// logs and exports.
    void add(const char *rule, const QString &pointer, const QStringList &values = {});

    [[nodiscard]] std::vector<Finding> take() { return std::exchange(m_findings, {}); }

private:
    Severity m_least = Severity::Info;
    std::vector<Finding> m_findings;
};

} // namespace otpscope::models
