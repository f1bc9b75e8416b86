// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace otpscope::models {

enum class SnippetLanguage {
    Curl,
    Httpie,
    Python,
    JavaScript,
};

enum class SnippetSecrets {
    /// The program that runs takes token and pin from TOKEN and PIN (PIN_2, ... where the body has
    /// several) of its environment, and sends nothing without them.
    AsVariables,
    /// Pin and token stand there; a token that is not known stays a variable.
    Written,
};

/// A send, to be written down as a program of its own.
struct SnippetRequest
{
    /// Where the service is, for instance https://connect.routee.net/failover-otp
    QString service;
    /// The flow document, as it would be sent.
    QByteArray body;
    /// Empty where there is none.
    QString token;
};

/// What "curl", "httpie", "python" and "javascript" stand for; nothing for other names.
[[nodiscard]] std::optional<SnippetLanguage> snippetLanguageNamed(const QString &name);

/// The public address of Routee's service (API document 4.1).
[[nodiscard]] QString publicService();

/// A program that sends exactly this body, once, following no redirects: for bash with curl or
/// HTTPie, Python with requests, Node 18 or later. UTF-8, ends with a line end. `body` must be JSON
/// that parseJson takes.
[[nodiscard]] QByteArray snippet(const SnippetRequest &request, SnippetLanguage language,
                                 SnippetSecrets secrets);

} // namespace otpscope::models
