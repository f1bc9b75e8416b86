// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/livetext.h"

#include "app/report/reportwords.h"
#include "models/run/acceptance.h"
#include "models/run/runrules.h"
#include "models/text/sentences.h"

#include <algorithm>

namespace otpscope::report {

namespace {

constexpr int timeWidth = 10;
constexpr int subjectWidth = 10;

/// "5:00.300", with hours in front where there are any; a minus sign for what lies before.
QString sinceStart(std::chrono::milliseconds duration)
{
    using namespace std::chrono;
    const milliseconds absolute = duration < 0ms ? -duration : duration;
    const auto wholeHours = duration_cast<hours>(absolute).count();
    const auto wholeMinutes = duration_cast<minutes>(absolute).count() % 60;
    const double secondsLeft = static_cast<double>((absolute % 60s).count()) / 1000.0;
    const QString sign = duration < 0ms ? QStringLiteral("-") : QString();
    const QString front =
        wholeHours > 0
            ? QStringLiteral("%1:%2").arg(wholeHours).arg(wholeMinutes, 2, 10, QLatin1Char('0'))
            : QString::number(wholeMinutes);
    return sign + front + QStringLiteral(":%1").arg(secondsLeft, 6, 'f', 3, QLatin1Char('0'));
}

QString channelWord(const models::StepState &step)
{
    return step.channel == models::Channel::Unknown ? step.channelText
                                                    : models::channelName(step.channel);
}

QString subjectOf(const models::Transition &transition, const models::RunState &state)
{
    if (transition.subject == models::Subject::Flow)
        return QStringLiteral("flow");
    const auto step =
        std::find_if(state.steps.begin(), state.steps.end(), [&transition](const auto &candidate) {
            return candidate.order == transition.order;
        });
    const QString number = QString::number(transition.order);
    return step == state.steps.end() ? number : number + QLatin1Char(' ') + channelWord(*step);
}

QString changeOf(const models::Transition &transition)
{
    if (models::isAcceptance(transition.subject, transition.source, transition.to))
        return QStringLiteral("accepted, not yet delivered  (%1 in the answer to the send)")
            .arg(transition.to);
    const QString change = transition.from.isEmpty()
                               ? transition.to
                               : transition.from + QStringLiteral(" -> ") + transition.to;
    return QStringLiteral("%1  (%2)").arg(change, models::sourceKey(transition.source));
}

QString findingLine(const models::Finding &finding)
{
    const QString place =
        finding.pointer.isEmpty() ? QString() : finding.pointer + QStringLiteral(": ");
    return QStringLiteral("%1 %2: %3%4")
        .arg(severityWord(finding.severity), finding.rule, place, models::sentenceFor(finding));
}

} // namespace

QString LiveText::line(models::Instant at, const QString &subject, const QString &text) const
{
    const QString time = sinceStart(at - m_start.value_or(at));
    return printable(time.rightJustified(timeWidth) + QStringLiteral("  ") +
                     subject.leftJustified(subjectWidth) + text);
}

QStringList LiveText::lines(const models::RunUpdate &update)
{
    if (!m_start && update.state.sentAt)
        m_start = update.state.sentAt;
    if (!m_start && !update.transitions.empty())
        m_start = update.transitions.front().at;
    QStringList lines;
    if (update.isWhole)
        lines.append(QStringLiteral("An answer names another flow than the webhooks before it did; "
                                    "from the beginning:"));
    // A failover stands before the first status of the step it led to; one that is explained only
    // afterwards stands behind what explains it.
    std::vector<models::Failover> untold = update.failovers;
    const auto tell = [&](const models::Failover &failover) {
        lines.append(
            line(failover.firedAt, QStringLiteral("failover"), models::sentenceFor(failover)));
    };
    for (const models::Transition &transition : update.transitions) {
        const auto led = std::find_if(untold.begin(), untold.end(), [&](const auto &failover) {
            return failover.toOrder == transition.order && transition.from.isEmpty();
        });
        if (led != untold.end()) {
            tell(*led);
            untold.erase(led);
        }
        lines.append(
            line(transition.at, subjectOf(transition, update.state), changeOf(transition)));
    }
    std::for_each(untold.begin(), untold.end(), tell);
    for (const models::Finding &finding : update.findings)
        lines.append(printable(findingLine(finding)));
    return lines;
}

QStringList LiveText::summary(const ReportedRun &run)
{
    QStringList lines{printable(models::headlineFor(run.state))};
    if (run.state.totalCost)
        lines.append(QStringLiteral("total cost %1").arg(*run.state.totalCost));
    const models::ObservationCounts &counts = run.state.counts;
    lines.append(QStringLiteral("observations: send %1, poll %2, webhook %3")
                     .arg(counts.send)
                     .arg(counts.poll)
                     .arg(counts.webhook));
    for (const models::Finding &finding : run.findings)
        lines.append(printable(findingLine(finding)));
    if (!run.expectations.empty())
        lines.append(QStringLiteral("expectations: %1 of %2 met")
                         .arg(run.expectations.size() - models::unmet(run.expectations).size())
                         .arg(run.expectations.size()));
    return lines;
}

} // namespace otpscope::report
