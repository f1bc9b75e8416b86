// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/smstext.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace otpscope::models {

namespace {

constexpr int gsmSingle = 160;
constexpr int gsmPart = 153;
constexpr int unicodeSingle = 70;
constexpr int unicodePart = 67;

// 3GPP TS 23.038 section 6.2.1, without the escape itself.
constexpr char32_t basicAlphabet[] =
    U"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    U"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
// Section 6.2.1.1: each costs an escape and itself.
constexpr char32_t extendedAlphabet[] = U"\f^{}\\[~]|€";

// GUESS: what the neighbouring page calls look-alikes.
struct LookAlike
{
    char32_t from;
    const char *to;
};
constexpr LookAlike lookAlikes[] = {
    {U'Α', "A"},        {U'Β', "B"},      {U'Ε', "E"},       {U'Ζ', "Z"},       {U'Η', "H"},
    {U'Ι', "I"},        {U'Κ', "K"},      {U'Μ', "M"},       {U'Ν', "N"},       {U'Ο', "O"},
    {U'Ρ', "P"},        {U'Τ', "T"},      {U'Υ', "Y"},       {U'Χ', "X"},       {U'\u2018', "'"},
    {U'\u2019', "'"},   {U'\u201a', "'"}, {U'\u201c', "\""}, {U'\u201d', "\""}, {U'\u201e', "\""},
    {U'«', "\""},       {U'»', "\""},     {U'\u2013', "-"},  {U'\u2014', "-"},  {U'\u2011', "-"},
    {U'\u2026', "..."}, {U'\u00a0', " "}, {U'\u202f', " "},  {U'`', "'"},       {U'´', "'"},
};

QString oneCharacter(char32_t character)
{
    return QString::fromUcs4(&character, 1);
}

/// Behind it only the euro sign.
constexpr std::size_t tableEnd = 0x400;

/// Septets of each character before tableEnd; 0 where GSM 03.38 does not have it.
constexpr auto septetTable = [] {
    std::array<std::uint8_t, tableEnd> table{};
    for (const char32_t character : std::u32string_view(basicAlphabet))
        table.at(character) = 1;
    for (const char32_t character : std::u32string_view(extendedAlphabet)) {
        if (character < tableEnd)
            table.at(character) = 2;
    }
    return table;
}();

bool isGsmText(const QString &text)
{
    const auto characters = text.toUcs4();
    return std::ranges::all_of(characters, [](uint c) { return gsmSeptets(c) > 0; });
}

/// Greedy, as senders fill their parts.
void fillParts(const QList<int> &costs, int single, int part, SmsCount &count)
{
    for (const int cost : costs)
        count.units += cost;
    if (count.units == 0)
        return;
    count.parts = 1;
    count.left = single - count.units;
    if (count.left >= 0)
        return;
    count.left = part;
    for (const int cost : costs) {
        if (cost > count.left) {
            ++count.parts;
            count.left = part;
        }
        count.left -= cost;
    }
}

/// The GSM spelling of a character that GSM lacks; the character itself where nobody knows one.
QString gsmSpelling(char32_t character)
{
    const auto known = std::ranges::find(lookAlikes, character, &LookAlike::from);
    if (known != std::end(lookAlikes))
        return QString::fromLatin1(known->to);
    // Without its accents, then as a capital: Greek small letters exist as capitals only.
    QString plain;
    for (const uint part :
         oneCharacter(character).normalized(QString::NormalizationForm_D).toUcs4()) {
        if (!QChar::isMark(part))
            plain += oneCharacter(part);
    }
    if (isGsmText(plain))
        return plain;
    const QString capital = plain.toUpper();
    const auto letter = std::ranges::find(lookAlikes, capital.toUcs4().value(0), &LookAlike::from);
    if (letter != std::end(lookAlikes))
        return QString::fromLatin1(letter->to);
    return isGsmText(capital) ? capital : oneCharacter(character);
}

} // namespace

int gsmSeptets(char32_t character)
{
    if (character < tableEnd)
        return septetTable.at(character);
    return character == U'€' ? 2 : 0;
}

SmsCount countSms(const QString &text)
{
    SmsCount count;
    QList<int> septets;
    QList<int> units;
    int position = 0;
    for (const uint character : text.toUcs4()) {
        ++position;
        septets.append(gsmSeptets(character));
        units.append(QChar::requiresSurrogates(character) ? 2 : 1);
        if (septets.last() == 0 && !count.forcedBy)
            count.forcedBy = ForcingCharacter{oneCharacter(character), position};
    }
    if (count.forcedBy) {
        count.alphabet = SmsAlphabet::Unicode;
        fillParts(units, unicodeSingle, unicodePart, count);
    } else {
        fillParts(septets, gsmSingle, gsmPart, count);
    }
    return count;
}

TranscodedText transcodedSms(const QString &text)
{
    TranscodedText result;
    const SmsCount count = countSms(text);
    if (count.alphabet == SmsAlphabet::Gsm || count.parts <= 1) {
        result.text = text;
        return result;
    }
    for (const uint character : text.toUcs4()) {
        const QString before = oneCharacter(character);
        const QString after = gsmSeptets(character) > 0 ? before : gsmSpelling(character);
        result.text += after;
        const Transcoding change{before, after};
        if (before != after && std::ranges::find(result.changes, change) == result.changes.end())
            result.changes.push_back(change);
    }
    return result;
}

} // namespace otpscope::models
