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

template <typename Time>
void keepEarliest(std::optional<Time> &held, const std::optional<Time> &candidate)
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
        news = takeStatus(report, meaningOf(report.status, step.channel, catalogue), context, step);
    takeTimes(report, context, step);
    settleFields(step);
    updateConclusion(step);
    return wasTried ? news : ReportNews::Changed;
}

ReportNews StepRecord::takeStatus(const StepSnapshot &report, const StatusMeaning &meaning,
                                  const ReportContext &context, StepState &step)
{
    const std::optional<size_t> place = remember(report.status, meaning, context);
    if (!place)
        return ReportNews::Older;
    noteFields(m_fields[*place], report, context.serviceAt);
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
                                           const ReportContext &context)
{
    const auto known =
        std::find_if(m_statuses.begin(), m_statuses.end(), [&status](const ReportedStatus &entry) {
            return isSameText(entry.status, status);
        });
    if (known != m_statuses.end()) {
        if (std::tie(context.serviceAt, status) < std::tie(known->firstAt, known->status))
            known->status = status;
        if (std::tie(context.serviceAt, context.kind) < std::tie(known->firstAt, known->kind)) {
            known->firstAt = context.serviceAt;
            known->kind = context.kind;
        }
        return static_cast<size_t>(known - m_statuses.begin());
    }
    if (!meaning.isKnown && m_statuses.size() >= maximumStatuses)
        return std::nullopt;
    m_statuses.push_back({status, meaning, context.serviceAt, context.kind});
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
    keepEarliest(m_firstReport, std::optional(std::pair(context.serviceAt, context.kind)));
    keepEarliest(step.deliveredAt, report.deliveredAt);
    takeStart(StartSource::StepSent, report.sentAt, TimeKind::Told, step);
    takeStart(StartSource::StepCreated, report.createdAt, TimeKind::Told, step);
    takeStart(StartSource::FlowCreated, context.flowCreatedAt, TimeKind::Told, step);
    takeStart(StartSource::FirstReport, context.serviceAt, context.kind, step);
}

void StepRecord::takeStart(StartSource source, std::optional<Instant> at, TimeKind kind,
                           StepState &step)
{
    if (!at || source < m_startSource)
        return;
    const bool isBetter =
        source > m_startSource || std::pair(*at, kind) < std::pair(*step.startedAt, step.startKind);
    if (isBetter) {
        step.startedAt = at;
        step.startKind = kind;
    }
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
    const ReportedStatus *stands = current(step);
    if (m_meaning.isDelivered)
        step.conclusionKind = deliveredKind(step);
    else if (stands)
        step.conclusionKind = stands->kind;
}

Instant StepRecord::appearedAt() const
{
    if (m_createdAt)
        return *m_createdAt;
    return m_firstReport ? m_firstReport->first : Instant{};
}

TimeKind StepRecord::appearedKind() const
{
    if (m_createdAt)
        return TimeKind::Told;
    return m_firstReport ? m_firstReport->second : TimeKind::Unknown;
}

const ReportedStatus *StepRecord::reported(bool StatusMeaning::*property) const
{
    const auto found =
        std::find_if(m_statuses.begin(), m_statuses.end(),
                     [property](const ReportedStatus &entry) { return entry.meaning.*property; });
    return found == m_statuses.end() ? nullptr : &*found;
}

const ReportedStatus *StepRecord::current(const StepState &step) const
{
    const auto found =
        std::find_if(m_statuses.begin(), m_statuses.end(), [&step](const ReportedStatus &entry) {
            return isSameText(entry.status, step.status);
        });
    return found == m_statuses.end() ? nullptr : &*found;
}

bool StepRecord::isDeliveryDated(const StepState &step)
{
    // A delivery before the start is a slip of the service's clocks, not a time to reckon with.
    return step.deliveredAt && step.startedAt && *step.deliveredAt >= *step.startedAt;
}

std::optional<Instant> StepRecord::deliveredAt(const StepState &step) const
{
    if (isDeliveryDated(step))
        return step.deliveredAt;
    const ReportedStatus *delivered = reported(&StatusMeaning::isDelivered);
    return delivered ? std::optional(delivered->firstAt) : std::nullopt;
}

TimeKind StepRecord::deliveredKind(const StepState &step) const
{
    if (isDeliveryDated(step))
        return TimeKind::Told;
    const ReportedStatus *delivered = reported(&StatusMeaning::isDelivered);
    return delivered ? delivered->kind : TimeKind::Unknown;
}

std::optional<Instant> StepRecord::seenAt() const
{
    const ReportedStatus *seen = reported(&StatusMeaning::stopsFlow);
    return seen ? std::optional(seen->firstAt) : std::nullopt;
}

TimeKind StepRecord::seenKind() const
{
    const ReportedStatus *seen = reported(&StatusMeaning::stopsFlow);
    return seen ? seen->kind : TimeKind::Unknown;
}

std::optional<Instant> StepRecord::statusAt(const StepState &step) const
{
    const ReportedStatus *stands = current(step);
    return stands ? std::optional(stands->firstAt) : std::nullopt;
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
