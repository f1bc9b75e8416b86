// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/findingtext.h"

#include "app/report/reportwords.h"
#include "models/text/sentences.h"

#include <algorithm>

namespace otpscope::cli {

namespace {

using models::Finding;
using models::Severity;

constexpr qsizetype severityWidth = 8;

QString severityText(Severity severity, const Console &console)
{
    const QString word = report::severityWord(severity).leftJustified(severityWidth);
    switch (severity) {
    case Severity::Error:
        return console.coloured(word, Console::Colour::Red);
    case Severity::Warning:
        return console.coloured(word, Console::Colour::Yellow);
    case Severity::Info:
        return console.coloured(word, Console::Colour::Blue);
    }
    Q_UNREACHABLE();
}

QString counted(const std::vector<Finding> &findings, Severity severity, const QString &word)
{
    const auto count = std::count_if(findings.begin(), findings.end(), [severity](const Finding &f) {
        return f.severity == severity;
    });
    return count == 1 ? QStringLiteral("1 ") + word : QStringLiteral("%1 %2s").arg(count).arg(word);
}

} // namespace

QStringList findingLines(const std::vector<Finding> &findings, const Console &console)
{
    qsizetype pointerWidth = 0;
    for (const Finding &finding : findings)
        pointerWidth = std::max(pointerWidth, finding.pointer.size());

    QStringList lines;
    for (const Finding &finding : findings) {
        lines.append(severityText(finding.severity, console)
                     + report::printable(QStringLiteral("%1  %2 (%3)")
                                             .arg(finding.pointer.leftJustified(pointerWidth),
                                                  models::sentenceFor(finding), finding.rule)));
    }
    lines.append(QStringLiteral("%1, %2, %3")
                     .arg(counted(findings, Severity::Error, QStringLiteral("error")),
                          counted(findings, Severity::Warning, QStringLiteral("warning")),
                          counted(findings, Severity::Info, QStringLiteral("note"))));
    return lines;
}

} // namespace otpscope::cli
