// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/runupdate.h"

#include "models/run/runfindings.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace otpscope::models {

namespace {

// More texts than any sane run has; beyond it rows stop sharing instead of the set growing.
constexpr qsizetype maximumSharedTexts = 512;

/// The channels' proper names; anything else as the service spelled it.
QString channelWord(const QString &channel)
{
    const QString lower = channel.toLower();
    if (lower == QLatin1String("viber") || lower == QLatin1String("viberotp"))
        return QStringLiteral("Viber");
    if (lower == QLatin1String("sms"))
        return QStringLiteral("SMS");
    return channel;
}

QString statusesOf(const Snapshot &snapshot)
{
    QStringList parts;
    if (!snapshot.status.isEmpty())
        parts.append(snapshot.status);
    for (const StepSnapshot &step : snapshot.steps) {
        if (!step.status.isEmpty())
            parts.append((channelWord(step.channel) + QLatin1Char(' ') + step.status).trimmed());
    }
    return parts.join(QStringLiteral(" \u00b7 "));
}

template <typename T>
void append(std::vector<T> &to, const std::vector<T> &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace

void mergeFailover(std::vector<Failover> &failovers, const Failover &failover)
{
    const auto known = std::find_if(
        failovers.begin(), failovers.end(),
        [&failover](const Failover &other) { return other.toOrder == failover.toOrder; });
    if (known == failovers.end())
        failovers.push_back(failover);
    else
        *known = failover;
}

RunUpdateBuilder::RunUpdateBuilder(RunId run) : m_run(std::move(run)) {}

void RunUpdateBuilder::add(const Observation &observation, const RunDelta &delta)
{
    if (!delta.retold.empty()) {
        beginAgain(observation, delta);
        return;
    }
    m_pending.observations.push_back(summaryOf(observation, delta));
    m_isEmpty = false;
    add(delta);
}

/// Lists are in the order of the ids, although the answer was taken first.
void RunUpdateBuilder::beginAgain(const Observation &answer, const RunDelta &delta)
{
    m_pending = {};
    m_pending.isWhole = true;
    add(delta);
    for (const RetoldObservation &told : delta.retold)
        add(told.observation, told.delta);
    m_pending.observations.push_back(summaryOf(answer, delta));
    std::stable_sort(m_pending.transitions.begin(), m_pending.transitions.end(),
                     [](const Transition &a, const Transition &b) {
                         return a.observation < b.observation;
                     });
}

void RunUpdateBuilder::add(const RunDelta &delta)
{
    m_isEmpty = false;
    append(m_pending.transitions, delta.transitions);
    for (const Failover &failover : delta.failovers)
        mergeFailover(m_pending.failovers, failover);
    for (const Finding &finding : delta.withdrawnFindings) {
        removeFinding(m_pending.findings, finding);
        mergeFinding(m_pending.withdrawnFindings, finding);
    }
    for (const Finding &finding : delta.findings) {
        removeFinding(m_pending.withdrawnFindings, finding);
        mergeFinding(m_pending.findings, finding);
    }
}

RunUpdate RunUpdateBuilder::take(const RunState &state)
{
    RunUpdate update = std::exchange(m_pending, {});
    update.run = m_run;
    update.state = state;
    m_isEmpty = true;
    return update;
}

ObservationSummary RunUpdateBuilder::summaryOf(const Observation &observation,
                                               const RunDelta &delta)
{
    constexpr qsizetype maximumBytes = std::numeric_limits<qint32>::max();
    ObservationSummary summary;
    summary.id = observation.id;
    summary.source = observation.source;
    summary.arrivedAt = observation.arrivedAt;
    summary.serviceAt = serviceTimeOf(observation);
    summary.problem = observation.problem;
    summary.contribution = delta.contribution;
    summary.httpStatus = observation.source == ObservationSource::Webhook
                             ? 0
                             : observation.exchange.answerStatus;
    summary.bodyBytes =
        static_cast<qint32>(std::min(reportedBody(observation).size(), maximumBytes));
    if (delta.snapshot)
        summary.statuses = shared(statusesOf(*delta.snapshot));
    return summary;
}

QString RunUpdateBuilder::shared(const QString &statuses)
{
    const auto known = m_statuses.constFind(statuses);
    if (known != m_statuses.constEnd())
        return *known;
    if (m_statuses.size() < maximumSharedTexts)
        m_statuses.insert(statuses);
    return statuses;
}

} // namespace otpscope::models
