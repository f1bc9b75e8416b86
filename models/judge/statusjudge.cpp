// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/findingvalues.h"
#include "models/judge/judgedrun.h"

namespace otpscope::models {

namespace {

using std::chrono::milliseconds;

/// Two final statuses of one step: only one of them can have happened.
void judgeContradictions(const JudgedRun &run, size_t index, Findings &findings)
{
    const StepState &step = run.state.steps[index];
    QStringList others;
    std::vector<ObservationId> ids;
    for (const StatusFacts &status : run.factsOf(index).statuses) {
        if (!exclude(status.meaning, run.records[index].meaning()) ||
            isSameText(status.status, step.status))
            continue;
        others.append(status.status);
        ids.push_back(status.first.by);
    }
    if (!others.isEmpty())
        findings.push_back(finalStatusContradiction(step, others, evidenceFrom(ids)));
}

void judgeStepStatuses(const JudgedRun &run, size_t index, Findings &findings)
{
    const StepState &step = run.state.steps[index];
    const auto &statuses = run.factsOf(index).statuses;
    for (const StatusFacts &later : statuses) {
        // A poll is asked for now, while a webhook may be old when it arrives.
        if (!later.lastPoll || !later.lastPoll->isTimed || !later.meaning.isKnown)
            continue;
        for (const StatusFacts &earlier : statuses) {
            if (&earlier == &later || exclude(earlier.meaning, later.meaning))
                continue;
            const bool isBack = later.meaning.rank < earlier.meaning.rank;
            if (!earlier.meaning.isFinal && !isBack)
                continue;
            const Sighting &seen = *later.lastPoll;
            if (!earlier.first.isTimed || seen.at <= earlier.first.at)
                continue;
            // Only the table of the SMS says which statuses are final; for Viber it follows from
            // what they mean.
            const bool isWritten = earlier.meaning.isFinal && step.channel == Channel::Sms;
            findings.push_back(
                {isWritten ? Severity::Error : Severity::Warning,
                 earlier.meaning.isFinal ? QStringLiteral("status-after-final")
                                         : QStringLiteral("status-backwards"),
                 {},
                 stepValues(step) + QStringList{earlier.status, later.status,
                                                millisecondsValue(seen.at - earlier.first.at)},
                 evidenceFrom({earlier.first.by, seen.by})});
            return; // Once for each step: the first is what matters.
        }
    }
}

/// The ttl is how long the message is valid, so something must be reported when it is over.
void judgeTtl(const JudgedRun &run, size_t index, Findings &findings)
{
    const StepState &step = run.state.steps[index];
    const StatusMeaning &meaning = run.records[index].meaning();
    const StatusFacts *status = run.factsOf(index).find(step.status);
    const bool isOnItsWay = meaning.isKnown && !meaning.isFinal && !meaning.isDelivered;
    if (!status || !isOnItsWay || !step.isInDocument || step.ttl.count() == 0 || !step.startedAt ||
        step.startKind == TimeKind::Unknown || !status->lastPoll || !status->lastPoll->isTimed)
        return;
    const milliseconds over = status->lastPoll->at - (*step.startedAt + step.ttl);
    if (over <= run.tolerance(Allowances::due))
        return;
    findings.push_back(
        {Severity::Warning,
         QStringLiteral("ttl-over"),
         {},
         stepValues(step) +
             QStringList{step.status, QString::number(step.ttl.count()), millisecondsValue(over),
                         step.startKind == TimeKind::ByThen ? QStringLiteral("at-least")
                                                            : QString()},
         evidenceFrom({status->lastPoll->by})});
}

void judgeFlowStatus(const JudgedRun &run, const Catalogue &catalogue, Findings &findings)
{
    static constexpr std::array<std::pair<FlowMismatch, const char *>, flowMismatches> kinds{{
        {FlowMismatch::FailedButDelivered, "failed-but-delivered"},
        {FlowMismatch::SucceededButAllFailed, "succeeded-but-all-failed"},
        {FlowMismatch::InProgressButFinal, "in-progress-but-final"},
    }};
    for (const auto &[kind, key] : kinds) {
        if (const std::optional<Sighting> &seen = run.facts.mismatch(kind))
            findings.push_back({Severity::Warning,
                                QStringLiteral("flow-status-mismatch"),
                                {},
                                {QString::fromLatin1(key)},
                                evidenceFrom({seen->by})});
    }
    const RunState &state = run.state;
    if (state.isStatusFromSend || !isSameText(state.status, QStringLiteral("Failed")) ||
        (!state.statusCode && state.error.isEmpty()))
        return;
    const QString code = state.statusCode ? QString::number(*state.statusCode) : QString();
    const QString meaning =
        state.statusCode ? catalogue.statusCodeMeaning(*state.statusCode) : QString();
    std::vector<ObservationId> ids;
    for (const FlowStatusFacts &status : run.facts.flowStatuses()) {
        if (isSameText(status.status, state.status))
            ids.push_back(status.first.by);
    }
    findings.push_back({Severity::Info,
                        QStringLiteral("flow-failed"),
                        {},
                        {code, meaning, state.error},
                        evidenceFrom(ids)});
}

/// API document 4.1, "Response".
void judgeSendStatus(const JudgedRun &run, Findings &findings)
{
    const std::optional<SendFacts> &send = run.facts.send();
    const size_t steps = run.flow.steps.size();
    if (!send || send->status.isEmpty() || steps == 0)
        return;
    const QString expected =
        steps == 1 ? QStringLiteral("Succeeded") : QStringLiteral("InProgress");
    if (isSameText(send->status, expected) || isSameText(send->status, QStringLiteral("Failed")))
        return;
    findings.push_back({Severity::Error,
                        QStringLiteral("send-status-unexpected"),
                        {},
                        {send->status, expected, QString::number(steps)},
                        evidenceFrom({send->by})});
}

} // namespace

void judgeStatuses(const JudgedRun &run, const Catalogue &catalogue, Findings &findings)
{
    for (size_t index = 0; index < run.state.steps.size(); ++index) {
        judgeContradictions(run, index, findings);
        judgeStepStatuses(run, index, findings);
        judgeTtl(run, index, findings);
    }
    judgeFlowStatus(run, catalogue, findings);
    judgeSendStatus(run, findings);
}

} // namespace otpscope::models
