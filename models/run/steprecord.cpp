// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/steprecord.h"

#include <algorithm>
#include <tuple>
#include <utility>

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

/// Of two told at the same time the greater one, so that nothing depends on the order of arrival.
template <typename Field>
void keepNewest(std::optional<Field> &held, const Field &candidate)
{
    if (!held || *held < candidate)
        held = candidate;
}

} // namespace

bool exclude(const StatusMeaning &a, const StatusMeaning &b)
{
    return a.isFinal && b.isFinal && a.rank == b.rank;
}

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
    if (report.status.isEmpty())
        noteFields(m_fieldsAlone, report, context.serviceAt);
    else
        news = takeStatus(report, meaningOf(report.status, step.channel, catalogue),
                          context.serviceAt, step);
    takeTimes(report, context, step);
    settleFields(step);
    updateConclusion(step);
    return wasTried ? news : ReportNews::Changed;
}

ReportNews StepRecord::takeStatus(const StepSnapshot &report, const StatusMeaning &meaning,
                                  Instant at, StepState &step)
{
    const std::optional<size_t> place = remember(report.status, meaning, at);
    if (!place)
        return ReportNews::Older;
    noteFields(m_fields[*place], report, at);
    const ReportedStatus &stands = m_statuses[standing()];
    const bool isNew = !isSameText(stands.status, step.status);
    const bool isOther = !step.status.isEmpty() && exclude(m_meaning, meaning);
    const bool isContradiction = isOther && !isSameText(report.status, step.status);
    step.status = stands.status;
    m_meaning = stands.meaning;
    if (isContradiction)
        return ReportNews::Contradicts;
    if (isNew)
        return ReportNews::Changed;
    return isSameText(report.status, step.status) ? ReportNews::Agrees : ReportNews::Older;
}

/// Where this status stands in m_statuses; nothing where there are too many made-up ones.
std::optional<size_t> StepRecord::remember(const QString &status, const StatusMeaning &meaning,
                                           Instant at)
{
    const auto known = std::find_if(
        m_statuses.begin(), m_statuses.end(),
        [&status](const ReportedStatus &entry) { return isSameText(entry.status, status); });
    if (known != m_statuses.end()) {
        if (std::tie(at, status) < std::tie(known->firstAt, known->status)) {
            known->firstAt = at;
            known->status = status;
        }
        return static_cast<size_t>(known - m_statuses.begin());
    }
    if (!meaning.isKnown && m_statuses.size() >= maximumStatuses)
        return std::nullopt;
    m_statuses.push_back({status, meaning, at});
    m_fields.emplace_back();
    return m_statuses.size() - 1;
}

/// Which status the step has: the one of the highest rank. Of final ones that exclude each other
/// the first that was reached happened; of others the last one is where the step is. By the time of
/// the report and then by name, never by what arrived first.
size_t StepRecord::standing() const
{
    const auto isBehind = [](const ReportedStatus &a, const ReportedStatus &b) {
        if (a.meaning.rank != b.meaning.rank)
            return a.meaning.rank < b.meaning.rank;
        const int names = a.status.compare(b.status, Qt::CaseInsensitive);
        if (a.meaning.isFinal != b.meaning.isFinal)
            return b.meaning.isFinal;
        if (a.meaning.isFinal)
            return std::pair(b.firstAt, 0) < std::pair(a.firstAt, names);
        return std::pair(a.firstAt, names) < std::pair(b.firstAt, 0);
    };
    const auto last = std::max_element(m_statuses.begin(), m_statuses.end(), isBehind);
    return static_cast<size_t>(last - m_statuses.begin());
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

void StepRecord::noteFields(Fields &fields, const StepSnapshot &report, Instant at)
{
    if (report.price)
        keepNewest(fields.price, Field<double>{at, *report.price});
    if (!report.detailedStatus.isEmpty())
        keepNewest(fields.detailedStatus, Field<QString>{at, report.detailedStatus});
    if (!report.errorMessage.isEmpty())
        keepNewest(fields.errorMessage, Field<QString>{at, report.errorMessage});
}

/// Each field as the furthest status tells it that the step really went through.
void StepRecord::settleFields(StepState &step) const
{
    const auto furthest = [this, &step](auto member) {
        auto field = m_fieldsAlone.*member;
        int rank = noRank;
        for (size_t i = 0; i < m_statuses.size(); ++i) {
            const StatusMeaning &meaning = m_statuses[i].meaning;
            const auto &candidate = m_fields[i].*member;
            const bool isExcluded =
                exclude(meaning, m_meaning) && !isSameText(m_statuses[i].status, step.status);
            if (!candidate || isExcluded || meaning.rank < rank)
                continue;
            if (meaning.rank > rank || !field || *field < *candidate)
                field = candidate;
            rank = meaning.rank;
        }
        return field;
    };
    if (const auto price = furthest(&Fields::price))
        step.price = price->value;
    if (const auto detail = furthest(&Fields::detailedStatus))
        step.detailedStatus = detail->value;
    if (const auto error = furthest(&Fields::errorMessage))
        step.errorMessage = error->value;
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
