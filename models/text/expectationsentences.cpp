// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/expectationsentences.h"

#include "models/text/sentences.h"

#include <QCoreApplication>

namespace otpscope::models {

namespace {

/// The context of the strings here. What was demanded stands first, what was seen behind it.
class ExpectationSentences
{
    Q_DECLARE_TR_FUNCTIONS(ExpectationSentences)

public:
    static QString finalStatus(const Finding &finding)
    {
        const QString expected = finding.values.value(0);
        const QString seen = finding.values.value(1);
        const QString sentence =
            seen.isEmpty()
                ? tr("Expected: the flow ends as %1. How it ended is not known.").arg(expected)
                : tr("Expected: the flow ends as %1. Seen: %2.").arg(expected, seen);
        const QString documented = finding.values.value(2);
        if (documented.isEmpty())
            return sentence;
        return sentence + QLatin1Char(' ') +
               tr("No document names %1 as a flow's status; they name %2.")
                   .arg(expected, documented);
    }

    static QString channel(const QString &expected, const QString &seen)
    {
        return tr("Expected: delivered by %1. Seen: %2.").arg(nameOf(expected), nameOf(seen));
    }

    static QString steps(const Finding &finding)
    {
        return tr("Expected: step %1 goes through %2. Seen: %3.")
            .arg(finding.values.value(0), orNothing(finding.values.value(1)),
                 orNothing(finding.values.value(2)));
    }

    static QString failover(const Finding &finding)
    {
        const bool happens = finding.values.value(1) == QLatin1String("happens");
        return happens ? tr("Expected: step %1 is tried.").arg(finding.values.value(0))
                       : tr("Expected: step %1 is not tried.").arg(finding.values.value(0));
    }

    static QString within(const QString &expected, const QString &seen)
    {
        if (seen.isEmpty())
            return tr("Expected: concluded within %1 s. When it was is not known.").arg(expected);
        return tr("Expected: concluded within %1 s. Seen: %2 s.").arg(expected, seen);
    }

    static QString price(const QString &expected, const QString &seen)
    {
        if (seen.isEmpty())
            return tr("Expected: a price of %1 at most. The price is not known.").arg(expected);
        return tr("Expected: a price of %1 at most. Seen: %2.").arg(expected, seen);
    }

    static QString noFinding(const QString &rule, const QString &seen)
    {
        if (seen.isEmpty())
            return tr("Expected: no finding of %1.").arg(rule);
        return tr("Expected: no finding of %1. Seen: %2.").arg(rule, seen);
    }

    static QString problem(const ExpectationProblem &problem)
    {
        const QString place =
            problem.pointer.isEmpty() ? tr("the document itself") : problem.pointer;
        switch (problem.kind) {
        case ExpectationProblem::Kind::NotJson:
            return problem.json ? models::sentenceFor(*problem.json) : QString();
        case ExpectationProblem::Kind::WrongValue:
            return tr("What is expected cannot be read at %1: the value is missing or of the wrong "
                      "type.")
                .arg(place);
        case ExpectationProblem::Kind::UnknownKey:
            return tr("What is expected has a key that means nothing: %1.").arg(place);
        case ExpectationProblem::Kind::UnknownRule:
            return unknownRule(problem);
        }
        Q_UNREACHABLE();
    }

private:
    static QString unknownRule(const ExpectationProblem &problem)
    {
        if (problem.likelyRules.isEmpty())
            return tr("What is expected names a rule that nobody knows at %1: \"%2\". Write the id "
                      "that a finding shows, or error, or warning.")
                .arg(problem.pointer, problem.rule);
        return tr("What is expected names a rule that nobody knows at %1: \"%2\". Most like it: "
                  "%3.")
            .arg(problem.pointer, problem.rule, problem.likelyRules.join(QLatin1String(", ")));
    }

    static QString nameOf(const QString &key)
    {
        if (key == QLatin1String("viber"))
            return channelName(Channel::Viber);
        if (key == QLatin1String("sms"))
            return channelName(Channel::Sms);
        return tr("no channel");
    }

    static QString orNothing(const QString &statuses)
    {
        return statuses.isEmpty() ? tr("no status") : statuses;
    }
};

} // namespace

std::optional<QString> expectationSentence(const Finding &finding)
{
    const QString expected = finding.values.value(0);
    const QString seen = finding.values.value(1);
    if (finding.rule == QLatin1String("expected-final-status"))
        return ExpectationSentences::finalStatus(finding);
    if (finding.rule == QLatin1String("expected-terminating-channel"))
        return ExpectationSentences::channel(expected, seen);
    if (finding.rule == QLatin1String("expected-step-statuses"))
        return ExpectationSentences::steps(finding);
    if (finding.rule == QLatin1String("expected-failover"))
        return ExpectationSentences::failover(finding);
    if (finding.rule == QLatin1String("expected-within"))
        return ExpectationSentences::within(expected, seen);
    if (finding.rule == QLatin1String("expected-price"))
        return ExpectationSentences::price(expected, seen);
    if (finding.rule == QLatin1String("expected-no-finding"))
        return ExpectationSentences::noFinding(expected, seen);
    return std::nullopt;
}

QString sentenceFor(const ExpectationProblem &problem)
{
    return ExpectationSentences::problem(problem);
}

} // namespace otpscope::models
