// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace otpscope::testsupport {

/// What every spelling differs in: quotes, a slash, a blank, an ampersand, letters beyond ASCII.
inline const QString canarySecret = QStringLiteral("c4n\"ary/ s3cr\u00e9t+%&x");

/// What base64 of any text shows of `bytes` in it, wherever they begin; the characters at both
/// ends, which hang on the neighbours, are left out.
inline QByteArrayList base64Middles(const QByteArray &bytes)
{
    QByteArrayList middles;
    for (int before = 0; before < 3; ++before) {
        const QByteArray whole = (QByteArray(before, 'x') + bytes)
                                     .toBase64(QByteArray::Base64Encoding |
                                               QByteArray::OmitTrailingEquals);
        const int head = before == 0 ? 0 : before + 1;
        const qsizetype tail = (before + bytes.size()) % 3 == 0 ? 0 : 1;
        middles.append(whole.mid(head, whole.size() - head - tail));
    }
    return middles;
}

inline QByteArray withoutQuotes(const QByteArray &json)
{
    return json.mid(1, json.size() - 2);
}

/// All the ways in which `text` may have been written down: as it is, for a web address, a form, a
/// shell, HTML, JSON, in hexadecimal digits, in base64 alone and inside something longer.
inline QByteArrayList spellingsOf(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const QByteArray percent = utf8.toPercentEncoding();
    const models::Json json(text.toStdString());
    const QByteArray escaped = withoutQuotes(QByteArray::fromStdString(json.dump()));
    QByteArrayList all{
        utf8,
        text.toLatin1(),
        QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2),
        percent,
        percent.toLower(),
        QByteArray(percent).replace("%20", "+"),
        utf8.toHex(),
        utf8.toHex().toUpper(),
        text.toHtmlEscaped().toUtf8(),
        escaped,
        QByteArray(escaped).replace("/", "\\/"),
        // A string inside a string.
        withoutQuotes(QByteArray::fromStdString(models::Json(escaped.toStdString()).dump())),
        withoutQuotes(QByteArray::fromStdString(json.dump(-1, ' ', /*ensure_ascii=*/true))),
    };
    for (const QByteArray &middle : base64Middles(utf8)) {
        all.append(middle);
        all.append(QByteArray(middle).replace('+', '-').replace('/', '_'));
    }
    return all;
}

/// The first spelling of a secret that stands in `text`; empty where none does.
inline QByteArray leakIn(const QByteArray &text, const QStringList &secrets)
{
    for (const QString &secret : secrets) {
        const QByteArrayList spellings = spellingsOf(secret);
        const auto found =
            std::find_if(spellings.begin(), spellings.end(), [&](const QByteArray &spelling) {
                return text.contains(spelling);
            });
        if (found != spellings.end())
            return *found;
    }
    return {};
}

} // namespace otpscope::testsupport
