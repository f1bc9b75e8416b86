// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/textchange.h"

#include <algorithm>

namespace otpscope::ui {

TextChange changeBetween(const QByteArray &before, const QByteArray &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const qsizetype at =
        std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first -
        before.begin();
    qsizetype same = 0;
    while (same < shorter - at &&
           before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    return {at, before.size() - same - at, after.size() - same - at};
}

bool joinTyping(TextChange &first, const TextChange &second)
{
    const bool isTypedOn =
        second.removed == 0 && second.at == first.at + first.inserted && first.inserted > 0;
    const bool isTakenBack = second.inserted == 0 && first.inserted > 0 &&
                             second.at + second.removed == first.at + first.inserted &&
                             second.removed <= first.inserted;
    const bool isDeletedOn = second.inserted == 0 && first.inserted == 0 &&
                             (second.at == first.at || second.at + second.removed == first.at);
    if (isTypedOn)
        first.inserted += second.inserted;
    else if (isTakenBack)
        first.inserted -= second.removed;
    else if (isDeletedOn)
        first = {second.at, first.removed + second.removed, 0};
    else
        return false;
    return true;
}

} // namespace otpscope::ui
