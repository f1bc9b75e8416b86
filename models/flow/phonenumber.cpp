// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/phonenumber.h"

#include <algorithm>
#include <phonenumbers/phonenumberutil.h>

#include <string>

namespace otpscope::models {

namespace {

using Numbers = i18n::phonenumbers::PhoneNumberUtil;

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

/// The number with a plus and without what people put between digits; empty where something else
/// is in it.
QString internationalForm(const QString &typed)
{
    static const QString separators = QStringLiteral(" .-()/\u00a0");
    QString digits;
    for (const QChar c : typed.trimmed()) {
        if (separators.contains(c))
            continue;
        if (!isDigit(c) && !(c == QLatin1Char('+') && digits.isEmpty()))
            return {};
        digits += c;
    }
    if (digits.startsWith(QLatin1String("00")))
        digits.remove(0, 2);
    return digits.startsWith(QLatin1Char('+')) ? digits : QLatin1Char('+') + digits;
}

/// Into a parameter, as libphonenumber has it: a copy of its type needs more of protobuf than the
/// library brings.
bool isParsed(const Numbers &numbers, const QString &typed,
              i18n::phonenumbers::PhoneNumber &parsed)
{
    const std::string international = internationalForm(typed).toStdString();
    return numbers.Parse(international, "ZZ", &parsed) == Numbers::NO_PARSING_ERROR;
}

PhoneNumber::Standing standingOf(const Numbers &numbers,
                                 const i18n::phonenumbers::PhoneNumber &number)
{
    if (!numbers.IsPossibleNumber(number))
        return PhoneNumber::Standing::ImpossibleLength;
    return numbers.IsValidNumber(number) ? PhoneNumber::Standing::Assigned
                                         : PhoneNumber::Standing::NotAssigned;
}

} // namespace

PhoneNumber::Standing standingOfNumber(const QString &typed)
{
    const Numbers &numbers = *Numbers::GetInstance();
    i18n::phonenumbers::PhoneNumber parsed;
    return isParsed(numbers, typed, parsed) ? standingOf(numbers, parsed)
                                            : PhoneNumber::Standing::NotANumber;
}

PhoneNumber readPhoneNumber(const QString &typed)
{
    PhoneNumber result;
    result.typed = typed;
    const Numbers &numbers = *Numbers::GetInstance();
    i18n::phonenumbers::PhoneNumber parsed;
    if (!isParsed(numbers, typed, parsed))
        return result;

    std::string text;
    numbers.Format(parsed, Numbers::E164, &text);
    result.e164 = QString::fromStdString(text);
    numbers.Format(parsed, Numbers::INTERNATIONAL, &text);
    result.international = QString::fromStdString(text);
    numbers.GetRegionCodeForNumber(parsed, &text);
    constexpr std::size_t countryCodeLength = 2;
    // "001" stands for numbers that belong to no single country, "ZZ" for unknown.
    if (text.size() == countryCodeLength && text != "ZZ")
        result.country = QString::fromStdString(text);
    result.standing = standingOf(numbers, parsed);
    return result;
}

bool isE164(const QString &number)
{
    constexpr qsizetype longest = 15;
    const qsizetype start = number.startsWith(QLatin1Char('+')) ? 1 : 0;
    const qsizetype length = number.size() - start;
    return length >= 2 && length <= longest && number[start] != QLatin1Char('0')
        && std::all_of(number.begin() + start, number.end(), isDigit);
}

} // namespace otpscope::models
