// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/rulesources.h"

namespace otpscope::models {

QString RuleSources::triggers()
{
    return tr("API document 4.3: the next channel is tried when Viber reports Expired, Failed, "
              "Undelivered or Unsent, or when SMS reports Undelivered, Failed or Unsent.");
}

QString RuleSources::onDelivered()
{
    return tr("API document 4.2: with failoverOnDelivered the next channel follows ttl seconds "
              "after Delivered; without it, Delivered leads to none.");
}

QString RuleSources::seen()
{
    return tr("API document 4.3: SEEN stops the flow; no further channel is tried.");
}

QString RuleSources::stepOrder()
{
    return tr("API document 4.1: the steps of the request are tried one after the other, by their "
              "order.");
}

QString RuleSources::ttl()
{
    return tr("API document 4.2: the ttl is how long a message is valid. How soon after it a "
              "status has to come is not written.");
}

QString RuleSources::statuses()
{
    return tr("API document 4.3: the table of the statuses each channel has.");
}

QString RuleSources::finalStatuses()
{
    return tr("API document 4.3: Delivered, Undelivered, Failed and Unsent are final for SMS. That "
              "Viber goes back no more than that follows from what its statuses mean.");
}

QString RuleSources::flowStatuses()
{
    return tr("Routee's page about failover statuses, a neighbour of this API: Succeeded when a "
              "channel delivered, Failed when all that were tried failed, InProgress until then.");
}

QString RuleSources::sendStatus()
{
    return tr("API document 4.1: a send is answered with Succeeded for one step, InProgress for "
              "several, and Failed where no channel took it.");
}

QString RuleSources::validation()
{
    return tr("API document 4.1: the fields a request must have; Routee's reference of this API: "
              "HTTP 422 where they are wrong.");
}

QString RuleSources::statusCodes()
{
    return tr("Routee's quick reference of this API: what each statusCode means.");
}

QString RuleSources::webhooks()
{
    return tr("API document 4.1: the callback gets a POST on each change of a status and when the "
              "failover is sent. How soon is not written.");
}

QString RuleSources::webhookOrder()
{
    return tr("Routee's page about webhooks of this API: nothing is posted again while the status "
              "stays the same; an order is not promised.");
}

QString RuleSources::webhookShape()
{
    return tr("Routee's page about webhooks of this API: a webhook says what the tracking answer "
              "says.");
}

QString RuleSources::totalCost()
{
    return tr("Routee's page about tracking of this API: total_cost is the sum of the prices that "
              "are known.");
}

QString RuleSources::recipient()
{
    return tr("API document 4.1: a step goes to the number in its field to, on the channel its "
              "type names.");
}

QString RuleSources::stepTimes()
{
    return tr("Routee's page about tracking of this API: created_at and delivered_at of a step.");
}

QString RuleSources::clocks()
{
    return tr("No document: the service's times are held against this machine's clock.");
}

QString RuleSources::demanded()
{
    return tr("Your expectation of this run.");
}

} // namespace otpscope::models
