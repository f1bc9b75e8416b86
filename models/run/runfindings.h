// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"

#include <vector>

namespace otpscope::models {

/// Whether two findings of one run speak of the same thing: rule, pointer and first value are the
/// same. The newer of them replaces the older.
[[nodiscard]] bool isSameSubject(const Finding &a, const Finding &b);

/// Replaces the finding about the same subject, or adds `finding` at the end.
void mergeFinding(std::vector<Finding> &findings, const Finding &finding);
void removeFinding(std::vector<Finding> &findings, const Finding &finding);

/// The findings of one run. Each rule speaks once about each subject, so their number is bounded by
/// the rules and steps, not by the observations.
class RunFindings
{
public:
    /// Adds a finding, or replaces the one about the same subject; the evidence of both is kept, up
    /// to a bound.
    void report(Finding finding);
    /// How often `report` was called for this rule and first value.
    [[nodiscard]] int timesReported(const QString &rule, const QString &firstValue) const;
    /// The findings that follow from the run's present state. Those of the call before that are
    /// missing now are withdrawn.
    void setDerived(const std::vector<Finding> &findings);

    [[nodiscard]] const std::vector<Finding> &all() const { return m_findings; }

    struct Changes
    {
        std::vector<Finding> reported;
        std::vector<Finding> withdrawn;
    };
    /// What changed since the call before.
    [[nodiscard]] Changes takeChanges();

private:
    void place(const Finding &finding);
    void withdraw(const Finding &finding);

    std::vector<Finding> m_findings;
    /// Beside m_findings, one for one.
    std::vector<int> m_timesReported;
    std::vector<Finding> m_derived;
    Changes m_changes;
};

} // namespace otpscope::models
