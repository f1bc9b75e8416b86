// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expect/expectations.h"

#include "models/run/runrules.h"
#include "models/run/statusmeaning.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>

namespace otpscope::models {

namespace {

using Verdict = CheckedExpectation::Verdict;

QString channelWord(Channel channel)
{
    StepState step;
    step.channel = channel;
    return channelKey(step);
}

QString decimal(double number)
{
    return QString::number(number, 'g', 10);
}

/// For sums of prices, which are binary fractions.
constexpr double priceTolerance = 1e-9;

QStringList statusesOf(const RunOutcome &outcome, int order)
{
    QStringList statuses;
    for (const Transition &transition : outcome.transitions) {
        if (transition.subject == Subject::Step && transition.order == order)
            statuses.append(transition.to);
    }
    return statuses;
}

std::optional<double> secondsOf(const RunState &state)
{
    if (!state.sentAt || !state.concludedAt || state.conclusionKind == TimeKind::Unknown)
        return std::nullopt;
    return std::chrono::duration<double>(*state.concludedAt - *state.sentAt).count();
}

std::optional<double> priceOf(const RunState &state)
{
    if (state.totalCost)
        return state.totalCost;
    std::optional<double> sum;
    for (const StepState &step : state.steps) {
        if (step.isTried() && !step.price)
            return std::nullopt;
        if (step.price)
            sum = sum.value_or(0) + *step.price;
    }
    return sum;
}

/// Whether `seen` goes through `expected` in this order and ends with its last.
bool goesThrough(const QStringList &seen, const QStringList &expected)
{
    qsizetype next = 0;
    for (const QString &status : seen) {
        if (next < expected.size() && isSameText(status, expected.at(next)))
            ++next;
    }
    if (next < expected.size())
        return false;
    return expected.isEmpty() ? seen.isEmpty()
                              : !seen.isEmpty() && isSameText(seen.last(), expected.last());
}

/// routee-api section 4. The service may have others by now, so none is refused.
const QStringList &documentedFlowStatuses()
{
    static const QStringList statuses{QStringLiteral("InProgress"), QStringLiteral("Succeeded"),
                                      QStringLiteral("Failed")};
    return statuses;
}

bool isMeant(const Finding &finding, const QString &rule)
{
    if (rule == QLatin1String("error"))
        return finding.severity == Severity::Error;
    if (rule == QLatin1String("warning"))
        return finding.severity != Severity::Info;
    return finding.rule == rule;
}

/// Checks one demand after the other.
class Checker
{
public:
    explicit Checker(const RunOutcome &outcome)
        : m_outcome(outcome)
    {}

    void add(Verdict verdict, const char *rule, const QStringList &values,
             const std::vector<ObservationId> &evidence = {})
    {
        Finding finding;
        finding.severity = verdict == Verdict::Met ? Severity::Info : Severity::Error;
        finding.rule = QString::fromLatin1(rule);
        finding.values = values;
        finding.evidence = evidence;
        result.push_back({verdict, finding});
    }

    /// What may still change is not known before the run is over.
    [[nodiscard]] Verdict onceOver(bool isMet) const
    {
        if (!m_outcome.state.isConcluded())
            return Verdict::Unknown;
        return isMet ? Verdict::Met : Verdict::Failed;
    }

    void checkStatus(const QString &expected)
    {
        const RunState &state = m_outcome.state;
        // What the send answers is not yet the outcome: "Succeeded" there means accepted.
        const bool isSendFailure = state.conclusion == Conclusion::SendFailed;
        const bool isKnown = !state.status.isEmpty() && (!state.isStatusFromSend || isSendFailure);
        const Verdict verdict =
            isKnown ? onceOver(isSameText(state.status, expected)) : Verdict::Unknown;
        QStringList values{expected, isKnown ? state.status : QString()};
        if (const QStringList &documented = documentedFlowStatuses();
            !documented.contains(expected, Qt::CaseInsensitive))
            values.append(documented.join(QLatin1String(", ")));
        add(verdict, "expected-final-status", values);
    }

    void checkChannel(Channel expected)
    {
        const Channel seen = m_outcome.state.terminatingChannel();
        add(onceOver(seen == expected), "expected-terminating-channel",
            {channelWord(expected), channelWord(seen)});
    }

    void checkStep(const ExpectedStatuses &expected)
    {
        const QStringList seen = statusesOf(m_outcome, expected.order);
        std::vector<ObservationId> evidence;
        for (const Transition &transition : m_outcome.transitions) {
            if (transition.subject == Subject::Step && transition.order == expected.order)
                evidence.push_back(transition.observation);
        }
        add(onceOver(goesThrough(seen, expected.statuses)), "expected-step-statuses",
            {QString::number(expected.order), expected.statuses.join(QLatin1String(", ")),
             seen.join(QLatin1String(", "))},
            evidence);
    }

    void checkFailover(const ExpectedFailover &expected)
    {
        const auto &failovers = m_outcome.failovers;
        const auto seen =
            std::find_if(failovers.begin(), failovers.end(), [&](const Failover &failover) {
                return failover.toOrder == expected.toOrder;
            });
        const bool happened = seen != failovers.end();
        // One that happened cannot be undone.
        const Verdict verdict = happened ? (expected.happens ? Verdict::Met : Verdict::Failed)
                                         : onceOver(!expected.happens);
        add(verdict, "expected-failover",
            {QString::number(expected.toOrder),
             expected.happens ? QStringLiteral("happens") : QStringLiteral("not")},
            happened ? std::vector<ObservationId>{seen->observation}
                     : std::vector<ObservationId>{});
    }

    void checkTime(double limit)
    {
        const std::optional<double> seen = secondsOf(m_outcome.state);
        // A poll saw the end some time after it came: that shows only that it came by then.
        const bool isLatest = m_outcome.state.conclusionKind == TimeKind::ByThen;
        const bool isMet = seen && *seen <= limit;
        const bool isKnown = seen && (isMet || !isLatest);
        Verdict verdict = Verdict::Unknown;
        if (isKnown)
            verdict = isMet ? Verdict::Met : Verdict::Failed;
        add(verdict, "expected-within", {decimal(limit), isKnown ? decimal(*seen) : QString()});
    }

    void checkPrice(double limit)
    {
        const std::optional<double> seen = priceOf(m_outcome.state);
        Verdict verdict = Verdict::Unknown;
        if (seen && *seen > limit + priceTolerance)
            verdict = Verdict::Failed; // It only grows.
        else if (seen)
            verdict = onceOver(true);
        add(verdict, "expected-price", {decimal(limit), seen ? decimal(*seen) : QString()});
    }

    void checkRule(const QString &rule)
    {
        const auto &findings = m_outcome.findings;
        const auto seen =
            std::find_if(findings.begin(), findings.end(),
                         [&rule](const Finding &finding) { return isMeant(finding, rule); });
        const bool isFound = seen != findings.end();
        add(onceOver(!isFound), "expected-no-finding", {rule, isFound ? seen->rule : QString()},
            isFound ? seen->evidence : std::vector<ObservationId>{});
    }

    std::vector<CheckedExpectation> result;

private:
    const RunOutcome &m_outcome;
};

} // namespace

RunOutcome outcomeOf(const RunMachine &machine)
{
    return {machine.state(), machine.settledTransitions(), machine.failovers(), machine.findings()};
}

Expectations expectationsFrom(const RunOutcome &outcome)
{
    constexpr double roomToSpare = 1.2;
    Expectations expectations;
    const RunState &state = outcome.state;
    if (!state.status.isEmpty() && !state.isStatusFromSend)
        expectations.finalStatus = state.status;
    expectations.terminatingChannel = state.terminatingChannel();
    for (const StepState &step : state.steps) {
        expectations.steps.push_back({step.order, statusesOf(outcome, step.order)});
        const bool isFirst = &step == &state.steps.front();
        if (!isFirst)
            expectations.failovers.push_back({step.order, step.isTried()});
    }
    if (const std::optional<double> seconds = secondsOf(state))
        expectations.withinSeconds = std::ceil(*seconds * roomToSpare);
    expectations.priceAtMost = priceOf(state);
    const bool hasErrors =
        std::any_of(outcome.findings.begin(), outcome.findings.end(),
                    [](const Finding &finding) { return finding.severity == Severity::Error; });
    if (!hasErrors)
        expectations.noFindings = {QStringLiteral("error")};
    return expectations;
}

std::vector<CheckedExpectation> checkExpectations(const Expectations &expectations,
                                                  const RunOutcome &outcome)
{
    Checker checker(outcome);
    if (expectations.finalStatus)
        checker.checkStatus(*expectations.finalStatus);
    if (expectations.terminatingChannel)
        checker.checkChannel(*expectations.terminatingChannel);
    for (const ExpectedStatuses &step : expectations.steps)
        checker.checkStep(step);
    for (const ExpectedFailover &failover : expectations.failovers)
        checker.checkFailover(failover);
    if (expectations.withinSeconds)
        checker.checkTime(*expectations.withinSeconds);
    if (expectations.priceAtMost)
        checker.checkPrice(*expectations.priceAtMost);
    for (const QString &rule : expectations.noFindings)
        checker.checkRule(rule);
    return checker.result;
}

Expectations without(Expectations expectations, size_t index)
{
    size_t place = 0;
    const auto drop = [&](auto &demand) {
        if (demand && place++ == index)
            demand.reset();
    };
    const auto dropFrom = [&](auto &demands) {
        const auto size = static_cast<size_t>(demands.size());
        if (index >= place && index - place < size)
            demands.erase(demands.begin() + static_cast<std::ptrdiff_t>(index - place));
        place += size;
    };
    drop(expectations.finalStatus);
    drop(expectations.terminatingChannel);
    dropFrom(expectations.steps);
    dropFrom(expectations.failovers);
    drop(expectations.withinSeconds);
    drop(expectations.priceAtMost);
    dropFrom(expectations.noFindings);
    return expectations;
}

std::vector<Finding> unmet(const std::vector<CheckedExpectation> &checked)
{
    std::vector<Finding> findings;
    for (const CheckedExpectation &expectation : checked) {
        if (expectation.verdict != Verdict::Met)
            findings.push_back(expectation.finding);
    }
    return findings;
}

} // namespace otpscope::models
