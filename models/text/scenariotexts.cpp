// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/scenariotexts.h"

#include <QCoreApplication>

namespace otpscope::models {

const std::vector<const char *> &scenarioTexts()
{
    static const std::vector<const char *> texts{
        QT_TRANSLATE_NOOP("Scenarios", "Every channel fails"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber expires and the SMS is not delivered; with no next step "
                          "left the flow fails."),
        QT_TRANSLATE_NOOP("Scenarios", "Everything in the same second"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber fails in the instant of its sending and the SMS is "
                          "delivered in that same instant, so that every time stamp is equal."),
        QT_TRANSLATE_NOOP("Scenarios", "Nothing can be sent"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The flow is accepted, then the balance is used up: every step "
                          "ends Unsent, and the flow fails."),
        QT_TRANSLATE_NOOP("Scenarios", "Polls lag behind the webhooks"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber is delivered and seen; tracking answers show it half a "
                          "minute after the webhooks."),
        QT_TRANSLATE_NOOP("Scenarios", "The send fails: failover not triggered"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The send answers HTTP 200 with status Failed and statusCode 3; "
                          "there is no flow afterwards."),
        QT_TRANSLATE_NOOP("Scenarios", "The send fails: no balance"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The send answers HTTP 200 with status Failed and statusCode 1; "
                          "there is no flow afterwards."),
        QT_TRANSLATE_NOOP("Scenarios", "The send fails: no next step"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The send answers HTTP 200 with status Failed and statusCode 2; "
                          "there is no flow afterwards."),
        QT_TRANSLATE_NOOP("Scenarios", "The send fails: server error"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The send answers HTTP 200 with status Failed and statusCode 0; "
                          "there is no flow afterwards."),
        QT_TRANSLATE_NOOP("Scenarios", "The service stumbles now and then"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber expires and the SMS is delivered; one answer in five is "
                          "500, 502, 503 or 429, or is cut off."),
        QT_TRANSLATE_NOOP("Scenarios", "The SMS expires, Viber is seen"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Made for a flow with the SMS first: the phone is off until the "
                          "ttl is over, then Viber takes over and is read."),
        QT_TRANSLATE_NOOP("Scenarios", "The SMS fails, Viber is delivered"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Made for a flow with the SMS first: the service cannot process "
                          "it, and Viber takes over at once."),
        QT_TRANSLATE_NOOP("Scenarios", "The SMS fails, Viber is delivered and seen"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Made for a flow with the SMS first: it is not delivered, Viber "
                          "takes over and is read. A flow with Viber first ends there."),
        QT_TRANSLATE_NOOP("Scenarios", "The SMS never reports anything"),
        QT_TRANSLATE_NOOP("Scenarios", "Viber expires, and the SMS after it stays Queued."),
        QT_TRANSLATE_NOOP("Scenarios", "The SMS is sent and nothing more is heard"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber expires; the SMS is Sent, and the operator never reports "
                          "whether it arrived."),
        QT_TRANSLATE_NOOP("Scenarios", "The SMS goes to an unknown number"),
        QT_TRANSLATE_NOOP("Scenarios", "Viber expires, and the operator does not know the number."),
        QT_TRANSLATE_NOOP("Scenarios", "The SMS cannot be sent, Viber is seen"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Made for a flow with the SMS first: the balance does not pay for "
                          "an SMS, but for Viber, which is read."),
        QT_TRANSLATE_NOOP("Scenarios", "Only the third step arrives"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Made for a flow of three steps: the first step of each channel "
                          "fails, and a channel that is tried again delivers."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber is delivered and seen"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The Viber message arrives and is read, so the flow stops there."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber is delivered, then expires"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber reports DELIVERED, and EXPIRED when nobody has read the "
                          "message by the end of its ttl; the SMS takes over."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber is delivered but never seen"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The Viber message arrives and is never read. With "
                          "failoverOnDelivered the SMS follows ttl seconds later; without it "
                          "the flow ends with Delivered."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber expires, the SMS is delivered"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber reports nothing until its ttl is over and expires; the SMS "
                          "takes over and arrives."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber fails, the SMS is delivered"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The number has no Viber, which the platform says within a second; "
                          "the SMS takes over and arrives."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber messages are blocked, the SMS is delivered"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The person has blocked the sender in Viber, so Viber fails at "
                          "once; the SMS takes over and arrives."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber never reports anything"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The Viber step stays QUEUED, even beyond its ttl. Nothing "
                          "triggers a failover, so the flow hangs."),
        QT_TRANSLATE_NOOP("Scenarios", "Read receipts are off"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The person reads the Viber message, but the phone does not tell: "
                          "it stays DELIVERED for ever, and with failoverOnDelivered the SMS "
                          "goes out although nobody needs it."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber is seen after the SMS went out"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Made for failoverOnDelivered: the Viber message is read five "
                          "seconds after the SMS was sent. The flow stops with SEEN, and the "
                          "SMS is paid for all the same."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber is seen after the ttl"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The Viber message is read a minute after its ttl. Without "
                          "failoverOnDelivered nothing was due, and the flow stops there."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber is seen at once"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The person has the chat open: SEEN comes without DELIVERED before "
                          "it, and the flow stops."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber is seen in the last second"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The Viber message arrives and is read one second before its ttl "
                          "is over: still in time, so no SMS is sent."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber is not delivered, the SMS is"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber takes the message and cannot deliver it; the SMS takes over "
                          "and arrives."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber cannot be sent, the SMS is delivered"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber is not sent because the balance is too low; the SMS takes "
                          "over at once and arrives."),
        QT_TRANSLATE_NOOP("Scenarios", "Webhooks come twice and in disorder"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber expires and the SMS is delivered; webhooks are late, "
                          "doubled and overtaken by others."),
        QT_TRANSLATE_NOOP("Scenarios", "Webhooks get lost"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber expires and the SMS is delivered, but no webhook ever "
                          "comes; only polling tells."),
    };
    return texts;
}

} // namespace otpscope::models
