// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/judgesentences.h"

#include "models/text/rulesources.h"
#include "models/text/sentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <chrono>

namespace otpscope::models {

namespace {

using std::chrono::milliseconds;

/// The context of the strings here. Values 0 to 3 of a finding about two steps are the order and
/// channel of the later one, then of the earlier one; of a finding about one step, 0 and 1.
class JudgeSentences
{
    Q_DECLARE_TR_FUNCTIONS(JudgeSentences)

public:
    /// More values: trigger, "trigger" or "plus-ttl", ms from start to trigger, ttl, ms from there
    /// to the next step, "poll" where a poll showed the trigger, ms from start to the poll before
    /// that, ms from start to the next step; any of the numbers may be empty.
    static QString failoverAsDocumented(const Finding &finding);
    /// More: status of the earlier step; so for the next four.
    static QString failoverUnexplained(const Finding &finding);
    static QString failoverOnDeliveredOff(const Finding &finding);
    static QString failoverMissing(const Finding &finding);
    /// More: ms after SEEN, empty where nobody knows.
    static QString failoverAfterSeen(const Finding &finding);
    /// More: ms overdue, "poll" where it is at least that.
    static QString failoverOverdue(const Finding &finding);
    /// More: ms between Delivered and the next step, ttl, "at-most" where it may be less.
    static QString failoverTooEarly(const Finding &finding);
    /// More: trigger, ms late, ttl where it counts from Delivered, "poll" where a poll showed what
    /// it counts from.
    static QString failoverTooLate(const Finding &finding);
    static QString wrongNextStep(const Finding &finding);
    /// More: status the earlier one had, else ms it came before it.
    static QString stepBeforeItsTurn(const Finding &finding);
    /// More: price of both, "on" or "off".
    static QString bothDelivered(const Finding &finding);

    /// More: earlier status, later status, ms between.
    static QString statusAfterFinal(const Finding &finding);
    static QString statusBackwards(const Finding &finding);
    /// More: status, ttl, ms over, "at-least" where it may be more.
    static QString ttlOver(const Finding &finding);
    /// Values: which mismatch.
    static QString flowStatusMismatch(const Finding &finding);
    /// Values: statusCode, meaning, error.
    static QString flowFailed(const Finding &finding);
    /// Values: status, expected one, number of steps.
    static QString sendStatusUnexpected(const Finding &finding);

    /// More: statuses, ms until the run ended where it ended before that was long enough.
    static QString webhookMissing(const Finding &finding);
    /// More: status, ms late.
    static QString webhookLate(const Finding &finding);
    /// Values: nothing, how many.
    static QString webhookDuplicate(const Finding &finding);
    static QString webhookOutOfOrder(const Finding &finding);
    /// More: names of the fields, first valueAt by webhook, by poll.
    static QString webhookDiffers(const Finding &finding);

    /// Values: nothing, total, sum.
    static QString totalCostDiffers(const Finding &finding);
    /// More: the number, masked.
    static QString recipientDiffers(const Finding &finding);
    /// More: the other channel.
    static QString channelDiffers(const Finding &finding);
    /// More: ms.
    static QString timesContradict(const Finding &finding);
    /// Values: "ahead" or "behind", ms, "zone" or nothing.
    static QString clockSkew(const Finding &finding);

    /// "Step 2 (SMS)"
    static QString step(const Finding &finding, int index);
    static QString stepInside(const Finding &finding, int index);
    static QString exact(const QString &milliseconds);

private:
    static QString triggered(const Finding &finding);
    static QString triggeredByPoll(const Finding &finding);
};

QString valueAt(const Finding &finding, int index)
{
    return finding.values.value(index);
}

QString channelOfKey(const QString &key)
{
    if (key == QLatin1String("viber"))
        return channelName(Channel::Viber);
    if (key == QLatin1String("sms"))
        return channelName(Channel::Sms);
    return key;
}

QString JudgeSentences::step(const Finding &finding, int index)
{
    //: at the start of a sentence: %1 is its number, %2 its channel
    return tr("Step %1 (%2)")
        .arg(valueAt(finding, index), channelOfKey(valueAt(finding, index + 1)));
}

QString JudgeSentences::stepInside(const Finding &finding, int index)
{
    //: within a sentence: %1 is its number, %2 its channel
    return tr("step %1 (%2)")
        .arg(valueAt(finding, index), channelOfKey(valueAt(finding, index + 1)));
}

/// Tenths of a second for as long as one reckons in seconds: "120.4 s" beside "ttl 120 s".
QString JudgeSentences::exact(const QString &text)
{
    using namespace std::chrono_literals;
    const milliseconds duration{text.toLongLong()};
    if (duration < 10s || duration >= 10min || duration % 1s == 0ms)
        return durationText(duration);
    constexpr double perSecond = 1000.0;
    return tr("%1 s").arg(
        QString::number(static_cast<double>(duration.count()) / perSecond, 'f', 1));
}

// -------------------------------------------------------------------------------- failovers

QString JudgeSentences::triggered(const Finding &finding)
{
    const QString ttl = valueAt(finding, 7);
    const QString from = step(finding, 2);
    if (valueAt(finding, 6).isEmpty())
        return tr("%1 reported %2").arg(from, valueAt(finding, 4));
    const QString after = exact(valueAt(finding, 6));
    if (ttl.isEmpty())
        return tr("%1 reported %2 %3 after sending").arg(from, valueAt(finding, 4), after);
    return tr("%1 reported %2 %3 after sending (ttl %4 s)")
        .arg(from, valueAt(finding, 4), after, ttl);
}

/// What a poll shows has happened by then; when, only the poll before it can narrow.
QString JudgeSentences::triggeredByPoll(const Finding &finding)
{
    const QString ttl = valueAt(finding, 7);
    const QString from = step(finding, 2);
    const QString status = valueAt(finding, 4);
    const QString by = exact(valueAt(finding, 6));
    if (valueAt(finding, 10).isEmpty())
        return ttl.isEmpty() ? tr("%1 was %2 at a poll %3 after sending").arg(from, status, by)
                             : tr("%1 was %2 at a poll %3 after sending (ttl %4 s)")
                                   .arg(from, status, by, ttl);
    const QString notYet = exact(valueAt(finding, 10));
    return ttl.isEmpty()
               ? tr("%1 became %2 between two polls, %3 and %4 after sending")
                     .arg(from, status, notYet, by)
               : tr("%1 became %2 between two polls, %3 and %4 after sending (ttl %5 s)")
                     .arg(from, status, notYet, by, ttl);
}

QString JudgeSentences::failoverAsDocumented(const Finding &finding)
{
    const QString next = stepInside(finding, 0);
    const QString after = valueAt(finding, 8);
    if (valueAt(finding, 5) == QLatin1String("plus-ttl")) {
        if (after.isEmpty())
            return tr("%1 was delivered and not seen; %2 followed, as failoverOnDelivered demands.")
                .arg(step(finding, 2), next);
        return tr("%1 was delivered and not seen; %2 followed %3 later (ttl %4 s), as "
                  "failoverOnDelivered demands.")
            .arg(step(finding, 2), next, exact(after), valueAt(finding, 7));
    }
    const bool isByPoll = valueAt(finding, 9) == QLatin1String("poll");
    const QString trigger = isByPoll && !valueAt(finding, 6).isEmpty() ? triggeredByPoll(finding)
                                                                       : triggered(finding);
    if (isByPoll && !valueAt(finding, 11).isEmpty())
        return tr("%1; %2 followed, as the document demands, and was made %3 after sending.")
            .arg(trigger, next, exact(valueAt(finding, 11)));
    if (after.isEmpty())
        return tr("%1; %2 followed, as the document demands.").arg(trigger, next);
    return tr("%1; %2 followed %3 later, as the document demands.")
        .arg(trigger, next, exact(after));
}

QString JudgeSentences::failoverUnexplained(const Finding &finding)
{
    if (valueAt(finding, 4).isEmpty())
        return tr("%1 was tried, but %2 never reported a status that would explain it.")
            .arg(step(finding, 0), stepInside(finding, 2));
    return tr("%1 was tried, but %2 is %3, which is no reason for a failover.")
        .arg(step(finding, 0), stepInside(finding, 2), valueAt(finding, 4));
}

QString JudgeSentences::failoverOnDeliveredOff(const Finding &finding)
{
    return tr("%1 was tried although %2 was delivered and failoverOnDelivered is off.")
        .arg(step(finding, 0), stepInside(finding, 2));
}

QString JudgeSentences::failoverMissing(const Finding &finding)
{
    return tr("%1 is %2, so %3 had to be tried, but the service ended the flow as Failed.")
        .arg(step(finding, 2), valueAt(finding, 4), stepInside(finding, 0));
}

QString JudgeSentences::failoverAfterSeen(const Finding &finding)
{
    if (valueAt(finding, 5).isEmpty())
        return tr("%1 had been seen, which stops the flow; %2 was tried after that all the same.")
            .arg(step(finding, 2), stepInside(finding, 0));
    return tr("%1 had been seen, which stops the flow; %2 was tried %3 later all the same.")
        .arg(step(finding, 2), stepInside(finding, 0), exact(valueAt(finding, 5)));
}

QString JudgeSentences::failoverOverdue(const Finding &finding)
{
    if (!valueAt(finding, 6).isEmpty())
        return tr("%1 is %2, so %3 is due, and at least %4 after that a poll still does not show "
                  "it.")
            .arg(step(finding, 2), valueAt(finding, 4), stepInside(finding, 0),
                 exact(valueAt(finding, 5)));
    return tr("%1 is %2, so %3 is due, and %4 after that a poll still does not show it.")
        .arg(step(finding, 2), valueAt(finding, 4), stepInside(finding, 0),
             exact(valueAt(finding, 5)));
}

QString JudgeSentences::failoverTooEarly(const Finding &finding)
{
    if (!valueAt(finding, 6).isEmpty())
        return tr("%1 was tried at most %2 after %3 had been delivered; failoverOnDelivered gives "
                  "it %4 s to be seen.")
            .arg(step(finding, 0), exact(valueAt(finding, 4)), stepInside(finding, 2),
                 valueAt(finding, 5));
    return tr("%1 was tried %2 after %3 had been delivered; failoverOnDelivered gives it %4 s to "
              "be seen.")
        .arg(step(finding, 0), exact(valueAt(finding, 4)), stepInside(finding, 2),
             valueAt(finding, 5));
}

QString JudgeSentences::failoverTooLate(const Finding &finding)
{
    const bool isByPoll = !valueAt(finding, 7).isEmpty();
    if (isByPoll && valueAt(finding, 6).isEmpty())
        return tr("%1 was %2 at a poll; %3 followed only %4 after that poll.")
            .arg(step(finding, 2), valueAt(finding, 4), stepInside(finding, 0),
                 exact(valueAt(finding, 5)));
    if (isByPoll)
        return tr("%1 was delivered and its ttl of %2 s ran out; %3 followed %4 after "
                  "that or later still.")
            .arg(step(finding, 2), valueAt(finding, 6), stepInside(finding, 0),
                 exact(valueAt(finding, 5)));
    if (valueAt(finding, 6).isEmpty())
        return tr("%1 reported %2; %3 followed only %4 later.")
            .arg(step(finding, 2), valueAt(finding, 4), stepInside(finding, 0),
                 exact(valueAt(finding, 5)));
    return tr("%1 was delivered and its ttl of %2 s ran out; %3 followed only %4 after that.")
        .arg(step(finding, 2), valueAt(finding, 6), stepInside(finding, 0),
             exact(valueAt(finding, 5)));
}

QString JudgeSentences::wrongNextStep(const Finding &finding)
{
    return tr("%1 was tried, but %2 comes before it and was left out.")
        .arg(step(finding, 0), stepInside(finding, 2));
}

QString JudgeSentences::stepBeforeItsTurn(const Finding &finding)
{
    if (!valueAt(finding, 4).isEmpty())
        return tr("%1 was tried while %2 was still %3.")
            .arg(step(finding, 0), stepInside(finding, 2), valueAt(finding, 4));
    return tr("%1 was made %2 before %3, whose turn comes first.")
        .arg(step(finding, 0), exact(valueAt(finding, 5)), stepInside(finding, 2));
}

QString JudgeSentences::bothDelivered(const Finding &finding)
{
    QString sentence =
        valueAt(finding, 4).isEmpty()
            ? tr("%1 and %2 were both delivered: the person got two codes, and two "
                 "messages are paid for.")
                  .arg(step(finding, 2), stepInside(finding, 0))
            : tr("%1 and %2 were both delivered: the person got two codes, and both "
                 "are paid for, %3 in all.")
                  .arg(step(finding, 2), stepInside(finding, 0), valueAt(finding, 4));
    if (valueAt(finding, 5) == QLatin1String("on"))
        sentence += QLatin1Char(' ') + tr("That is what failoverOnDelivered asks for.");
    return sentence;
}

// --------------------------------------------------------------------------------- statuses

QString JudgeSentences::statusAfterFinal(const Finding &finding)
{
    return tr("%1 was %2, which is final, and %4 later was reported as %3.")
        .arg(step(finding, 0), valueAt(finding, 2), valueAt(finding, 3),
             exact(valueAt(finding, 4)));
}

QString JudgeSentences::statusBackwards(const Finding &finding)
{
    return tr("%1 went back from %2 to %3, %4 later.")
        .arg(step(finding, 0), valueAt(finding, 2), valueAt(finding, 3),
             exact(valueAt(finding, 4)));
}

QString JudgeSentences::ttlOver(const Finding &finding)
{
    if (!valueAt(finding, 5).isEmpty())
        return tr("The ttl of %1, %2 s, has been over for at least %3, and it is still %4.")
            .arg(stepInside(finding, 0), valueAt(finding, 3), exact(valueAt(finding, 4)),
                 valueAt(finding, 2));
    return tr("The ttl of %1, %2 s, has been over for %3, and it is still %4.")
        .arg(stepInside(finding, 0), valueAt(finding, 3), exact(valueAt(finding, 4)),
             valueAt(finding, 2));
}

QString JudgeSentences::flowStatusMismatch(const Finding &finding)
{
    if (valueAt(finding, 0) == QLatin1String("failed-but-delivered"))
        return tr("The service reports the flow as Failed although a step was delivered.");
    if (valueAt(finding, 0) == QLatin1String("succeeded-but-all-failed"))
        return tr("The service reports the flow as Succeeded although every step tried failed.");
    return tr("The service reports the flow as InProgress although nothing can follow any more.");
}

QString JudgeSentences::flowFailed(const Finding &finding)
{
    QString sentence = tr("The service reports the flow as Failed.");
    if (!valueAt(finding, 2).isEmpty())
        sentence += QLatin1Char(' ') + tr("It says: %1.").arg(valueAt(finding, 2));
    if (!valueAt(finding, 1).isEmpty())
        sentence += QLatin1Char(' ') +
                    tr("statusCode %1 means: %2.").arg(valueAt(finding, 0), valueAt(finding, 1));
    else if (!valueAt(finding, 0).isEmpty())
        sentence += QLatin1Char(' ') +
                    tr("What statusCode %1 means is not documented.").arg(valueAt(finding, 0));
    return sentence;
}

QString JudgeSentences::sendStatusUnexpected(const Finding &finding)
{
    return tr("The send of a flow with %1 steps was answered with status %2; %3 is documented for "
              "that.")
        .arg(valueAt(finding, 2), valueAt(finding, 0), valueAt(finding, 1));
}

// --------------------------------------------------------------------------------- webhooks

QString JudgeSentences::webhookMissing(const Finding &finding)
{
    if (!valueAt(finding, 3).isEmpty())
        return tr("Polling saw that %1 became %2, and no webhook told it in the %3 until the run "
                  "ended.")
            .arg(stepInside(finding, 0), valueAt(finding, 2), exact(valueAt(finding, 3)));
    return tr("Polling saw that %1 became %2, and no webhook told it.")
        .arg(stepInside(finding, 0), valueAt(finding, 2));
}

QString JudgeSentences::webhookLate(const Finding &finding)
{
    return tr("The webhook that %1 became %2 came %3 after polling had seen it.")
        .arg(stepInside(finding, 0), valueAt(finding, 2), exact(valueAt(finding, 3)));
}

QString JudgeSentences::webhookDuplicate(const Finding &finding)
{
    return tr("Webhooks that repeat what an earlier one said: %1. Whoever counts them must expect "
              "that.")
        .arg(valueAt(finding, 1));
}

QString JudgeSentences::webhookOutOfOrder(const Finding &finding)
{
    return tr("Webhooks that came after one with a newer state: %1. They took nothing back.")
        .arg(valueAt(finding, 1));
}

QString JudgeSentences::webhookDiffers(const Finding &finding)
{
    return tr("Webhook and poll differ about %1, at the same status, in: %2. The webhook says "
              "\"%3\", the poll \"%4\".")
        .arg(stepInside(finding, 0), valueAt(finding, 2), valueAt(finding, 3), valueAt(finding, 4));
}

// ---------------------------------------------------------------------------------- contents

QString JudgeSentences::totalCostDiffers(const Finding &finding)
{
    return tr("total_cost is %1, but the prices of the steps add up to %2.")
        .arg(valueAt(finding, 1), valueAt(finding, 2));
}

QString JudgeSentences::recipientDiffers(const Finding &finding)
{
    return tr("%1 went to %2, which is not the number the request names.")
        .arg(step(finding, 0), valueAt(finding, 2));
}

QString JudgeSentences::channelDiffers(const Finding &finding)
{
    return tr("%1 is reported on the channel %2.").arg(step(finding, 0), valueAt(finding, 2));
}

QString JudgeSentences::timesContradict(const Finding &finding)
{
    return tr("%1 was delivered %2 before it was made, by the service's own times.")
        .arg(step(finding, 0), exact(valueAt(finding, 2)));
}

QString JudgeSentences::clockSkew(const Finding &finding)
{
    const QString by = exact(valueAt(finding, 1));
    QString sentence =
        valueAt(finding, 0) == QLatin1String("ahead")
            ? tr("The service's clock is at least %1 ahead of this machine's.").arg(by)
            : tr("The service's clock is at least %1 behind this machine's.").arg(by);
    if (valueAt(finding, 2) == QLatin1String("zone"))
        sentence +=
            QLatin1Char(' ') + tr("That looks like times of another zone written without it.");
    return sentence;
}

using JudgeWriter = QString (*)(const Finding &);

struct JudgeRuleText
{
    const char *rule;
    JudgeWriter write;
    QString (*source)();
};

constexpr std::array judgeRuleTexts{
    JudgeRuleText{"failover-as-documented", &JudgeSentences::failoverAsDocumented,
                  &RuleSources::triggers},
    JudgeRuleText{"failover-unexplained", &JudgeSentences::failoverUnexplained,
                  &RuleSources::triggers},
    JudgeRuleText{"failover-on-delivered-off", &JudgeSentences::failoverOnDeliveredOff,
                  &RuleSources::onDelivered},
    JudgeRuleText{"failover-missing", &JudgeSentences::failoverMissing, &RuleSources::triggers},
    JudgeRuleText{"failover-after-seen", &JudgeSentences::failoverAfterSeen, &RuleSources::seen},
    JudgeRuleText{"failover-overdue", &JudgeSentences::failoverOverdue, &RuleSources::triggers},
    JudgeRuleText{"failover-too-early", &JudgeSentences::failoverTooEarly,
                  &RuleSources::onDelivered},
    JudgeRuleText{"failover-too-late", &JudgeSentences::failoverTooLate, &RuleSources::triggers},
    JudgeRuleText{"wrong-next-step", &JudgeSentences::wrongNextStep, &RuleSources::stepOrder},
    JudgeRuleText{"step-before-its-turn", &JudgeSentences::stepBeforeItsTurn,
                  &RuleSources::stepOrder},
    JudgeRuleText{"both-delivered", &JudgeSentences::bothDelivered, &RuleSources::onDelivered},
    JudgeRuleText{"status-after-final", &JudgeSentences::statusAfterFinal,
                  &RuleSources::finalStatuses},
    JudgeRuleText{"status-backwards", &JudgeSentences::statusBackwards,
                  &RuleSources::finalStatuses},
    JudgeRuleText{"ttl-over", &JudgeSentences::ttlOver, &RuleSources::ttl},
    JudgeRuleText{"flow-status-mismatch", &JudgeSentences::flowStatusMismatch,
                  &RuleSources::flowStatuses},
    JudgeRuleText{"flow-failed", &JudgeSentences::flowFailed, &RuleSources::statusCodes},
    JudgeRuleText{"send-status-unexpected", &JudgeSentences::sendStatusUnexpected,
                  &RuleSources::sendStatus},
    JudgeRuleText{"webhook-missing", &JudgeSentences::webhookMissing, &RuleSources::webhooks},
    JudgeRuleText{"webhook-late", &JudgeSentences::webhookLate, &RuleSources::webhooks},
    JudgeRuleText{"webhook-duplicate", &JudgeSentences::webhookDuplicate,
                  &RuleSources::webhookOrder},
    JudgeRuleText{"webhook-out-of-order", &JudgeSentences::webhookOutOfOrder,
                  &RuleSources::webhookOrder},
    JudgeRuleText{"webhook-differs-from-poll", &JudgeSentences::webhookDiffers,
                  &RuleSources::webhookShape},
    JudgeRuleText{"total-cost-differs", &JudgeSentences::totalCostDiffers, &RuleSources::totalCost},
    JudgeRuleText{"recipient-differs", &JudgeSentences::recipientDiffers, &RuleSources::recipient},
    JudgeRuleText{"channel-differs", &JudgeSentences::channelDiffers, &RuleSources::recipient},
    JudgeRuleText{"times-contradict", &JudgeSentences::timesContradict, &RuleSources::stepTimes},
    JudgeRuleText{"clock-skew", &JudgeSentences::clockSkew, &RuleSources::clocks},
};

const JudgeRuleText *judgeTextOf(const QString &rule)
{
    const auto *known =
        std::find_if(judgeRuleTexts.begin(), judgeRuleTexts.end(),
                     [&](const auto &text) { return rule == QLatin1String(text.rule); });
    return known == judgeRuleTexts.end() ? nullptr : known;
}

} // namespace

std::optional<QString> judgeSentence(const Finding &finding)
{
    const JudgeRuleText *text = judgeTextOf(finding.rule);
    return text ? std::optional(text->write(finding)) : std::nullopt;
}

std::optional<QString> sourceOfJudgeRule(const QString &rule)
{
    const JudgeRuleText *text = judgeTextOf(rule);
    return text ? std::optional(text->source()) : std::nullopt;
}

QStringList judgeRules()
{
    QStringList rules;
    for (const JudgeRuleText &text : judgeRuleTexts)
        rules.append(QString::fromLatin1(text.rule));
    return rules;
}

} // namespace otpscope::models
