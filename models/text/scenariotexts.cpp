// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/text/scenariotexts.h"

#include <QCoreApplication>

namespace otpscope::models {

const std::vector<const char *> &scenarioTexts()
{
    static const std::vector<const char *> texts{
        QT_TRANSLATE_NOOP("Scenarios", "Every channel fails"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber expires and the SMS is not delivered; with no next step left "
                          "the flow fails."),
        QT_TRANSLATE_NOOP("Scenarios", "The SMS fails, Viber is delivered and seen"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Made for a flow with the SMS first: it is not delivered, Viber takes"
                          " over and is read. A flow with Viber first ends there."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber is delivered and seen"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The Viber message arrives and is read, so the flow stops there."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber is delivered but never seen"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "The Viber message arrives and is never read. With "
                          "failoverOnDelivered the SMS follows ttl seconds later; without it "
                          "the flow ends with Delivered."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber expires, the SMS is delivered"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber reports nothing until its ttl is over and expires; the SMS "
                          "takes over and arrives."),
        QT_TRANSLATE_NOOP("Scenarios", "Viber cannot be sent, the SMS is delivered"),
        QT_TRANSLATE_NOOP("Scenarios",
                          "Viber is not sent because the balance is too low; the SMS takes over"
                          " at once and arrives."),
    };
    return texts;
}

} // namespace otpscope::models
