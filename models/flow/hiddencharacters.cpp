// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flow/hiddencharacters.h"

#include <QChar>

#include <algorithm>

namespace otpscope::models {

namespace {

QString codePoint(char32_t character)
{
    constexpr int digits = 4;
    constexpr int hexadecimal = 16;
    return QStringLiteral("U+%1").arg(
        QString::number(character, hexadecimal).toUpper().rightJustified(digits, u'0'));
}

} // namespace

bool isHiddenCharacter(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    const bool isControl = category == QChar::Other_Control && character != U'\n';
    return isControl || category == QChar::Other_Format || category == QChar::Other_Surrogate ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

QStringList hiddenCharactersIn(const QString &text)
{
    // The usual text has none, and is read in one quick pass.
    if (std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c <= u'~'; }))
        return {};
    QStringList found;
    for (const uint character : text.toUcs4()) {
        if (isHiddenCharacter(character) && !found.contains(codePoint(character)))
            found.append(codePoint(character));
    }
    return found;
}

QString withHiddenShown(const QString &text)
{
    QString shown;
    for (const uint character : text.toUcs4()) {
        const char32_t one = character;
        shown += isHiddenCharacter(one) ? u'‹' + codePoint(one) + u'›' : QString::fromUcs4(&one, 1);
    }
    return shown;
}

QString withoutHidden(const QString &text)
{
    QString visible;
    for (const uint character : text.toUcs4()) {
        const char32_t one = character;
        if (!isHiddenCharacter(one))
            visible += QString::fromUcs4(&one, 1);
    }
    return visible;
}

} // namespace otpscope::models
