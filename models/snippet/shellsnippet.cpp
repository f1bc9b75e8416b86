// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snippet/shellsnippet.h"

namespace otpscope::models {

namespace {

/// Linux takes no argument of 128 KiB and more. What is longer goes through a pipe.
constexpr qsizetype longestArgument = 100'000;

QByteArray quoted(QByteArray text)
{
    return "'" + text.replace("'", "'\\''") + "'";
}

/// '...'"$PIN"'...'
QByteArray quotedBody(const SnippetParts &parts)
{
    QByteArray result;
    for (const BodyPiece &piece : parts.body) {
        if (piece.pin == 0) {
            result += quoted(piece.text);
        } else {
            const QByteArray name = pinVariable(piece.pin);
            result += "\"${" + name + ":?" + setPin(name) + "}\"";
        }
    }
    return result;
}

QByteArray authorization(const SnippetParts &parts, const QByteArray &separator)
{
    if (!parts.token.isEmpty())
        return quoted("Authorization" + separator + "Bearer " + parts.token);
    return "\"Authorization" + separator + "Bearer ${TOKEN:?" + setToken + "}\"";
}

/// Ends the command before anything is sent, which a variable missing in a pipe would not.
QByteArray guard(const SnippetParts &parts)
{
    QByteArray variables;
    if (parts.token.isEmpty())
        variables += " \"${TOKEN:?" + setToken + "}\"";
    for (const QByteArray &name : parts.pinVariables())
        variables += " \"${" + name + ":?" + setPin(name) + "}\"";
    return variables.isEmpty() ? QByteArray() : ":" + variables + " &&\n";
}

QByteArray printed(const SnippetParts &parts)
{
    return guard(parts) + "printf '%s' " + quotedBody(parts) + " |\n  ";
}

} // namespace

QByteArray curlSnippet(const SnippetParts &parts)
{
    const bool isLong = parts.bodySize() > longestArgument;
    const QByteArray data =
        isLong ? QByteArray("--data-binary @-") : "--data-raw " + quotedBody(parts);
    return (isLong ? printed(parts) : QByteArray()) + "curl --request POST " +
           quoted(parts.address) +
           " \\\n  --header 'Content-Type: application/json' \\\n  --header " +
           authorization(parts, ": ") + " \\\n  " + data + "\n";
}

QByteArray httpieSnippet(const SnippetParts &parts)
{
    return printed(parts) + "http POST " + quoted(parts.address) +
           " \\\n    'Content-Type:application/json' \\\n    " + authorization(parts, ":") + "\n";
}

} // namespace otpscope::models
