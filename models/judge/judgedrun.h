// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/judge/runfacts.h"
#include "models/run/runstate.h"
#include "models/run/steprecord.h"

#include <chrono>
#include <vector>

namespace otpscope::models {

/// One failover with the places of its steps.
struct JudgedFailover
{
    const Failover &failover;
    size_t from = 0;
    size_t to = 0;
};

/// What is known of whether webhooks of a run come here.
struct WebhookWait
{
    /// The run's own receiver stands in the flow as callback.
    bool isOurs = false;
    /// The run is followed no more.
    bool isOver = false;
};

/// Everything a rule may look at. Lives for the length of one judgement.
struct JudgedRun
{
    const Flow &flow;
    const RunState &state;
    /// Beside state.steps, one for one.
    const std::vector<StepRecord> &records;
    const RunFacts &facts;
    std::vector<JudgedFailover> failovers;
    /// Service time up to which the run was followed.
    Instant now;
    WebhookWait webhookWait;

    /// `allowance` of service time, and a moment of this machine's time beside it: where the
    /// service clock is sped up, the time a packet takes is long on it.
    [[nodiscard]] std::chrono::milliseconds tolerance(std::chrono::milliseconds allowance) const;
    /// Beside state.steps, one for one; empty facts for a step nothing was reported of.
    [[nodiscard]] const StepFacts &factsOf(size_t step) const;
};

/// GUESS: no document says how soon things follow. Rules that need one of these warn at most.
struct Allowances
{
    /// For a next channel, or a status that is due.
    static constexpr std::chrono::milliseconds due{30'000};
    /// For a webhook behind what a poll already saw.
    static constexpr std::chrono::milliseconds webhook{10'000};
    /// Between clocks that count as the same.
    static constexpr std::chrono::milliseconds clock{5'000};
    /// Between times that the service itself writes, which may be rounded.
    static constexpr std::chrono::milliseconds rounding{1'000};
};

using Findings = std::vector<Finding>;

// The rules, in groups. Each looks at the whole run as it stands and adds what it finds; nothing
// depends on the order in which observations came, but webhook-out-of-order. The values of each
// finding are named beside its sentence in models/text/judgesentences.cpp.

/// failover-as-documented, failover-unexplained, failover-on-delivered-off, failover-after-seen,
/// failover-too-early, failover-too-late, failover-missing, failover-overdue, wrong-next-step,
/// step-before-its-turn, both-delivered.
void judgeFailovers(const JudgedRun &run, Findings &findings);
/// final-status-contradiction, status-after-final, status-backwards, ttl-over,
/// flow-status-mismatch, flow-failed, send-status-unexpected.
void judgeStatuses(const JudgedRun &run, const Catalogue &catalogue, Findings &findings);
/// webhook-missing, webhook-late, webhook-duplicate, webhook-out-of-order,
/// webhook-differs-from-poll.
void judgeWebhooks(const JudgedRun &run, Findings &findings);
/// total-cost-differs, recipient-differs, channel-differs, times-contradict, clock-skew.
void judgeContents(const JudgedRun &run, Findings &findings);

/// All of the above.
[[nodiscard]] Findings judge(const JudgedRun &run, const Catalogue &catalogue);

/// What happened, in the order in which it happened: each status a step or the flow reached, at the
/// earliest time anything tells of it. Unlike the transitions of the live run, which say what was
/// learned as it was learned, the same for every order of arrival.
[[nodiscard]] std::vector<Transition> settledTransitions(const JudgedRun &run);

} // namespace otpscope::models
