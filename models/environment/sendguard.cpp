// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/environment/sendguard.h"

#include "models/flow/phonenumber.h"

namespace otpscope::models {

namespace {

/// "00306..." and "+306..." are one number; what is no number is compared to the letter.
QString digitsOf(const QString &number)
{
    const QString e164 = readPhoneNumber(number).e164;
    return e164.isEmpty() ? number.trimmed() : e164;
}

} // namespace

QStringList recipientsOf(const Flow &flow)
{
    QStringList result;
    QStringList known;
    for (const Step &step : stepsInOrder(flow)) {
        if (!step.to)
            continue;
        for (const QString &number : step.to->numbers) {
            if (known.contains(digitsOf(number)))
                continue;
            known.append(digitsOf(number));
            result.append(number);
        }
    }
    return result;
}

std::optional<SendObstacle> obstacleTo(const Environment &environment, const Flow &flow,
                                       int sentToday)
{
    const SendLimits &limits = environment.sending;
    if (limits.isLimitedToRecipients) {
        QStringList allowed;
        for (const QString &number : limits.recipients)
            allowed.append(digitsOf(number));
        QStringList refused;
        for (const QString &number : recipientsOf(flow)) {
            if (!allowed.contains(digitsOf(number)))
                refused.append(number);
        }
        if (!refused.isEmpty())
            return SendObstacle{SendObstacle::Kind::RecipientsNotAllowed, refused};
    }
    if (limits.sendsADay > 0 && sentToday >= limits.sendsADay)
        return SendObstacle{SendObstacle::Kind::DayIsUsedUp, {}};
    return std::nullopt;
}

} // namespace otpscope::models
