// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/reportwords.h"

namespace otpscope::report {

namespace {

bool isControl(QChar character)
{
    const ushort code = character.unicode();
    return code < 0x20 || (code >= 0x7f && code <= 0x9f);
}

bool isXmlCharacter(QChar character)
{
    const ushort code = character.unicode();
    const bool isAllowedControl = code == '\t' || code == '\n' || code == '\r';
    return (code >= 0x20 || isAllowedControl) && code != 0xfffe && code != 0xffff;
}

} // namespace

QString severityWord(models::Severity severity)
{
    switch (severity) {
    case models::Severity::Error:
        return QStringLiteral("error");
    case models::Severity::Warning:
        return QStringLiteral("warning");
    case models::Severity::Info:
        return QStringLiteral("info");
    }
    Q_UNREACHABLE();
}

std::optional<models::Instant> knownTime(std::optional<models::Instant> at, models::TimeKind kind)
{
    return kind == models::TimeKind::Unknown ? std::nullopt : at;
}

QString printable(const QString &text)
{
    QString safe = text;
    for (QChar &character : safe) {
        if (isControl(character))
            character = QChar(QChar::ReplacementCharacter);
    }
    return safe;
}

QString xmlSafe(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        const bool isPair = character.isHighSurrogate() && i + 1 < text.size()
                            && text.at(i + 1).isLowSurrogate();
        if (isPair) {
            safe += character;
            safe += text.at(++i);
        } else if (character.isSurrogate() || !isXmlCharacter(character)) {
            safe += QChar(QChar::ReplacementCharacter);
        } else {
            safe += character;
        }
    }
    return safe;
}

} // namespace otpscope::report
