// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/smsparts.h"

#include <algorithm>

namespace otpscope::simulator {

namespace {

/// GSM 03.38, the basic table without the escape; ASCII letters and digits aside.
const QString basicTable =
    QStringLiteral("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà");
const QString extensionTable = QStringLiteral("\f^{}\\[~]|€");

bool isAsciiAlphanumeric(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

/// 0 where GSM has no such character.
int septets(QChar c)
{
    if (isAsciiAlphanumeric(c) || basicTable.contains(c))
        return 1;
    return extensionTable.contains(c) ? 2 : 0;
}

/// GUESS: which letters the service replaces is described, not listed: Greek capitals and accented
/// Latin (routee-api section 9).
bool hasLookAlike(QChar c)
{
    return c.script() == QChar::Script_Greek || c.script() == QChar::Script_Latin;
}

int partsOf(int units, int single, int each)
{
    return units <= single ? 1 : (units + each - 1) / each;
}

} // namespace

int smsParts(const QString &text, bool mayTranscode)
{
    constexpr int unicodeSingle = 70;
    constexpr int unicodeEach = 67;
    constexpr int gsmSingle = 160;
    constexpr int gsmEach = 153;
    const auto length = static_cast<int>(text.size());
    const bool isGsm =
        std::all_of(text.begin(), text.end(), [](QChar c) { return septets(c) > 0; });
    const bool isTranscoded = mayTranscode && length > unicodeSingle &&
                              std::all_of(text.begin(), text.end(), [](QChar c) {
                                  return septets(c) > 0 || hasLookAlike(c);
                              });
    if (!isGsm && !isTranscoded)
        return partsOf(length, unicodeSingle, unicodeEach);
    int units = 0;
    for (const QChar c : text)
        units += std::max(1, septets(c));
    return partsOf(units, gsmSingle, gsmEach);
}

} // namespace otpscope::simulator
