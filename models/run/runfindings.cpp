// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/runfindings.h"

#include <algorithm>

namespace otpscope::models {

namespace {

constexpr size_t maximumEvidence = 16;

auto findSubject(std::vector<Finding> &findings, const Finding &finding)
{
    return std::find_if(findings.begin(), findings.end(), [&finding](const Finding &other) {
        return isSameSubject(other, finding);
    });
}

void addEvidence(std::vector<ObservationId> &evidence, const std::vector<ObservationId> &more)
{
    for (const ObservationId id : more) {
        if (evidence.size() == maximumEvidence)
            return;
        if (std::find(evidence.begin(), evidence.end(), id) == evidence.end())
            evidence.push_back(id);
    }
}

} // namespace

bool isSameSubject(const Finding &a, const Finding &b)
{
    return a.rule == b.rule && a.pointer == b.pointer && a.values.value(0) == b.values.value(0);
}

void mergeFinding(std::vector<Finding> &findings, const Finding &finding)
{
    const auto known = findSubject(findings, finding);
    if (known == findings.end())
        findings.push_back(finding);
    else
        *known = finding;
}

void removeFinding(std::vector<Finding> &findings, const Finding &finding)
{
    const auto known = findSubject(findings, finding);
    if (known != findings.end())
        findings.erase(known);
}

void RunFindings::report(Finding finding)
{
    const auto known = findSubject(m_findings, finding);
    if (known == m_findings.end()) {
        m_findings.push_back(finding);
        m_timesReported.push_back(1);
        mergeFinding(m_changes.reported, finding);
        return;
    }
    ++m_timesReported[static_cast<size_t>(known - m_findings.begin())];
    std::vector<ObservationId> evidence = known->evidence;
    addEvidence(evidence, finding.evidence);
    finding.evidence = std::move(evidence);
    if (*known == finding)
        return;
    *known = finding;
    mergeFinding(m_changes.reported, finding);
}

int RunFindings::timesReported(const QString &rule, const QString &firstValue) const
{
    for (size_t i = 0; i < m_findings.size(); ++i) {
        if (m_findings[i].rule == rule && m_findings[i].values.value(0) == firstValue)
            return m_timesReported[i];
    }
    return 0;
}

void RunFindings::setDerived(const std::vector<Finding> &findings)
{
    if (findings == m_derived)
        return;
    const std::vector<Finding> before = std::exchange(m_derived, findings);
    for (const Finding &finding : before) {
        if (findSubject(m_derived, finding) == m_derived.end())
            withdraw(finding);
    }
    for (const Finding &finding : findings)
        place(finding);
}

/// Like report(), but what derives from the whole run has the evidence it now has, and no older.
void RunFindings::place(const Finding &finding)
{
    const auto known = findSubject(m_findings, finding);
    if (known == m_findings.end()) {
        report(finding);
        return;
    }
    if (*known == finding)
        return;
    *known = finding;
    mergeFinding(m_changes.reported, finding);
}

void RunFindings::withdraw(const Finding &finding)
{
    const auto known = findSubject(m_findings, finding);
    if (known == m_findings.end())
        return;
    m_timesReported.erase(m_timesReported.begin() + (known - m_findings.begin()));
    m_findings.erase(known);
    removeFinding(m_changes.reported, finding);
    m_changes.withdrawn.push_back(finding);
}

RunFindings::Changes RunFindings::takeChanges()
{
    return std::exchange(m_changes, {});
}

} // namespace otpscope::models
