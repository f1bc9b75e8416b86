// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/jsonplace.h"

#include <algorithm>

namespace otpscope::models {

namespace {

constexpr QByteArrayView byteOrderMark{"\xEF\xBB\xBF"};

bool continuesCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

} // namespace

qsizetype byteOrderMarkLength(QByteArrayView text)
{
    return text.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
}

JsonPlace placeIn(QByteArrayView text, qsizetype offset)
{
    JsonPlace place;
    const qsizetype end = std::min(offset, text.size());
    for (qsizetype i = byteOrderMarkLength(text); i < end; ++i) {
        if (text[i] == '\n') {
            ++place.line;
            place.column = 1;
        } else if (!continuesCharacter(text[i])) {
            ++place.column;
        }
    }
    return place;
}

qsizetype offsetOf(QByteArrayView text, const JsonPlace &place)
{
    qsizetype at = byteOrderMarkLength(text);
    for (int line = 1; line < place.line; ++line) {
        const qsizetype end = text.indexOf('\n', at);
        if (end < 0)
            return text.size();
        at = end + 1;
    }
    for (int column = 1; column < place.column && at < text.size() && text[at] != '\n'; ++column) {
        do {
            ++at;
        } while (at < text.size() && continuesCharacter(text[at]));
    }
    return at;
}

} // namespace otpscope::models
