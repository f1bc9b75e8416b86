// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace otpscope::models {

// What the text of an SMS costs: its alphabet, its length, and in how many parts it goes out.
// Routee's page on encoding: 160 and 153 characters of GSM 03.38, 70 and 67 of Unicode. Pure.

enum class SmsAlphabet {
    Gsm,
    Unicode,
};

/// A character that GSM 03.38 does not have, and so forces the whole text into Unicode.
struct ForcingCharacter
{
    /// One code point.
    QString character;
    /// Counted in code points, 1 first.
    int position = 0;

    friend bool operator==(const ForcingCharacter &, const ForcingCharacter &) = default;
};

struct SmsCount
{
    SmsAlphabet alphabet = SmsAlphabet::Gsm;
    /// Septets for GSM, where ^{}\[]~| and the euro sign count double; UTF-16 units for Unicode.
    int units = 0;
    /// 0 for an empty text.
    int parts = 0;
    /// How many units still fit into the last part.
    int left = 0;
    /// The first one; nothing for GSM.
    std::optional<ForcingCharacter> forcedBy;

    friend bool operator==(const SmsCount &, const SmsCount &) = default;
};

/// An escaped character or a surrogate pair is never divided between two parts.
[[nodiscard]] SmsCount countSms(const QString &text);

/// 1 or 2 septets; 0 where GSM 03.38 does not have the character.
[[nodiscard]] int gsmSeptets(char32_t character);

/// One kind of replacement that `transcode` makes.
struct Transcoding
{
    QString from;
    QString to;

    friend bool operator==(const Transcoding &, const Transcoding &) = default;
};

/// What `transcode` makes of a text.
struct TranscodedText
{
    QString text;
    /// Each once, in the order of the text.
    std::vector<Transcoding> changes;

    friend bool operator==(const TranscodedText &, const TranscodedText &) = default;
};

/// The neighbouring documentation says: look-alikes such as Greek capitals become Latin letters,
/// accents and case may change, and a text that fits one Unicode part is left alone.
/// GUESS: which character becomes which; the service does not publish its table.
[[nodiscard]] TranscodedText transcodedSms(const QString &text);

} // namespace otpscope::models
