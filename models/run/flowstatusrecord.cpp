// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/flowstatusrecord.h"

#include "models/run/statusmeaning.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace otpscope::models {

namespace {

// Anybody may post webhooks with made-up statuses; a run must not grow by them.
constexpr std::size_t maximumStatuses = 16;

bool isEnd(const QString &status)
{
    return isSameText(status, QStringLiteral("Succeeded")) ||
           isSameText(status, QStringLiteral("Failed"));
}

/// Ranks of the flow's own status (routee-api section 4): both ends equal, anything else a start.
int rankOf(const QString &status)
{
    return isEnd(status) ? 2 : 1;
}

} // namespace

void FlowStatusRecord::take(const FlowReport &report)
{
    const FlowStatusRank rank{report.isFromTracking, report.progress, rankOf(report.status)};
    const std::pair from(rank, report.at);
    auto known = std::find_if(m_entries.begin(), m_entries.end(), [&report](const Entry &entry) {
        return isSameText(entry.status, report.status);
    });
    if (known == m_entries.end()) {
        if (m_entries.size() >= maximumStatuses && !isEnd(report.status))
            return;
        known = m_entries.insert(known, {report.status, rank, report.at, {}, {}, {}, {}});
    }
    const bool isBetter =
        rank > known->rank || (rank == known->rank && std::tie(report.at, report.status) <
                                                          std::tie(known->since, known->status));
    if (isBetter) {
        known->status = report.status;
        known->rank = rank;
        known->since = report.at;
    }
    // Of two told at the same time the greater one, so that nothing depends on what came first.
    if (report.statusCode &&
        std::pair(from, report.statusCode) > std::pair(known->codeFrom, known->statusCode)) {
        known->statusCode = report.statusCode;
        known->codeFrom = from;
    }
    if (!report.error.isEmpty() &&
        std::pair(from, report.error) > std::pair(known->errorFrom, known->error)) {
        known->error = report.error;
        known->errorFrom = from;
    }
}

const FlowStatusRecord::Entry *FlowStatusRecord::standing() const
{
    const auto isBehind = [](const Entry &a, const Entry &b) {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        if (a.since != b.since)
            return b.since < a.since;
        return b.status.compare(a.status, Qt::CaseInsensitive) < 0;
    };
    const auto furthest = std::max_element(m_entries.begin(), m_entries.end(), isBehind);
    return furthest == m_entries.end() ? nullptr : &*furthest;
}

} // namespace otpscope::models
