// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snippet/shellsnippet.h"

#include <algorithm>

namespace otpscope::models {

namespace {

/// Linux takes no argument of 128 KiB and more. What is longer goes through a pipe.
constexpr qsizetype longestArgument = 100'000;

QByteArray quoted(QByteArray text)
{
    return "'" + text.replace("'", "'\\''") + "'";
}

/// Ends the command with this sentence where the variable is missing; for inside of "".
QByteArray variable(const QByteArray &name, const QByteArray &sentence)
{
    return "${" + name + ":?" + sentence + "}";
}

QByteArray tokenVariable()
{
    return variable("TOKEN", setToken);
}

QByteArray credentialsVariable()
{
    return variable("CREDENTIALS", "Set CREDENTIALS to id:secret in Base64");
}

QByteArrayList pinVariablesOf(const SnippetParts &parts)
{
    QByteArrayList variables;
    for (const QByteArray &name : parts.pinVariables())
        variables.append(variable(name, setPin(name)));
    return variables;
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
            result += "\"" + variable(name, setPin(name)) + "\"";
        }
    }
    return result;
}

/// The whole word of a header; empty where there is none.
QByteArray authorizationWord(const CurlRequest &request, const QByteArray &separator)
{
    const QByteArray start = request.authorizationName + separator;
    switch (request.authorization) {
    case CurlRequest::Authorization::None:
        return {};
    case CurlRequest::Authorization::Basic:
        return "\"" + start + "Basic " + credentialsVariable() + "\"";
    case CurlRequest::Authorization::Bearer:
        return request.parts.token.isEmpty() ? "\"" + start + "Bearer " + tokenVariable() + "\""
                                             : quoted(start + "Bearer " + request.parts.token);
    }
    Q_UNREACHABLE();
}

/// Ends the command before anything is sent, which a variable missing in a pipe would not.
QByteArray guard(const CurlRequest &request)
{
    QByteArrayList variables;
    if (request.authorization == CurlRequest::Authorization::Basic)
        variables.append(credentialsVariable());
    if (request.authorization == CurlRequest::Authorization::Bearer &&
        request.parts.token.isEmpty())
        variables.append(tokenVariable());
    variables += pinVariablesOf(request.parts);
    return variables.isEmpty() ? QByteArray() : ": \"" + variables.join("\" \"") + "\" &&\n";
}

QByteArray printed(const CurlRequest &request)
{
    return guard(request) + "printf '%s' " + quotedBody(request.parts) + " |\n  ";
}

QByteArray methodWord(const QByteArray &method)
{
    const auto isLetter = [](char c) { return c >= 'A' && c <= 'Z'; };
    return !method.isEmpty() && std::ranges::all_of(method, isLetter) ? method : quoted(method);
}

CurlRequest sendOf(const SnippetParts &parts)
{
    CurlRequest request;
    request.parts = parts;
    request.headers = {"Content-Type: application/json"};
    return request;
}

} // namespace

QByteArray curlCommand(const CurlRequest &request)
{
    const SnippetParts &parts = request.parts;
    const bool isLong = parts.bodySize() > longestArgument;
    QByteArrayList words{"curl --request " + methodWord(request.method) + " " +
                         quoted(parts.address)};
    for (const QByteArray &header : request.headers)
        words.append("--header " + quoted(header));
    if (const QByteArray word = authorizationWord(request, ": "); !word.isEmpty())
        words.append("--header " + word);
    if (isLong)
        words.append("--data-binary @-");
    else if (!parts.body.empty())
        words.append("--data-raw " + quotedBody(parts));
    return (isLong ? printed(request) : QByteArray()) + words.join(" \\\n  ") + "\n";
}

QByteArray curlSnippet(const SnippetParts &parts)
{
    return curlCommand(sendOf(parts));
}

QByteArray httpieSnippet(const SnippetParts &parts)
{
    const CurlRequest request = sendOf(parts);
    return printed(request) + "http POST " + quoted(parts.address) +
           " \\\n    'Content-Type:application/json' \\\n    " + authorizationWord(request, ":") +
           "\n";
}

} // namespace otpscope::models
