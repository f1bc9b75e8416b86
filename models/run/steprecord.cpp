// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/steprecord.h"

#include <algorithm>

namespace otpscope::models {

namespace {

// Far above what the document knows for any channel; a sender that makes up a new status for each
// report must not make a run grow without end.
constexpr size_t maximumStatuses = 32;

void keepEarliest(std::optional<Instant> &held, std::optional<Instant> candidate)
{
    if (candidate && (!held || *candidate < *held))
        held = candidate;
}

} // namespace

ReportNews StepRecord::take(const StepSnapshot &report, const ReportContext &context,
                            const Catalogue &catalogue, StepState &step)
{
    const bool wasTried = step.isTried();
    if (step.trackingId.isEmpty())
        step.trackingId = report.trackingId;
    if (step.channelText.isEmpty() || context.source != ObservationSource::Send) {
        if (!report.channel.isEmpty())
            step.channelText = report.channel;
    }

    ReportNews news = ReportNews::Agrees;
    int rank = noRank;
    if (!report.status.isEmpty()) {
        const StatusMeaning meaning = meaningOf(report.status, step.channel, catalogue);
        rank = meaning.rank;
        const bool isNew = remember(report.status, meaning, context.serviceAt);
        if (isNew || meaning.rank != m_meaning.rank || isSameText(report.status, step.status))
            news = takeStatus(report.status, meaning, step);
        else
            news = m_meaning.isFinal && meaning.isFinal ? ReportNews::Contradicts
                                                        : ReportNews::Older;
    }
    takeTimes(report, context, step);
    if (news != ReportNews::Contradicts)
        takeFields(report, {rank, context.serviceAt}, step);
    updateConclusion(step);
    return wasTried ? news : ReportNews::Changed;
}

ReportNews StepRecord::takeStatus(const QString &status, const StatusMeaning &meaning,
                                  StepState &step)
{
    if (isSameText(status, step.status))
        return ReportNews::Agrees;
    if (meaning.rank < m_meaning.rank)
        return ReportNews::Older;
    if (meaning.rank == m_meaning.rank && m_meaning.isFinal)
        return meaning.isFinal ? ReportNews::Contradicts : ReportNews::Older;
    step.status = status;
    m_meaning = meaning;
    return ReportNews::Changed;
}

/// True where this status is reported for the first time.
bool StepRecord::remember(const QString &status, const StatusMeaning &meaning, Instant at)
{
    const auto known = std::find_if(
        m_statuses.begin(), m_statuses.end(),
        [&status](const ReportedStatus &entry) { return isSameText(entry.status, status); });
    if (known != m_statuses.end()) {
        known->firstAt = std::min(known->firstAt, at);
        return false;
    }
    if (!meaning.isKnown && m_statuses.size() >= maximumStatuses)
        return false;
    m_statuses.push_back({status, meaning, at});
    return true;
}

void StepRecord::takeTimes(const StepSnapshot &report, const ReportContext &context,
                           StepState &step)
{
    keepEarliest(m_createdAt, report.createdAt);
    keepEarliest(m_firstReportAt, context.serviceAt);
    keepEarliest(step.deliveredAt, report.deliveredAt);
    takeStart(StartSource::StepSent, report.sentAt, step);
    takeStart(StartSource::StepCreated, report.createdAt, step);
    takeStart(StartSource::FlowCreated, context.flowCreatedAt, step);
    takeStart(StartSource::FirstReport, context.serviceAt, step);
}

void StepRecord::takeStart(StartSource source, std::optional<Instant> at, StepState &step)
{
    if (!at || source < m_startSource)
        return;
    if (source > m_startSource)
        step.startedAt = at;
    else
        keepEarliest(step.startedAt, at);
    m_startSource = source;
}

void StepRecord::takeFields(const StepSnapshot &report, const FieldRank &rank, StepState &step)
{
    if (report.price && (!step.price || rank >= m_priceRank)) {
        step.price = report.price;
        m_priceRank = rank;
    }
    if (!report.detailedStatus.isEmpty() && (step.detailedStatus.isEmpty() || rank >= m_detailRank)) {
        step.detailedStatus = report.detailedStatus;
        m_detailRank = rank;
    }
    if (!report.errorMessage.isEmpty() && (step.errorMessage.isEmpty() || rank >= m_errorRank)) {
        step.errorMessage = report.errorMessage;
        m_errorRank = rank;
    }
}

void StepRecord::updateConclusion(StepState &step) const
{
    if (!m_meaning.isFinal)
        return;
    step.concludedAt = m_meaning.isDelivered ? deliveredAt(step) : statusAt(step);
}

Instant StepRecord::appearedAt() const
{
    return m_createdAt.value_or(m_firstReportAt.value_or(Instant{}));
}

std::optional<Instant> StepRecord::deliveredAt(const StepState &step) const
{
    // A delivery before the start is a slip of the service's clocks, not a time to reckon with.
    if (step.deliveredAt && step.startedAt && *step.deliveredAt >= *step.startedAt)
        return step.deliveredAt;
    const auto delivered =
        std::find_if(m_statuses.begin(), m_statuses.end(),
                     [](const ReportedStatus &entry) { return entry.meaning.isDelivered; });
    return delivered == m_statuses.end() ? std::nullopt : std::optional(delivered->firstAt);
}

std::optional<Instant> StepRecord::seenAt() const
{
    const auto seen =
        std::find_if(m_statuses.begin(), m_statuses.end(),
                     [](const ReportedStatus &entry) { return entry.meaning.stopsFlow; });
    return seen == m_statuses.end() ? std::nullopt : std::optional(seen->firstAt);
}

std::optional<Instant> StepRecord::statusAt(const StepState &step) const
{
    const auto current = std::find_if(
        m_statuses.begin(), m_statuses.end(),
        [&step](const ReportedStatus &entry) { return isSameText(entry.status, step.status); });
    return current == m_statuses.end() ? std::nullopt : std::optional(current->firstAt);
}

Instant StepRecord::transitionAt(const StepState &step, bool isFirstStatus,
                                 Instant reportedAt) const
{
    if (m_meaning.isDelivered)
        return deliveredAt(step).value_or(reportedAt);
    // A step begins with its first status; later ones were reached some time before the report.
    const bool isBeginning = isFirstStatus && !m_meaning.isFinal;
    return isBeginning ? step.startedAt.value_or(reportedAt) : reportedAt;
}

} // namespace otpscope::models
