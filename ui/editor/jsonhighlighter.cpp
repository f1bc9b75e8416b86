// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/jsonhighlighter.h"

#include <QRegularExpression>

namespace otpscope::ui {

JsonHighlighter::JsonHighlighter(QTextDocument *document, const Colours &colours)
    : QSyntaxHighlighter(document)
    , m_colours(&colours)
{
}

void JsonHighlighter::setColours(const Colours &colours)
{
    if (m_colours == &colours)
        return;
    m_colours = &colours;
    rehighlight();
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    // JSON texts cannot span lines, so no state crosses from line to line. Possessive, so that a
    // long line without a closing quote costs linear time.
    static const QRegularExpression token(QStringLiteral(
        R"((?<text>"(?:[^"\\]|\\.)*+"?)(?<colon>\s*+:)?|(?<number>-?\d[\d.eE+-]*+)|(?<word>true|false|null))"));
    for (auto matches = token.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const auto colour = [&](QStringView group, Tone tone) {
            if (!group.isEmpty())
                setFormat(int(group.data() - text.constData()), int(group.size()),
                          m_colours->tone(tone));
        };
        const bool isKey = match.hasCaptured(QStringLiteral("colon"));
        colour(match.capturedView(QStringLiteral("text")), isKey ? Tone::Accent : Tone::Sms);
        colour(match.capturedView(QStringLiteral("number")), Tone::Running);
        colour(match.capturedView(QStringLiteral("word")), Tone::Warning);
    }
}

} // namespace otpscope::ui
