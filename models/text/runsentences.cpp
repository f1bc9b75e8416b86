// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/runsentences.h"

#include "models/text/expectationsentences.h"
#include "models/text/judgesentences.h"
#include "models/text/rulesources.h"
#include "models/text/sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <vector>

namespace otpscope::models {

namespace {

/// The context of the strings here, and nothing else.
class RunSentences
{
    Q_DECLARE_TR_FUNCTIONS(RunSentences)

public:
    // About one exchange.
    static QString notUnderstood(const NotUnderstood &problem);
    static QString transportProblem(TransportProblem problem, ObservationSource source);
    static QString unansweredSend(TransportProblem problem);
    static QString unansweredPoll(TransportProblem problem);

    // About one finding; see models/run/runrules.h for the values.
    static QString sendFailed(const Finding &finding);
    static QString sendRefused(const Finding &finding);
    static QString sendUnreachable(const Finding &finding);
    static QString noToken(const Finding &finding);
    static QString sendOutcomeUnknown(const Finding &finding);
    static QString pollFailed(const Finding &finding);
    static QString bodyNotUnderstood(const Finding &finding);
    static QString mediaTypeNotJson(const Finding &finding);
    static QString flowIdDiffers(const Finding &finding);
    static QString stepNotInFlow(const Finding &finding);
    static QString unknownStatus(const Finding &finding);
    static QString finalStatusContradiction(const Finding &finding);
    static QString runReopened(const Finding &finding);

    // About failovers.
    static QString due(const DueFailover &due);
    static QString failover(const Failover &failover);

    // The headline.
    static QString unsentHeadline(const RunState &state);
    static QString oneStepHeadline(const RunState &state, const StepState &step);
    static QString failoverHeadline(const RunState &state,
                                    const std::vector<const StepState *> &tried);
    static QString subject(const StepState &step);
    static QString subjectInSentence(const StepState &step);
    static QString earlierStep(const StepState &step, const QString &name);
    static QString gaveWay(const StepState &step, const StepState &next, const QString &name);
    static QString earlierSteps(const std::vector<const StepState *> &tried);
    static QString laterStep(const StepState &from, const StepState &to);
    static QString standing(const StepState &step);
    static QString onlyStep(const RunState &state, const StepState &step);
    static QString outlook(const RunState &state);
    static QString overdue(const StepState &step);

    static QString withDetail(const QString &sentence, const QString &detail);
};

enum class Standing {
    OnItsWay,
    Delivered,
    Seen,
    Expired,
    Failed,
    Undelivered,
    Unsent,
    Other,
};

/// The document's statuses (API document 4.3), by the words people get for them.
Standing standingOf(const StepState &step)
{
    static constexpr std::array<std::pair<const char *, Standing>, 8> words{{
        {"queued", Standing::OnItsWay},
        {"sent", Standing::OnItsWay},
        {"delivered", Standing::Delivered},
        {"seen", Standing::Seen},
        {"expired", Standing::Expired},
        {"failed", Standing::Failed},
        {"undelivered", Standing::Undelivered},
        {"unsent", Standing::Unsent},
    }};
    if (step.status.isEmpty())
        return Standing::OnItsWay;
    for (const auto &[word, standing] : words) {
        if (step.status.compare(QLatin1String(word), Qt::CaseInsensitive) == 0)
            return standing;
    }
    return Standing::Other;
}

/// Fractions of a second say nothing about a wait of minutes.
std::chrono::milliseconds rounded(std::chrono::milliseconds duration)
{
    using namespace std::chrono_literals;
    return duration < 10s ? duration : std::chrono::round<std::chrono::seconds>(duration);
}

/// How long after `from` gave way `to` was started; nothing where that cannot be said.
std::optional<std::chrono::milliseconds> delayBetween(const StepState &from, const StepState &to)
{
    std::optional<Instant> gaveWayAt;
    if (from.conclusionKind == TimeKind::Told)
        gaveWayAt = from.concludedAt;
    if (to.startKind != TimeKind::Told)
        return std::nullopt;
    if (from.failoverOnDelivered && from.deliveredAt)
        gaveWayAt = *from.deliveredAt + from.ttl;
    if (!gaveWayAt || !to.startedAt || *to.startedAt < *gaveWayAt)
        return std::nullopt;
    return rounded(*to.startedAt - *gaveWayAt);
}

/// The step that is due next; nullptr where none is.
const StepState *dueStep(const RunState &state)
{
    if (!state.due)
        return nullptr;
    for (const StepState &step : state.steps) {
        if (step.order == state.due->toOrder)
            return &step;
    }
    return nullptr;
}

QString channelNameOfKey(const QString &key)
{
    if (key == QLatin1String("viber"))
        return channelName(Channel::Viber);
    if (key == QLatin1String("sms"))
        return channelName(Channel::Sms);
    return key;
}

QString value(const Finding &finding, int index)
{
    return finding.values.value(index);
}

TransportProblem problemOfKey(const QString &key)
{
    if (key == QLatin1String("could-not-connect"))
        return TransportProblem::CouldNotConnect;
    if (key == QLatin1String("tls-refused"))
        return TransportProblem::TlsRefused;
    if (key == QLatin1String("no-answer"))
        return TransportProblem::NoAnswer;
    if (key == QLatin1String("answer-cut"))
        return TransportProblem::AnswerCut;
    if (key == QLatin1String("answer-too-large"))
        return TransportProblem::AnswerTooLarge;
    if (key == QLatin1String("redirected"))
        return TransportProblem::Redirected;
    if (key == QLatin1String("no-token"))
        return TransportProblem::NoToken;
    if (key == QLatin1String("cancelled"))
        return TransportProblem::Cancelled;
    return TransportProblem::None;
}

std::vector<const StepState *> triedSteps(const RunState &state)
{
    std::vector<const StepState *> tried;
    for (const StepState &step : state.steps) {
        if (step.isTried())
            tried.push_back(&step);
    }
    return tried;
}

/// The step became final only once the next one was under way.
bool isOvertaken(const StepState &step, const StepState &next)
{
    return step.concludedAt && next.startedAt && *next.startedAt < *step.concludedAt;
}

QString RunSentences::withDetail(const QString &sentence, const QString &detail)
{
    if (detail.isEmpty())
        return sentence;
    //: %1 is a whole sentence, %2 what the network or the service said about it
    return tr("%1 (%2)").arg(sentence, detail);
}

// ---------------------------------------------------------------------------------- exchanges

QString RunSentences::notUnderstood(const NotUnderstood &problem)
{
    switch (problem.kind) {
    case NotUnderstood::Kind::NoBody:
        return tr("It brought no body, so it says nothing about the flow.");
    case NotUnderstood::Kind::NotJson:
        return problem.json ? sentenceFor(*problem.json) : tr("The body is not JSON.");
    case NotUnderstood::Kind::StrangeShape:
        return tr("The body is JSON, but has neither flowId nor status nor steps, so it says "
                  "nothing about a flow.");
    case NotUnderstood::Kind::ErrorAnswer:
        return tr("The answer is an error and says nothing about the flow. Its HTTP status and "
                  "body have the reason.");
    }
    Q_UNREACHABLE();
}

QString RunSentences::unansweredSend(TransportProblem problem)
{
    switch (problem) {
    case TransportProblem::None:
        return tr("An answer came, but it says nothing about the flow. Whether the flow was sent "
                  "is unknown; look at the phone before you send again.");
    case TransportProblem::CouldNotConnect:
        return tr("Nothing answers at the service's address, so nothing was sent. Check the "
                  "address and the network.");
    case TransportProblem::TlsRefused:
        return tr("No secure connection could be made, so nothing was sent. Check the address, "
                  "the certificate and this machine's clock.");
    case TransportProblem::NoAnswer:
        return tr("No answer came. Whether the flow was sent is unknown; look at the phone before "
                  "you send again.");
    case TransportProblem::AnswerCut:
        return tr("The answer was cut short. Whether the flow was sent is unknown; look at the "
                  "phone before you send again.");
    case TransportProblem::AnswerTooLarge:
        return tr("The answer was too large to be read. Whether the flow was sent is unknown; "
                  "look at the phone before you send again.");
    case TransportProblem::Redirected:
        return tr("The service points to another address, which is never followed, so nothing was "
                  "sent. Put the right address into the environment.");
    case TransportProblem::NoToken:
        return tr("No access token could be obtained, so nothing was sent. Check the network, the "
                  "token address, the application id and the secret.");
    case TransportProblem::Cancelled:
        return tr("The send was stopped before an answer came. Whether the flow was sent is "
                  "unknown; look at the phone before you send again.");
    }
    Q_UNREACHABLE();
}

QString RunSentences::unansweredPoll(TransportProblem problem)
{
    switch (problem) {
    case TransportProblem::None:
        return tr("An answer came.");
    case TransportProblem::CouldNotConnect:
        return tr("Nothing answers at the service's address. Check the address and the network.");
    case TransportProblem::TlsRefused:
        return tr("No secure connection could be made. Check the certificate and this machine's "
                  "clock.");
    case TransportProblem::NoAnswer:
        return tr("No answer came in time.");
    case TransportProblem::AnswerCut:
        return tr("The answer was cut short.");
    case TransportProblem::AnswerTooLarge:
        return tr("The answer was too large to be read.");
    case TransportProblem::Redirected:
        return tr("The service points to another address, which is never followed.");
    case TransportProblem::NoToken:
        return tr("No access token could be obtained. Check the network, the token address, the "
                  "application id and the secret.");
    case TransportProblem::Cancelled:
        return tr("The poll was stopped before an answer came.");
    }
    Q_UNREACHABLE();
}

QString RunSentences::transportProblem(TransportProblem problem, ObservationSource source)
{
    return source == ObservationSource::Send ? unansweredSend(problem) : unansweredPoll(problem);
}

// ----------------------------------------------------------------------------------- findings

QString RunSentences::sendFailed(const Finding &finding)
{
    QString sentence =
        tr("The service answered with status Failed: it could not send on any channel.");
    if (!value(finding, 0).isEmpty())
        sentence += QLatin1Char(' ') + tr("It says: %1.").arg(value(finding, 0));
    if (!value(finding, 2).isEmpty())
        sentence += QLatin1Char(' ')
                    + tr("statusCode %1 means: %2.").arg(value(finding, 1), value(finding, 2));
    else if (!value(finding, 1).isEmpty())
        sentence += QLatin1Char(' ')
                    + tr("What statusCode %1 means is in no document.").arg(value(finding, 1));
    return sentence;
}

QString RunSentences::sendRefused(const Finding &finding)
{
    const bool isTokenRefused =
        value(finding, 0) == QLatin1String("401") || value(finding, 0) == QLatin1String("403");
    if (isTokenRefused) {
        return withDetail(tr("The service refused the token, and a new one too, with HTTP %1. "
                             "Nothing was sent. Check whether the application may use this "
                             "service, and from this machine's address.")
                              .arg(value(finding, 0)),
                          value(finding, 1));
    }
    if (value(finding, 1).isEmpty())
        return tr("The service refused the request with HTTP %1 and gave no reason. Nothing was "
                  "sent.")
            .arg(value(finding, 0));
    return tr("The service refused the request with HTTP %1: %2. Nothing was sent.")
        .arg(value(finding, 0), value(finding, 1));
}

QString RunSentences::sendUnreachable(const Finding &finding)
{
    return withDetail(unansweredSend(problemOfKey(value(finding, 0))), value(finding, 1));
}

QString RunSentences::noToken(const Finding &finding)
{
    return withDetail(unansweredSend(TransportProblem::NoToken), value(finding, 0));
}

QString RunSentences::sendOutcomeUnknown(const Finding &finding)
{
    return withDetail(unansweredSend(problemOfKey(value(finding, 0))), value(finding, 1));
}

QString RunSentences::pollFailed(const Finding &finding)
{
    const TransportProblem problem = problemOfKey(value(finding, 2));
    if (problem == TransportProblem::None)
        return withDetail(tr("Polls without a state so far: %1. The last one was answered with "
                             "HTTP %2.")
                              .arg(value(finding, 1), value(finding, 2)),
                          value(finding, 3));
    return withDetail(tr("Polls without a state so far: %1. The last one: %2")
                          .arg(value(finding, 1), unansweredPoll(problem)),
                      value(finding, 3));
}

QString RunSentences::bodyNotUnderstood(const Finding &finding)
{
    if (value(finding, 0) == QLatin1String("webhook"))
        return tr("Webhooks that could not be understood so far: %1. They were stored as they "
                  "are; the inspector shows them.")
            .arg(value(finding, 1));
    const QString sentence = tr("Answers that could not be understood so far: %1. They were stored "
                                "as they are; the inspector shows them.")
                                 .arg(value(finding, 1));
    if (value(finding, 2).isEmpty())
        return sentence;
    return sentence + QLatin1Char(' ')
           + tr("The last one is no JSON (%1): a proxy or a login page may answer in place of the "
                "service.")
                 .arg(value(finding, 2));
}

QString RunSentences::mediaTypeNotJson(const Finding &finding)
{
    return tr("Answers that call themselves %1, not JSON, so far: %2. They were read as JSON all the "
              "same.")
        .arg(value(finding, 2), value(finding, 1));
}

QString RunSentences::flowIdDiffers(const Finding &finding)
{
    return tr("Reports about another flow came in: %2 instead of %1, so far %3. They change "
              "nothing in this run. Check who else posts to this run's address.")
        .arg(value(finding, 0), value(finding, 1), value(finding, 2));
}

QString RunSentences::stepNotInFlow(const Finding &finding)
{
    return tr("The service reports a %1 message that the flow has no step for; it is shown as "
              "step %2.")
        .arg(channelNameOfKey(value(finding, 1)), value(finding, 0));
}

QString RunSentences::unknownStatus(const Finding &finding)
{
    return tr("Step %1 (%2) reports a status that the API document does not have: %3. What it "
              "means for the flow is unknown.")
        .arg(value(finding, 0), channelNameOfKey(value(finding, 1)), value(finding, 2));
}

QString RunSentences::finalStatusContradiction(const Finding &finding)
{
    return tr("Step %1 (%2) was %3 and later reported as %4, although the first is final. The "
              "first one stays.")
        .arg(value(finding, 0), channelNameOfKey(value(finding, 1)), value(finding, 2),
             value(finding, 3));
}

QString RunSentences::runReopened(const Finding &finding)
{
    if (value(finding, 0) == QLatin1String("send-outcome-unknown"))
        return tr("Whether the flow was sent was unknown; a later report shows that it was.");
    return tr("The run had been concluded; a later report shows that it goes on.");
}

// ---------------------------------------------------------------------------------- failovers

QString RunSentences::due(const DueFailover &due)
{
    const QString next = channelName(due.toChannel);
    const QString running = channelName(due.fromChannel);
    switch (due.condition) {
    case DueFailover::Condition::IfExpired:
        //: %1 and %2 are names of channels
        return tr("%1 is due if %2 expires").arg(next, running);
    case DueFailover::Condition::UnlessSeen:
        return tr("%1 is due unless %2 is seen").arg(next, running);
    case DueFailover::Condition::Triggered:
        return tr("%1 is due because of what %2 reports").arg(next, running);
    }
    Q_UNREACHABLE();
}

QString RunSentences::failover(const Failover &failover)
{
    const QString from = QString::number(failover.fromOrder);
    const QString to = QString::number(failover.toOrder);
    switch (failover.reason) {
    case FailoverReason::TriggerStatus:
        return tr("Step %1 was tried because step %2 reported %3 (API document 4.3).")
            .arg(to, from, failover.trigger);
    case FailoverReason::DeliveredPlusTtl:
        return tr("Step %1 was tried because step %2 was %3 and not seen within its time to live "
                  "(failoverOnDelivered, API document 4.2).")
            .arg(to, from, failover.trigger);
    case FailoverReason::Unexplained:
        return tr("Step %1 was tried, and nothing reported about step %2 explains why.")
            .arg(to, from);
    }
    Q_UNREACHABLE();
}

// ----------------------------------------------------------------------------------- headline

QString RunSentences::subject(const StepState &step)
{
    switch (step.channel) {
    case Channel::Viber:
        return tr("Viber", "first word of a sentence");
    case Channel::Sms:
        return tr("The SMS", "first words of a sentence");
    case Channel::Unknown:
        return step.channelText;
    }
    Q_UNREACHABLE();
}

QString RunSentences::subjectInSentence(const StepState &step)
{
    switch (step.channel) {
    case Channel::Viber:
        return tr("Viber", "inside a sentence");
    case Channel::Sms:
        return tr("the SMS", "inside a sentence");
    case Channel::Unknown:
        return step.channelText;
    }
    Q_UNREACHABLE();
}

QString RunSentences::unsentHeadline(const RunState &state)
{
    switch (state.conclusion) {
    case Conclusion::SendFailed:
        if (!state.error.isEmpty())
            return tr("Nothing was sent. The service says: %1").arg(state.error);
        if (!state.status.isEmpty())
            return tr("Nothing was sent: the service could not send on any channel.");
        return tr("Nothing was sent. The findings say why.");
    case Conclusion::SendOutcomeUnknown:
        return tr("Whether the flow was sent is unknown. Look at the phone before you send again.");
    case Conclusion::Open:
    case Conclusion::StepsFinal:
    case Conclusion::Seen:
    case Conclusion::DeliveredAndTtlOver:
    case Conclusion::EndedByService:
        break;
    }
    if (!state.status.isEmpty())
        return tr("The service took the flow; no step is known yet.");
    return tr("Nothing is known yet.");
}

/// The first half of a sentence about two steps: what became of the earlier one.
QString RunSentences::earlierStep(const StepState &step, const QString &name)
{
    switch (standingOf(step)) {
    case Standing::OnItsWay:
        return tr("%1 is still on its way").arg(name);
    case Standing::Delivered:
        return step.failoverOnDelivered
                   ? tr("%1 was delivered but not seen within %2").arg(name, durationText(step.ttl))
                   : tr("%1 was delivered").arg(name);
    case Standing::Seen:
        return tr("%1 was seen").arg(name);
    case Standing::Expired:
        if (!step.startedAt || !step.concludedAt || *step.concludedAt < *step.startedAt ||
            step.startKind != TimeKind::Told || step.conclusionKind == TimeKind::Unknown)
            return tr("%1 expired").arg(name);
        // A poll saw it, some time after it happened.
        if (step.conclusionKind == TimeKind::ByThen)
            return tr("%1 expired within %2")
                .arg(name, durationText(rounded(*step.concludedAt - *step.startedAt)));
        return tr("%1 expired after %2")
            .arg(name, durationText(rounded(*step.concludedAt - *step.startedAt)));
    case Standing::Failed:
        return tr("%1 failed").arg(name);
    case Standing::Undelivered:
        return tr("%1 could not be delivered").arg(name);
    case Standing::Unsent:
        return tr("%1 could not be sent").arg(name);
    case Standing::Other:
        return tr("%1 reports %2").arg(name, step.status);
    }
    Q_UNREACHABLE();
}

/// What a step stood at when the next one was tried.
QString RunSentences::gaveWay(const StepState &step, const StepState &next, const QString &name)
{
    if (!isOvertaken(step, next))
        return earlierStep(step, name);
    // When it was reported says nothing about when it was.
    if (standingOf(step) == Standing::Expired)
        return tr("%1 expired").arg(name);
    if (standingOf(step) == Standing::Seen)
        return tr("%1 was not seen within %2").arg(name, durationText(step.ttl));
    return earlierStep(step, name);
}

/// The first half of a headline: what became of all steps but the last one tried.
QString RunSentences::earlierSteps(const std::vector<const StepState *> &tried)
{
    constexpr size_t mostTold = 3;
    QStringList clauses;
    size_t position = 0;
    if (tried.size() > mostTold + 1) {
        position = tried.size() - 2;
        clauses.append(tr("%n step(s) gave way", nullptr, static_cast<int>(position)));
    }
    for (; position + 1 < tried.size(); ++position) {
        const StepState &step = *tried[position];
        clauses.append(gaveWay(step, *tried[position + 1],
                               clauses.isEmpty() ? subject(step) : subjectInSentence(step)));
    }
    return clauses.join(QLatin1String("; "));
}

/// The second half: what became of the step that followed.
QString RunSentences::laterStep(const StepState &from, const StepState &to)
{
    const std::optional<std::chrono::milliseconds> delay = delayBetween(from, to);
    const QString name = subjectInSentence(to);
    if (!delay)
        //: %1 is a channel, %2 where it stands, for instance "is on its way"
        return tr("%1 followed and %2").arg(name, standing(to));
    return tr("%1 was sent %2 later and %3").arg(name, durationText(*delay), standing(to));
}

QString RunSentences::standing(const StepState &step)
{
    switch (standingOf(step)) {
    case Standing::OnItsWay:
        return tr("is on its way", "a message");
    case Standing::Delivered:
        return tr("was delivered", "a message");
    case Standing::Seen:
        return tr("was seen", "a message");
    case Standing::Expired:
        return tr("expired", "a message");
    case Standing::Failed:
        return tr("failed", "a message");
    case Standing::Undelivered:
        return tr("could not be delivered", "a message");
    case Standing::Unsent:
        return tr("could not be sent", "a message");
    case Standing::Other:
        return tr("reports %1", "a message").arg(step.status);
    }
    Q_UNREACHABLE();
}

/// What one still has to know behind the last step's standing; mostly nothing.
QString RunSentences::outlook(const RunState &state)
{
    switch (state.conclusion) {
    case Conclusion::Open:
    case Conclusion::Seen:
    case Conclusion::SendFailed:
    case Conclusion::SendOutcomeUnknown:
        return {};
    case Conclusion::DeliveredAndTtlOver:
        return tr("It was not seen while it was valid.");
    case Conclusion::StepsFinal:
        return state.terminatingChannel() == Channel::Unknown
                   ? tr("No channel delivered the code.")
                   : QString();
    case Conclusion::EndedByService:
        return tr("The service ended the flow although the next step was due.");
    }
    Q_UNREACHABLE();
}

QString RunSentences::onlyStep(const RunState &state, const StepState &step)
{
    const StepState *next = state.isConcluded() ? nullptr : dueStep(state);
    if (next && state.due->condition == DueFailover::Condition::UnlessSeen)
        return tr("%1 was delivered; %2 follows unless it is seen.")
            .arg(subject(step), subjectInSentence(*next));
    if (next && state.due->condition == DueFailover::Condition::Triggered)
        return tr("%1; %2 is due.").arg(earlierStep(step, subject(step)), subjectInSentence(*next));
    if (standingOf(step) == Standing::Expired)
        //: %1 is a sentence without its full stop
        return tr("%1.").arg(earlierStep(step, subject(step)));
    //: %1 is a channel, %2 where it stands: "The SMS", "is on its way"
    return tr("%1 %2.").arg(subject(step), standing(step));
}

QString RunSentences::oneStepHeadline(const RunState &state, const StepState &step)
{
    return (onlyStep(state, step) + QLatin1Char(' ') + outlook(state)).trimmed();
}

QString RunSentences::failoverHeadline(const RunState &state,
                                       const std::vector<const StepState *> &tried)
{
    const StepState &from = *tried[tried.size() - 2];
    const StepState &to = *tried.back();
    //: %1 and %2 are clauses: "Viber expired after 5 min", "the SMS followed and is on its way"
    QString sentence = tr("%1; %2.").arg(earlierSteps(tried), laterStep(from, to));
    if (standingOf(from) == Standing::Seen && isOvertaken(from, to))
        sentence += QLatin1Char(' ') + tr("%1 was seen after that.").arg(subject(from));
    return (sentence + QLatin1Char(' ') + outlook(state)).trimmed();
}

QString RunSentences::overdue(const StepState &step)
{
    return tr("Its time to live of %1 is over, and nothing final was reported.")
        .arg(durationText(step.ttl));
}

using Writer = QString (*)(const Finding &);

struct RunRuleText
{
    const char *rule;
    Writer write;
    QString (*source)();
};

constexpr std::array<RunRuleText, 13> ruleTexts{{
    {"send-failed", &RunSentences::sendFailed, &RuleSources::sendStatus},
    {"send-refused", &RunSentences::sendRefused, &RuleSources::validation},
    {"send-unreachable", &RunSentences::sendUnreachable, &RuleSources::none},
    {"no-token", &RunSentences::noToken, &RuleSources::none},
    {"send-outcome-unknown", &RunSentences::sendOutcomeUnknown, &RuleSources::none},
    {"poll-failed", &RunSentences::pollFailed, &RuleSources::none},
    {"body-not-understood", &RunSentences::bodyNotUnderstood, &RuleSources::none},
    {"media-type-not-json", &RunSentences::mediaTypeNotJson, &RuleSources::none},
    {"flow-id-differs", &RunSentences::flowIdDiffers, &RuleSources::none},
    {"step-not-in-flow", &RunSentences::stepNotInFlow, &RuleSources::stepOrder},
    {"unknown-status", &RunSentences::unknownStatus, &RuleSources::statuses},
    {"final-status-contradiction", &RunSentences::finalStatusContradiction, &RuleSources::finalStatuses},
    {"run-reopened", &RunSentences::runReopened, &RuleSources::none},
}};

const RunRuleText *textOf(const QString &rule)
{
    const auto *known = std::find_if(ruleTexts.begin(), ruleTexts.end(), [&](const auto &text) {
        return rule == QLatin1String(text.rule);
    });
    return known == ruleTexts.end() ? nullptr : known;
}

} // namespace

std::optional<QString> runFindingSentence(const Finding &finding)
{
    const RunRuleText *text = textOf(finding.rule);
    if (text)
        return text->write(finding);
    const std::optional<QString> judged = judgeSentence(finding);
    return judged ? judged : expectationSentence(finding);
}

QStringList runRules()
{
    QStringList rules = judgeRules();
    for (const RunRuleText &text : ruleTexts)
        rules.append(QString::fromLatin1(text.rule));
    return rules;
}

std::optional<QString> sourceOfRunRule(const QString &rule)
{
    const RunRuleText *text = textOf(rule);
    if (text)
        return text->source();
    if (rule.startsWith(QLatin1String("expected-")))
        return RuleSources::demanded();
    return sourceOfJudgeRule(rule);
}

QString sentenceFor(const NotUnderstood &problem)
{
    return RunSentences::notUnderstood(problem);
}

QString sentenceFor(TransportProblem problem, ObservationSource source)
{
    return RunSentences::transportProblem(problem, source);
}

QString headlineFor(const RunState &state)
{
    const std::vector<const StepState *> tried = triedSteps(state);
    const bool isWithoutSteps = tried.empty() || state.conclusion == Conclusion::SendFailed ||
                                state.conclusion == Conclusion::SendOutcomeUnknown;
    if (isWithoutSteps)
        return RunSentences::unsentHeadline(state);
    if (tried.size() == 1)
        return RunSentences::oneStepHeadline(state, *tried.front());
    return RunSentences::failoverHeadline(state, tried);
}

QString overdueSentence(const RunState &state, Instant now)
{
    const std::vector<const StepState *> tried = triedSteps(state);
    if (state.isConcluded() || tried.empty())
        return {};
    const StepState &last = *tried.back();
    const std::optional<Instant> ends = last.ttlEndsAt();
    const bool isOver = ends && last.ttl.count() > 0 && *ends < now;
    return isOver && standingOf(last) == Standing::OnItsWay ? RunSentences::overdue(last)
                                                            : QString();
}

QString sentenceFor(const DueFailover &due)
{
    return RunSentences::due(due);
}

QString sentenceFor(const Failover &failover)
{
    return RunSentences::failover(failover);
}

} // namespace otpscope::models
