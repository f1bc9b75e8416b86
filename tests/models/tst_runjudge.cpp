// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/resources.h"
#include "models/run/runmachine.h"
#include "models/text/judgesentences.h"
#include "models/text/sentences.h"
#include "tests/support/runstory.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace otpscope;
using namespace otpscope::models;
using namespace otpscope::testsupport;

namespace {

const auto twoSteps = QStringLiteral("viber 300, sms 600");
const auto onDelivered = QStringLiteral("viber 300 failoverOnDelivered, sms 600");
const auto smsFirst = QStringLiteral("sms 60, viber 300");
const auto threeSteps = QStringLiteral("viber 300, sms 600, viber 300");
const auto oneStep = QStringLiteral("sms 60");

/// One run, and what one rule says of it.
struct Story
{
    const char *name;
    const char *rule;
    QString flow;
    const char *lines;
    /// "error: the whole sentence"; nothing where the rule has nothing to say.
    const char *verdict;
};

// Each rule has a run that triggers it, and beside it one that nearly does.
const std::vector<Story> stories{
    // ---- failovers
    {"Viber expired and the SMS followed", "failover-as-documented",
     QStringLiteral("viber 120, sms 600"), R"(
        send 0 InProgress viber sms
        webhook 120.4 InProgress viber:EXPIRED
        webhook 120.9 InProgress viber:EXPIRED sms:Queued@120.7)",
     "note: Step 1 (Viber) reported EXPIRED 120.4 s after sending (ttl 120 s); step 2 (SMS) "
     "followed "
     "0.3 s later, as the document demands."},
    {"Viber expired and nothing followed yet", "failover-as-documented",
     QStringLiteral("viber 120, sms 600"), R"(
        send 0 InProgress viber sms
        webhook 120.4 InProgress viber:EXPIRED)",
     nullptr},
    {"only a poll saw that Viber had expired", "failover-as-documented", twoSteps, R"(
        send 0 InProgress viber sms
        poll 585.5 Succeeded viber:EXPIRED sms:Delivered@300.4)",
     "note: Step 1 (Viber) was EXPIRED at a poll 585.5 s after sending (ttl 300 s); step 2 (SMS) "
     "followed, as the document demands, and was made 300.4 s after sending."},
    {"polls before and after Viber expired", "failover-as-documented", twoSteps, R"(
        send 0 InProgress viber sms
        poll 5 InProgress viber:QUEUED
        poll 285.5 InProgress viber:QUEUED took=3
        poll 585.5 Succeeded viber:EXPIRED sms:Delivered)",
     "note: Step 1 (Viber) became EXPIRED between two polls, 282.5 s and 585.5 s after sending "
     "(ttl 300 s); step 2 (SMS) followed, as the document demands."},
    {"the run was joined long after its end", "failover-as-documented", twoSteps, R"(
        poll 14708 Succeeded viber:EXPIRED@0 sms:Delivered@300.4)",
     "note: Step 1 (Viber) was EXPIRED at a poll 4 h 5 min 8 s after sending (ttl 300 s); step 2 "
     "(SMS) followed, as the document demands, and was made 300.4 s after sending."},
    {"nobody knows when either step began", "failover-as-documented", twoSteps, R"(
        poll 400 InProgress viber:QUEUED
        poll 500 Succeeded viber:EXPIRED sms:Delivered)",
     "note: Step 1 (Viber) reported EXPIRED; step 2 (SMS) followed, as the document demands."},
    {"a log without times", "failover-as-documented", twoSteps, R"(
        webhook 0 InProgress viber:EXPIRED@0 untimed
        webhook 300.4 Succeeded viber:EXPIRED@0 sms:Delivered@300.4 untimed)",
     "note: Step 1 (Viber) reported EXPIRED; step 2 (SMS) followed, as the document demands."},
    {"Viber was not seen, and only a poll saw it delivered", "failover-as-documented", onDelivered,
     R"(
        send 0 InProgress viber sms
        poll 50 InProgress viber:DELIVERED
        webhook 305.2 InProgress viber:DELIVERED sms:Queued@305)",
     "note: Step 1 (Viber) was delivered and not seen; step 2 (SMS) followed, as "
     "failoverOnDelivered demands."},
    {"Viber was not seen for its ttl", "failover-as-documented", onDelivered, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED delivered=5
        webhook 305.2 InProgress viber:DELIVERED delivered=5 sms:Queued@305)",
     "note: Step 1 (Viber) was delivered and not seen; step 2 (SMS) followed 5 min later (ttl 300 "
     "s), "
     "as failoverOnDelivered demands."},
    {"the SMS came though Viber was still on its way", "failover-unexplained", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 9 Succeeded viber:QUEUED sms:Delivered)",
     "error: Step 2 (SMS) was tried, but step 1 (Viber) is QUEUED, which is no reason for a "
     "failover."},
    {"the report that explains the SMS came later", "failover-unexplained", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 9 Succeeded viber:QUEUED sms:Delivered
        webhook 9.1 Succeeded viber:UNSENT sms:Delivered)",
     nullptr},
    {"the run is not over, so the reason may still come", "failover-unexplained", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 9 InProgress viber:QUEUED sms:Sent)",
     nullptr},
    {"the SMS came after a delivery, which does not count", "failover-on-delivered-off", twoSteps,
     R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED
        webhook 306 Succeeded viber:DELIVERED sms:Delivered)",
     "error: Step 2 (SMS) was tried although step 1 (Viber) was delivered and failoverOnDelivered "
     "is "
     "off."},
    {"the SMS came after a delivery, which counts", "failover-on-delivered-off", onDelivered, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED
        webhook 306 Succeeded viber:DELIVERED sms:Delivered)",
     nullptr},
    {"the flow was ended with the SMS still due", "failover-missing", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 Failed viber:UNSENT)",
     "error: Step 1 (Viber) is UNSENT, so step 2 (SMS) had to be tried, but the service ended the "
     "flow "
     "as Failed."},
    {"the flow was ended after the last step", "failover-missing", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 Failed viber:UNSENT sms:Failed)",
     nullptr},
    {"the SMS came after SEEN", "failover-after-seen", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 6 InProgress viber:SEEN
        webhook 9 InProgress viber:SEEN sms:Queued@8)",
     "error: Step 1 (Viber) had been seen, which stops the flow; step 2 (SMS) was tried 2 s later "
     "all "
     "the same."},
    {"the SMS came after SEEN, nobody knows how long", "failover-after-seen", twoSteps, R"(
        send 0 InProgress viber sms
        poll 6 InProgress viber:SEEN
        poll 9 InProgress viber:SEEN sms:Queued)",
     "error: Step 1 (Viber) had been seen, which stops the flow; step 2 (SMS) was tried after that "
     "all the same."},
    {"the person saw Viber after the SMS had been made", "failover-after-seen", onDelivered, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED
        webhook 306 InProgress viber:SEEN sms:Queued@305)",
     nullptr},
    {"a poll long after the trigger shows no SMS", "failover-overdue", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 20 InProgress viber:FAILED
        poll 60 InProgress viber:FAILED)",
     "warning: Step 1 (Viber) is FAILED, so step 2 (SMS) is due, and 40 s after that a poll "
     "still "
     "does not show it."},
    {"polls alone show that the SMS is missing", "failover-overdue", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 InProgress viber:FAILED
        poll 60 InProgress viber:FAILED)",
     "warning: Step 1 (Viber) is FAILED, so step 2 (SMS) is due, and at least 40 s after that a "
     "poll still does not show it."},
    {"nobody noted when the polls were", "failover-overdue", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 InProgress viber:FAILED untimed
        poll 60 InProgress viber:FAILED untimed)",
     nullptr},
    {"a poll soon after the trigger shows no SMS", "failover-overdue", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 20 InProgress viber:FAILED
        poll 50 InProgress viber:FAILED)",
     nullptr},
    {"nobody has looked since the trigger", "failover-overdue", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 20 InProgress viber:FAILED
        time 4000)",
     nullptr},
    {"a late poll that shows the SMS", "failover-overdue", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 20 InProgress viber:FAILED
        poll 60 InProgress viber:FAILED sms:Queued@20.3)",
     nullptr},
    {"the answer of a slow poll may be older than it looks", "failover-overdue", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 20 InProgress viber:FAILED
        poll 60 InProgress viber:FAILED took=15)",
     nullptr},
    {"the SMS was made before the ttl was over", "failover-too-early", onDelivered, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED delivered=5
        webhook 201 InProgress viber:DELIVERED delivered=5 sms:Queued@200)",
     "error: Step 2 (SMS) was tried 3 min 15 s after step 1 (Viber) had been delivered; "
     "failoverOnDelivered gives it 300 s to be seen."},
    {"a webhook shows an SMS that came too early at any rate", "failover-too-early", onDelivered,
     R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED delivered=5
        webhook 201 InProgress viber:DELIVERED delivered=5 sms:Queued)",
     "error: Step 2 (SMS) was tried at most 3 min 16 s after step 1 (Viber) had been delivered; "
     "failoverOnDelivered gives it 300 s to be seen."},
    {"nobody noted when the early SMS was reported", "failover-too-early", onDelivered, R"(
        webhook 5 InProgress viber:DELIVERED@0 delivered=5 untimed
        webhook 5 InProgress viber:DELIVERED@0 delivered=5 sms:Queued untimed)",
     nullptr},
    {"the times are rounded to seconds", "failover-too-early", onDelivered, R"(
        send 0 InProgress viber sms
        webhook 6 InProgress viber:DELIVERED delivered=5.9
        webhook 306 InProgress viber:DELIVERED delivered=5.9 sms:Queued@305)",
     nullptr},
    {"nobody knows when it was really delivered", "failover-too-early", onDelivered, R"(
        send 0 InProgress viber sms
        poll 100 InProgress viber:DELIVERED
        poll 311 InProgress viber:DELIVERED sms:Queued@310)",
     nullptr},
    {"the SMS was made a minute after the trigger", "failover-too-late", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 20 InProgress viber:FAILED
        webhook 81 InProgress viber:FAILED sms:Queued@80)",
     "warning: Step 1 (Viber) reported FAILED; step 2 (SMS) followed only 1 min later."},
    {"the SMS was made a minute after Delivered and the ttl", "failover-too-late", onDelivered, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED delivered=5
        webhook 366 InProgress viber:DELIVERED delivered=5 sms:Queued@365)",
     "warning: Step 1 (Viber) was delivered and its ttl of 300 s ran out; step 2 (SMS) followed "
     "only "
     "1 min after that."},
    {"the SMS was made a minute after a poll that saw the trigger", "failover-too-late", twoSteps,
     R"(
        send 0 InProgress viber sms
        poll 20 InProgress viber:FAILED
        webhook 81 InProgress viber:FAILED sms:Queued@80)",
     "warning: Step 1 (Viber) was FAILED at a poll; step 2 (SMS) followed only 1 min after that "
     "poll."},
    {"a log without times says nothing of late", "failover-too-late", twoSteps, R"(
        webhook 0 InProgress viber:EXPIRED@0 untimed
        webhook 300.4 InProgress viber:EXPIRED@0 sms:Queued@300.4 untimed)",
     nullptr},
    {"the SMS was made at once and seen late", "failover-too-late", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 20 InProgress viber:FAILED
        poll 81 InProgress viber:FAILED sms:Queued@20.5)",
     nullptr},
    {"the SMS does not say when it was made", "failover-too-late", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 20 InProgress viber:FAILED
        poll 81 InProgress viber:FAILED sms:Queued)",
     nullptr},
    {"EXPIRED itself came late, the SMS at once", "failover-too-late", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 500 InProgress viber:EXPIRED
        webhook 501 InProgress viber:EXPIRED sms:Queued@500.5)",
     nullptr},
    {"the service's clock is fast and the network is not", "failover-overdue", twoSteps, R"(
        send 0 InProgress viber sms clock=600
        webhook 20 InProgress viber:FAILED clock=600
        poll 300 InProgress viber:FAILED clock=600)",
     nullptr},
    {"the second step was left out", "wrong-next-step", threeSteps, R"(
        send 0 InProgress viber sms viber
        webhook 9 InProgress viber:FAILED
        webhook 20 Succeeded viber:FAILED viber:SEEN id=m3)",
     "error: Step 3 (Viber) was tried, but step 2 (SMS) comes before it and was left out."},
    {"every step was tried in turn", "wrong-next-step", threeSteps, R"(
        send 0 InProgress viber sms viber
        webhook 9 InProgress viber:FAILED sms:Failed
        webhook 20 Succeeded viber:FAILED sms:Failed viber:SEEN)",
     nullptr},
    {"the first step was never tried", "wrong-next-step", smsFirst, R"(
        webhook 20 Succeeded viber:SEEN id=m2)",
     "error: Step 2 (Viber) was tried, but step 1 (SMS) comes before it and was left out."},
    {"Viber still queued beside an SMS that was sent", "step-before-its-turn", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 9 InProgress viber:QUEUED sms:Sent
        webhook 12 Succeeded viber:EXPIRED sms:Delivered)",
     "error: Step 2 (SMS) was tried while step 1 (Viber) was still QUEUED."},
    {"Viber expired beside an SMS that was sent", "step-before-its-turn", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 9 InProgress viber:QUEUED
        webhook 12 Succeeded viber:EXPIRED sms:Delivered)",
     nullptr},
    {"the SMS was made before Viber", "step-before-its-turn", twoSteps, R"(
        webhook 9 InProgress viber:FAILED@5 sms:Sent@3)",
     "error: Step 2 (SMS) was made 2 s before step 1 (Viber), whose turn comes first."},
    {"both were made at the same time", "step-before-its-turn", twoSteps, R"(
        webhook 9 InProgress viber:FAILED@5 sms:Sent@5)",
     nullptr},
    {"both were delivered", "both-delivered", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 301 InProgress viber:EXPIRED price=0.01 sms:Delivered price=0.03
        webhook 302 Succeeded viber:SEEN price=0.01 sms:Delivered price=0.03)",
     "warning: Step 1 (Viber) and step 2 (SMS) were both delivered: the person got two codes, and "
     "both are paid for, 0.04 in all."},
    {"both were delivered, as asked", "both-delivered", onDelivered, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED
        webhook 306 Succeeded viber:DELIVERED sms:Delivered)",
     "note: Step 1 (Viber) and step 2 (SMS) were both delivered: the person got two codes, and two "
     "messages are paid for. That is what failoverOnDelivered asks for."},
    {"the SMS is only sent", "both-delivered", onDelivered, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED
        webhook 306 InProgress viber:DELIVERED sms:Sent)",
     nullptr},

    // ---- statuses
    {"an SMS that was delivered is sent again", "status-after-final", oneStep, R"(
        send 0 Succeeded sms
        webhook 5 Succeeded sms:Delivered
        poll 9 Succeeded sms:Sent)",
     "error: Step 1 (SMS) was Delivered, which is final, and 4 s later was reported as Sent."},
    {"an expired Viber message is seen", "status-after-final", twoSteps, R"(
        send 0 InProgress viber sms
        poll 301 InProgress viber:EXPIRED
        poll 309 Succeeded viber:SEEN)",
     "warning: Step 1 (Viber) was EXPIRED, which is final, and 8 s later was reported as SEEN."},
    {"an old webhook that arrives late takes nothing back", "status-after-final", oneStep, R"(
        send 0 Succeeded sms
        webhook 5 Succeeded sms:Delivered
        webhook 9 Succeeded sms:Sent)",
     nullptr},
    {"a slow poll that began before the delivery", "status-after-final", oneStep, R"(
        send 0 Succeeded sms
        webhook 5 Succeeded sms:Delivered
        poll 9 Succeeded sms:Sent took=5)",
     nullptr},
    {"a delivered Viber message is queued again", "status-backwards", twoSteps, R"(
        send 0 InProgress viber sms
        poll 5 InProgress viber:DELIVERED
        poll 8.5 InProgress viber:QUEUED)",
     "warning: Step 1 (Viber) went back from DELIVERED to QUEUED, 3.5 s later."},
    {"a status that stays is not back", "status-backwards", twoSteps, R"(
        send 0 InProgress viber sms
        poll 5 InProgress viber:DELIVERED
        poll 8.5 InProgress viber:delivered)",
     nullptr},
    {"the ttl is long over and it is still queued", "ttl-over", twoSteps, R"(
        send 0 InProgress viber sms
        poll 340 InProgress viber:QUEUED)",
     "warning: The ttl of step 1 (Viber), 300 s, has been over for 40 s, and it is still "
     "QUEUED."},
    {"the ttl is long over, and nobody knows since when", "ttl-over", twoSteps, R"(
        poll 5 InProgress viber:QUEUED
        poll 345 InProgress viber:QUEUED)",
     "warning: The ttl of step 1 (Viber), 300 s, has been over for at least 40 s, and it is still "
     "QUEUED."},
    {"nobody noted when it was still queued", "ttl-over", twoSteps, R"(
        send 0 InProgress viber sms
        poll 340 InProgress viber:QUEUED untimed)",
     nullptr},
    {"the ttl has only just been over", "ttl-over", twoSteps, R"(
        send 0 InProgress viber sms
        poll 325 InProgress viber:QUEUED)",
     nullptr},
    {"the ttl is over and nobody has looked", "ttl-over", twoSteps, R"(
        send 0 InProgress viber sms
        poll 3 InProgress viber:QUEUED
        time 9999)",
     nullptr},
    {"Failed although the SMS was delivered", "flow-status-mismatch", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 Failed viber:UNSENT sms:Delivered)",
     "warning: The service reports the flow as Failed although a step was delivered."},
    {"Succeeded although every step failed", "flow-status-mismatch", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 Succeeded viber:UNSENT sms:Failed)",
     "warning: The service reports the flow as Succeeded although every step tried failed."},
    {"InProgress although it was seen", "flow-status-mismatch", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 InProgress viber:SEEN)",
     "warning: The service reports the flow as InProgress although nothing can follow any more."},
    {"Succeeded with an SMS on its way, as Routee's own example has it", "flow-status-mismatch",
     twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 Succeeded viber:EXPIRED sms:Queued)",
     nullptr},
    {"InProgress in a webhook may have been written a moment before", "flow-status-mismatch",
     twoSteps,
     R"(
        send 0 InProgress viber sms
        webhook 20 InProgress viber:SEEN)",
     nullptr},
    {"the flow failed and says why", "flow-failed", oneStep, R"(
        send 0 Succeeded sms
        poll 20 Failed sms:Failed code=2)",
     "note: The service reports the flow as Failed. statusCode 2 means: No next step."},
    {"the flow failed with a code nobody documents", "flow-failed", oneStep, R"(
        send 0 Succeeded sms
        poll 20 Failed sms:Failed code=77 error=lost)",
     "note: The service reports the flow as Failed. It says: lost. What statusCode 77 means is not "
     "documented."},
    {"the flow failed and says nothing", "flow-failed", oneStep, R"(
        send 0 Succeeded sms
        poll 20 Failed sms:Failed)",
     nullptr},
    {"a flow of two steps succeeded at once", "send-status-unexpected", twoSteps, R"(
        send 0 Succeeded viber sms)",
     "error: The send of a flow with 2 steps was answered with status Succeeded; InProgress is "
     "documented for that."},
    {"a flow of two steps is in progress", "send-status-unexpected", twoSteps, R"(
        send 0 InProgress viber sms)",
     nullptr},
    {"a flow of one step is in progress", "send-status-unexpected", oneStep, R"(
        send 0 InProgress sms)",
     "error: The send of a flow with 1 steps was answered with status InProgress; Succeeded is "
     "documented for that."},
    {"a flow of one step succeeded", "send-status-unexpected", oneStep, R"(
        send 0 succeeded sms)",
     nullptr},

    // ---- webhooks
    {"no webhook told of the delivery", "webhook-missing", twoSteps, R"(
        send 0 InProgress viber sms
        poll 5 InProgress viber:DELIVERED
        webhook 9 Succeeded viber:SEEN
        time 40)",
     "warning: Polling saw that step 1 (Viber) became DELIVERED, and no webhook told it."},
    {"the webhook may still be on its way", "webhook-missing", twoSteps, R"(
        send 0 InProgress viber sms
        poll 5 InProgress viber:DELIVERED
        webhook 9 Succeeded viber:SEEN
        time 30)",
     nullptr},
    {"every webhook to the run's own receiver is lost", "webhook-missing", twoSteps, R"(
        receiver
        send 0 InProgress viber sms
        poll 5 InProgress viber:DELIVERED
        time 36)",
     "warning: Polling saw that step 1 (Viber) became DELIVERED, and no webhook told it."},
    {"the run ended while webhooks could still come", "webhook-missing", twoSteps, R"(
        receiver
        send 0 InProgress viber sms
        poll 9 Succeeded viber:SEEN
        time 11
        over)",
     "warning: Polling saw that step 1 (Viber) became SEEN, and no webhook told it in the 2 s "
     "until the run ended."},
    {"the run ended on the very poll", "webhook-missing", twoSteps, R"(
        receiver
        send 0 InProgress viber sms
        poll 9 Succeeded viber:SEEN
        over)",
     nullptr},
    {"the webhook came after the end", "webhook-missing", twoSteps, R"(
        receiver
        send 0 InProgress viber sms
        poll 9 Succeeded viber:SEEN
        time 11
        over
        webhook 12 Succeeded viber:SEEN)",
     nullptr},
    {"a run that was not ours ended", "webhook-missing", twoSteps, R"(
        poll 5 InProgress viber:DELIVERED
        poll 9 Succeeded viber:SEEN
        time 4000
        over)",
     nullptr},
    {"a webhook named another flow than the answer, and the receiver is still ours",
     "webhook-missing", twoSteps, R"(
        receiver
        webhook 0 InProgress viber:QUEUED flow=f9
        send 1 InProgress viber sms
        poll 5 InProgress viber:DELIVERED
        time 40)",
     "warning: Polling saw that step 1 (Viber) became DELIVERED, and no webhook told it."},
    {"a run that is followed by polling alone", "webhook-missing", twoSteps, R"(
        send 0 InProgress viber sms
        poll 5 InProgress viber:DELIVERED
        poll 9 Succeeded viber:SEEN
        time 4000)",
     nullptr},
    {"the first status is only in the answer to the send", "webhook-missing", twoSteps, R"(
        send 0 InProgress viber sms
        poll 5 InProgress viber:QUEUED
        webhook 9 Succeeded viber:SEEN
        time 4000)",
     nullptr},
    {"the webhook came a minute after the poll", "webhook-late", twoSteps, R"(
        send 0 InProgress viber sms
        poll 5 InProgress viber:DELIVERED
        webhook 65 InProgress viber:DELIVERED)",
     "warning: The webhook that step 1 (Viber) became DELIVERED came 1 min after polling had seen "
     "it."},
    {"the webhook came seconds after the poll", "webhook-late", twoSteps, R"(
        send 0 InProgress viber sms
        poll 5 InProgress viber:DELIVERED
        webhook 15 InProgress viber:DELIVERED)",
     nullptr},
    {"the same webhook came twice", "webhook-duplicate", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED
        webhook 6 InProgress viber:DELIVERED)",
     "warning: Webhooks that repeat what an earlier one said: 1. Whoever counts them must expect "
     "that."},
    {"the second webhook has another status", "webhook-duplicate", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED
        webhook 6 Succeeded viber:DELIVERED)",
     nullptr},
    {"a poll that agrees is no duplicate", "webhook-duplicate", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED
        poll 6 InProgress viber:DELIVERED)",
     nullptr},
    {"a webhook with an older state came last", "webhook-out-of-order", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:SEEN
        webhook 6 InProgress viber:DELIVERED)",
     "note: Webhooks that came after one with a newer state: 1. They took nothing back."},
    {"webhooks in order", "webhook-out-of-order", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED
        webhook 6 InProgress viber:SEEN)",
     nullptr},
    {"webhook and poll name different prices", "webhook-differs-from-poll", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 5 Succeeded viber:SEEN price=0.01
        poll 6 Succeeded viber:SEEN price=0.02)",
     "warning: Webhook and poll differ about step 1 (Viber), at the same status, in: price. The "
     "webhook says \"0.01\", the poll \"0.02\"."},
    {"the webhook leaves the price out", "webhook-differs-from-poll", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 5 Succeeded viber:SEEN
        poll 6 Succeeded viber:SEEN price=0.02)",
     nullptr},
    {"the price changed with the status", "webhook-differs-from-poll", twoSteps, R"(
        send 0 InProgress viber sms
        webhook 5 InProgress viber:DELIVERED price=0.01
        poll 6 Succeeded viber:SEEN price=0.02)",
     nullptr},

    // ---- contents
    {"the total is not the sum", "total-cost-differs", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 Succeeded viber:UNSENT price=0.0093 sms:Delivered price=0.0375 total=0.05)",
     "warning: total_cost is 0.05, but the prices of the steps add up to 0.0468."},
    {"the total is the sum", "total-cost-differs", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 Succeeded viber:UNSENT price=0.0093 sms:Delivered price=0.0375 total=0.0468)",
     nullptr},
    {"a price is not known yet", "total-cost-differs", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 Succeeded viber:UNSENT price=0.0093 sms:Delivered total=0.0468)",
     nullptr},
    {"the total was put right later", "total-cost-differs", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 Succeeded viber:UNSENT price=0.01 total=0.05
        poll 21 Succeeded viber:UNSENT price=0.01 total=0.01)",
     nullptr},
    {"it went to another number", "recipient-differs", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 InProgress viber:QUEUED phone=306979999999)",
     "error: Step 1 (Viber) went to 3069*****999, which is not the number the request names."},
    {"the number lacks its plus sign", "recipient-differs", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 InProgress viber:QUEUED phone=306971234567)",
     nullptr},
    {"the number is masked, so nobody can tell", "recipient-differs", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 InProgress viber:QUEUED phone=+3069*****999)",
     nullptr},
    {"the Viber message is reported as an SMS", "channel-differs", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 InProgress sms:Queued id=m1)",
     "error: Step 1 (Viber) is reported on the channel sms."},
    {"the channel is written as the step type", "channel-differs", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 InProgress ViberOtp:QUEUED id=m1)",
     nullptr},
    {"delivered before it was made", "times-contradict", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 InProgress viber:DELIVERED@9 delivered=5)",
     "warning: Step 1 (Viber) was delivered 4 s before it was made, by the service's own times."},
    {"delivered as it was made", "times-contradict", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 InProgress viber:DELIVERED@9 delivered=9)",
     nullptr},
    {"the service speaks of the future", "clock-skew", twoSteps, R"(
        send 0 InProgress viber sms
        poll 20 InProgress viber:DELIVERED delivered=60)",
     "warning: The service's clock is at least 40 s ahead of this machine's."},
    {"the service writes local times", "clock-skew", twoSteps, R"(
        send 0 InProgress viber sms created=7200)",
     "warning: The service's clock is at least 2 h ahead of this machine's. That looks like times "
     "of "
     "another zone written without it."},
    {"the flow was made before it was asked for", "clock-skew", twoSteps, R"(
        send 0 InProgress viber sms created=-30 took=1)",
     "warning: The service's clock is at least 29 s behind this machine's."},
    {"a log does not say when the request left", "clock-skew", twoSteps, R"(
        send 0 InProgress viber sms created=-30)",
     nullptr},
    {"the clocks differ by little", "clock-skew", twoSteps, R"(
        send 0 InProgress viber sms created=3)",
     nullptr},
    {"the simulator tells its clock, which may be anything", "clock-skew", twoSteps, R"(
        send 0 InProgress viber sms created=7200 clock=60)",
     nullptr},
};

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QStringLiteral("error");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Info:
        return QStringLiteral("note");
    }
    Q_UNREACHABLE();
}

const Finding *findingOf(const RunMachine &machine, const QString &rule)
{
    const auto &findings = machine.findings();
    const auto found =
        std::find_if(findings.begin(), findings.end(),
                     [&rule](const Finding &finding) { return finding.rule == rule; });
    return found == findings.end() ? nullptr : &*found;
}

void add(const RunDelta &delta, std::vector<Finding> &held)
{
    for (const Finding &finding : delta.withdrawnFindings)
        removeFinding(held, finding);
    for (const Finding &finding : delta.findings)
        mergeFinding(held, finding);
}

QString verdictOf(const RunMachine &machine, const QString &rule)
{
    const Finding *finding = findingOf(machine, rule);
    return finding ? severityName(finding->severity) + QLatin1String(": ") + sentenceFor(*finding)
                   : QString();
}

} // namespace

/// Tier 1: each rule with runs that trigger it and runs that nearly do. Tier 2: what holds for all
/// rules: evidence, sources, and severities by the weight of the document.
class TestRunJudge final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void verdict_data();
    void verdict();
    void everyRuleHasARunForItAndOneAgainst();
    void everyFindingShowsWhatItStandsOn();
    void everyRuleNamesItsDocument();
    void guessesWarnAtMost();
    void afterTheRunTheVerdictIsTheSameAsDuringIt();

private:
    const Catalogue m_catalogue = platform::builtInCatalogue();
};

void TestRunJudge::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestRunJudge::verdict_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("flow");
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("expected");
    for (const Story &story : stories)
        QTest::addRow("%s: %s", story.rule, story.name)
            << QString::fromLatin1(story.rule) << story.flow << QString::fromUtf8(story.lines)
            << QString::fromUtf8(story.verdict);
}

void TestRunJudge::verdict()
{
    QFETCH(QString, rule);
    QFETCH(QString, flow);
    QFETCH(QString, lines);
    QFETCH(QString, expected);

    QCOMPARE(verdictOf(storyMachine(flow, lines, m_catalogue), rule), expected);
}

void TestRunJudge::everyRuleHasARunForItAndOneAgainst()
{
    for (const QString &rule : judgeRules()) {
        const auto has = [&rule](bool isFor) {
            return std::any_of(stories.begin(), stories.end(), [&](const Story &story) {
                return rule == QLatin1String(story.rule) && (story.verdict != nullptr) == isFor;
            });
        };
        QVERIFY2(has(true), qPrintable(rule));
        QVERIFY2(has(false), qPrintable(rule));
    }
}

void TestRunJudge::everyFindingShowsWhatItStandsOn()
{
    for (const Story &story : stories) {
        const RunMachine machine =
            storyMachine(story.flow, QString::fromUtf8(story.lines), m_catalogue);
        for (const Finding &finding : machine.findings()) {
            const QString sentence = sentenceFor(finding);
            QVERIFY2(!finding.evidence.empty(), qPrintable(sentence));
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
            QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
            QVERIFY2(!sentence.contains(QLatin1String("  ")), qPrintable(sentence));
        }
    }
}

void TestRunJudge::everyRuleNamesItsDocument()
{
    for (const QString &rule : judgeRules()) {
        QVERIFY2(!sourceOfRule(rule).isEmpty(), qPrintable(rule));
        QVERIFY2(sourceOfRule(rule).endsWith(QLatin1Char('.')), qPrintable(rule));
    }
}

void TestRunJudge::guessesWarnAtMost()
{
    // Only the API document itself makes an error of anything.
    for (const Story &story : stories) {
        const RunMachine machine =
            storyMachine(story.flow, QString::fromUtf8(story.lines), m_catalogue);
        for (const Finding &finding : machine.findings()) {
            const bool isWritten =
                sourceOfRule(finding.rule).startsWith(QLatin1String("API document"));
            QVERIFY2(finding.severity != Severity::Error || isWritten, qPrintable(finding.rule));
        }
    }
}

void TestRunJudge::afterTheRunTheVerdictIsTheSameAsDuringIt()
{
    // What the deltas add up to is what the machine holds.
    for (const Story &story : stories) {
        RunMachine machine(storyFlow(story.flow), m_catalogue);
        std::vector<Finding> held;
        qint64 id = 0;
        const QString lines = QString::fromUtf8(story.lines);
        for (const QString &line : lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            const QString trimmed = line.trimmed();
            if (trimmed.isEmpty())
                continue;
            const RunDelta delta = tell(machine, trimmed, id);
            if (!delta.retold.empty())
                held.clear();
            add(delta, held);
            for (const RetoldObservation &retold : delta.retold)
                add(retold.delta, held);
        }
        QVERIFY2(held.size() == machine.findings().size(), story.name);
        for (const Finding &finding : machine.findings())
            QVERIFY2(std::find(held.begin(), held.end(), finding) != held.end(), story.name);
    }
}

QTEST_GUILESS_MAIN(TestRunJudge)
#include "tst_runjudge.moc"
