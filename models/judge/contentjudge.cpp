// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/judge/findingvalues.h"
#include "models/judge/judgedrun.h"
#include "models/text/masking.h"

#include <cmath>

namespace otpscope::models {

namespace {

using std::chrono::milliseconds;

/// Below a thousandth of the smallest price anybody charges; sums of binary fractions differ by
/// less.
constexpr double costTolerance = 1e-6;

void judgeCost(const JudgedRun &run, Findings &findings)
{
    const std::optional<CostReport> &cost = run.facts.cost();
    if (!cost)
        return;
    const double difference = cost->total - cost->sumOfPrices;
    // Where a price is not known yet, the total may hold it already.
    const bool isWrong =
        cost->isComplete ? std::abs(difference) > costTolerance : difference < -costTolerance;
    if (!isWrong)
        return;
    findings.push_back(
        {Severity::Warning,
         QStringLiteral("total-cost-differs"),
         {},
         {QString(), QString::number(cost->total), QString::number(cost->sumOfPrices)},
         evidenceFrom({cost->seen.by})});
}

void judgeRecipient(const JudgedRun &run, size_t index, Findings &findings)
{
    const StepState &step = run.state.steps[index];
    if (const std::optional<Difference> &other = run.factsOf(index).otherRecipient)
        findings.push_back({Severity::Error,
                            QStringLiteral("recipient-differs"),
                            {},
                            stepValues(step) + QStringList{maskedNumber(other->text)},
                            evidenceFrom({other->seen.by})});
    if (const std::optional<Difference> &other = run.factsOf(index).otherChannel)
        findings.push_back({Severity::Error,
                            QStringLiteral("channel-differs"),
                            {},
                            stepValues(step) + QStringList{other->text},
                            evidenceFrom({other->seen.by})});
}

void judgeTimes(const JudgedRun &run, size_t index, Findings &findings)
{
    const StepState &step = run.state.steps[index];
    const StepFacts &facts = run.factsOf(index);
    if (!facts.createdAt || !step.deliveredAt ||
        *facts.createdAt - *step.deliveredAt <= Allowances::rounding)
        return;
    const StatusFacts *status = facts.find(step.status);
    findings.push_back(
        {Severity::Warning,
         QStringLiteral("times-contradict"),
         {},
         stepValues(step) + QStringList{millisecondsValue(*facts.createdAt - *step.deliveredAt)},
         evidenceFrom({status ? status->first.by : ObservationId{}})});
}

/// Zones differ by whole quarters of an hour; a clock that is merely wrong seldom does.
bool looksLikeAZone(milliseconds skew)
{
    using namespace std::chrono_literals;
    const milliseconds rest = skew % 15min;
    return skew >= 15min - 60s && (rest <= 60s || rest >= 15min - 60s);
}

void judgeClock(const SkewFacts &skew, Findings &findings)
{
    const bool isAhead = skew.ahead >= skew.behind;
    const milliseconds by = isAhead ? skew.ahead : skew.behind;
    if (by <= Allowances::clock)
        return;
    findings.push_back(
        {Severity::Warning,
         QStringLiteral("clock-skew"),
         {},
         {isAhead ? QStringLiteral("ahead") : QStringLiteral("behind"), millisecondsValue(by),
          looksLikeAZone(by) ? QStringLiteral("zone") : QString()},
         evidenceFrom({isAhead ? skew.aheadBy : skew.behindBy})});
}

} // namespace

void judgeContents(const JudgedRun &run, Findings &findings)
{
    judgeCost(run, findings);
    for (size_t index = 0; index < run.facts.steps().size(); ++index) {
        judgeRecipient(run, index, findings);
        judgeTimes(run, index, findings);
    }
    judgeClock(run.facts.skew(), findings);
}

} // namespace otpscope::models
