// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/textchange.h"

#include <algorithm>

namespace otpscope::ui {

namespace {

// Long texts are compared by blocks, which is many times faster than byte by byte.
constexpr qsizetype block = 4096;

qsizetype sameAtBegin(QByteArrayView a, QByteArrayView b, qsizetype longest)
{
    qsizetype same = 0;
    while (same + block <= longest && a.sliced(same, block) == b.sliced(same, block))
        same += block;
    while (same < longest && a[same] == b[same])
        ++same;
    return same;
}

qsizetype sameAtEnd(QByteArrayView a, QByteArrayView b, qsizetype longest)
{
    qsizetype same = 0;
    while (same + block <= longest && a.chopped(same).last(block) == b.chopped(same).last(block))
        same += block;
    while (same < longest && a[a.size() - 1 - same] == b[b.size() - 1 - same])
        ++same;
    return same;
}

} // namespace

TextChange changeBetween(QByteArrayView before, QByteArrayView after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const qsizetype at = sameAtBegin(before, after, shorter);
    const qsizetype same = sameAtEnd(before, after, shorter - at);
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
