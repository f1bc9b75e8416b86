// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/webpage.h"

#include <QRegularExpression>

namespace otpscope::models {

std::optional<QString> webPageWords(const QByteArray &body)
{
    // Titles stand at the beginning; scripts may be long.
    constexpr qsizetype bytesLookedAt = 4096;
    const QString page = QString::fromUtf8(body.left(bytesLookedAt)).trimmed();
    if (!page.startsWith(QLatin1Char('<')))
        return std::nullopt;
    static const QRegularExpression title(QStringLiteral("<title[^>]*>([^<]*)</title"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression silent(
        QStringLiteral("<(script|style)\\b.*?(</\\1\\s*>|$)|<!--.*?(-->|$)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(QStringLiteral("<[^>]*(>|$)"));
    const QString named = title.match(page).captured(1).simplified();
    if (!named.isEmpty())
        return named;
    QString text = page;
    text.replace(silent, QStringLiteral(" "));
    text.replace(tag, QStringLiteral(" "));
    return text.simplified();
}

} // namespace otpscope::models
