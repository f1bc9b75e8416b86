// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace otpscope::models {

/// A phone number as a person typed it, and as it is understood.
struct PhoneNumber
{
    /// What the number plans of the world say. They change; this is a hint, never a verdict.
    enum class Standing {
        /// No number at all, or of a country code that does not exist.
        NotANumber,
        /// Too short or too long for its country.
        ImpossibleLength,
        /// Of a possible length, but in no range that its country has given out.
        NotAssigned,
        Assigned,
    };

    QString typed;
    /// "+306971234567"; empty where NotANumber.
    QString e164;
    /// With the spaces people read by, "+30 697 123 4567"; empty where NotANumber.
    QString international;
    /// ISO 3166-1 alpha-2, "GR"; empty where unknown or not one country's.
    QString country;
    Standing standing = Standing::NotANumber;

    friend bool operator==(const PhoneNumber &, const PhoneNumber &) = default;
};

/// Understands international numbers only, with or without the plus, with "00" in its place, and
/// with the usual spaces, dots, dashes and brackets. Thread-safe. Uses libphonenumber.
[[nodiscard]] PhoneNumber readPhoneNumber(const QString &typed);

/// Its standing alone, in half the time.
[[nodiscard]] PhoneNumber::Standing standingOfNumber(const QString &typed);

/// True where `number` is E.164 to the letter: at most 15 digits, the first not 0, with or without
/// a plus before them (both are legal in the API document) and nothing else.
[[nodiscard]] bool isE164(const QString &number);

} // namespace otpscope::models
