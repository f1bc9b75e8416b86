// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runtexts.h"

#include "models/run/acceptance.h"
#include "models/text/sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>

namespace otpscope::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Run)
};

constexpr int shortFlowIdLength = 8;

Outcome deliveredBy(models::Channel channel, bool isSeen)
{
    if (channel == models::Channel::Unknown)
        return {Words::tr("nothing delivered"), Tone::Error};
    const QString text = isSeen ? Words::tr("%1 seen") : Words::tr("%1 delivered");
    return {text.arg(models::channelName(channel)), Tone::Success};
}

} // namespace

Outcome outcomeOf(models::Conclusion conclusion, models::Channel terminatingChannel)
{
    switch (conclusion) {
    case models::Conclusion::Open:
        return {Words::tr("open"), Tone::Running};
    case models::Conclusion::StepsFinal:
    case models::Conclusion::DeliveredAndTtlOver:
        return deliveredBy(terminatingChannel, false);
    case models::Conclusion::Seen:
        return deliveredBy(terminatingChannel, true);
    case models::Conclusion::SendFailed:
        return {Words::tr("send failed"), Tone::Error};
    case models::Conclusion::SendOutcomeUnknown:
        return {Words::tr("not known whether sent"), Tone::Warning};
    case models::Conclusion::EndedByService:
        return {Words::tr("ended by the service"), Tone::Error};
    }
    Q_UNREACHABLE();
}

Outcome verdictOf(const std::vector<models::Finding> &findings, bool isConcluded,
                  int failedExpectations)
{
    const auto countOf = [&findings](models::Severity severity) {
        return int(std::ranges::count(findings, severity, &models::Finding::severity));
    };
    const int errors = countOf(models::Severity::Error);
    const int warnings = countOf(models::Severity::Warning);
    QStringList parts;
    if (failedExpectations > 0)
        parts << Words::tr("%n expectation(s) failed", nullptr, failedExpectations);
    if (errors > 0)
        parts << Words::tr("%n error(s)", nullptr, errors);
    if (warnings > 0)
        parts << Words::tr("%n warning(s)", nullptr, warnings);
    if (!parts.isEmpty())
        return {parts.join(QStringLiteral(", ")),
                errors + failedExpectations > 0 ? Tone::Error : Tone::Warning};
    return isConcluded ? Outcome{Words::tr("No finding against the service"), Tone::Success}
                       : Outcome{Words::tr("No finding so far"), Tone::Neutral};
}

QString endingOf(const models::RunState &state)
{
    if (!state.isConcluded())
        return {};
    QString text = outcomeOf(state.conclusion, state.terminatingChannel()).text;
    text[0] = text[0].toUpper();
    if (state.sentAt && state.concludedAt) {
        //: %1 is "SMS delivered" or so, %2 a duration
        text = Words::tr("%1 after %2")
                   .arg(text, models::durationText(std::max(models::Instant::duration(0),
                                                            *state.concludedAt - *state.sentAt)));
    }
    if (!state.totalCost)
        return Words::tr("%1, the price was not told").arg(text);
    return Words::tr("%1, for %2").arg(text, QLocale().toString(*state.totalCost, 'g', 6));
}

QString detailsOf(const models::RunState &state, bool isFollowed)
{
    QStringList parts;
    if (state.isConcluded())
        parts << endingOf(state);
    if (!state.flowId.isEmpty())
        parts << Words::tr("flow %1").arg(state.flowId.text().left(shortFlowIdLength));
    if (state.isStatusFromSend &&
        models::isAcceptance(models::Subject::Flow, models::ObservationSource::Send, state.status))
        parts << Words::tr("accepted, not yet delivered");
    else if (!state.status.isEmpty())
        parts << state.status;
    if (!state.isConcluded())
        parts << (isFollowed ? Words::tr("followed live") : Words::tr("not followed"));
    if (state.totalCost && !state.isConcluded()) {
        parts << Words::tr("cost so far %1").arg(QLocale().toString(*state.totalCost, 'g', 6));
    }
    parts << Words::tr("%n webhook(s)", nullptr, int(state.counts.webhook))
          << Words::tr("%n poll(s)", nullptr, int(state.counts.poll));
    if (state.counts.notUnderstood > 0)
        parts << Words::tr("%n not understood", nullptr, int(state.counts.notUnderstood));
    return parts.join(QStringLiteral(" · "));
}

QString serviceTimeText(models::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), QTimeZone::utc())
        .toString(QStringLiteral("HH:mm:ss"));
}

} // namespace otpscope::ui
