// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/smschecks.h"

#include "models/checks/fieldchecks.h"

#include <algorithm>

namespace otpscope::models {

namespace {

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

bool isSenderCharacter(QChar c)
{
    return isDigit(c) || c == QLatin1Char(' ') || (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
        || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'));
}

void checkNumericSender(const QString &digits, const QString &place, const Limits &limits,
                        FindingList &findings)
{
    if (digits.size() > limits.senderNumericMaximum) {
        findings.add("sender-length-numeric", place,
                     {QString::number(digits.size()),
                      QString::number(limits.senderNumericMaximum)});
    }
}

void checkTextSender(const QString &sender, const QString &place, const Limits &limits,
                     FindingList &findings)
{
    if (const int length = characterCount(sender); length > limits.senderAlphanumericMaximum) {
        findings.add("sender-length-text", place,
                     {QString::number(length), QString::number(limits.senderAlphanumericMaximum)});
    }
    if (!std::all_of(sender.begin(), sender.end(), isSenderCharacter))
        findings.add("sender-characters", place);
}

void checkSender(const Json &step, const QString &pointer, const Limits &limits,
                 FindingList &findings)
{
    const QString place = childPointer(pointer, QStringLiteral("from"));
    if (!member(step, "from")) {
        findings.add("sender-missing", place);
        return;
    }
    const auto sender = textMember(step, "from");
    if (!sender)
        return;
    if (isBlank(*sender)) {
        findings.add("sender-empty", place);
        return;
    }
    const bool hasPlus = sender->startsWith(QLatin1Char('+'));
    const QString digits = hasPlus ? sender->mid(1) : *sender;
    if (!digits.isEmpty() && std::all_of(digits.begin(), digits.end(), isDigit)) {
        if (hasPlus)
            findings.add("sender-plus", place);
        checkNumericSender(digits, place, limits, findings);
    } else {
        checkTextSender(*sender, place, limits, findings);
    }
}

} // namespace

void checkSmsStep(const Json &step, const QString &pointer, const Catalogue &catalogue,
                  FindingList &findings)
{
    checkSender(step, pointer, catalogue.limits(), findings);
    if (const Json *message = member(step, "message"))
        checkLabel(*message, childPointer(pointer, QStringLiteral("message")), catalogue, findings);
}

void checkLabel(const Json &object, const QString &pointer, const Catalogue &catalogue,
                FindingList &findings)
{
    const auto label = textMember(object, "label");
    const int maximum = catalogue.limits().labelMaximum;
    if (!label || characterCount(*label) <= maximum)
        return;
    findings.add("label-length", childPointer(pointer, QStringLiteral("label")),
                 {QString::number(characterCount(*label)), QString::number(maximum)});
}

} // namespace otpscope::models
