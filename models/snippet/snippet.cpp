// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/snippet/snippet.h"

#include "models/snippet/programsnippet.h"
#include "models/snippet/shellsnippet.h"
#include "models/snippet/snippetparts.h"

namespace otpscope::models {

std::optional<SnippetLanguage> snippetLanguageNamed(const QString &name)
{
    if (name == QLatin1String("curl"))
        return SnippetLanguage::Curl;
    if (name == QLatin1String("httpie"))
        return SnippetLanguage::Httpie;
    if (name == QLatin1String("python"))
        return SnippetLanguage::Python;
    if (name == QLatin1String("javascript"))
        return SnippetLanguage::JavaScript;
    return std::nullopt;
}

QString publicService()
{
    return QStringLiteral("https://connect.routee.net/failover-otp");
}

QByteArray snippet(const SnippetRequest &request, SnippetLanguage language, SnippetSecrets secrets)
{
    const SnippetParts parts = snippetParts(request, secrets);
    switch (language) {
    case SnippetLanguage::Curl:
        return curlSnippet(parts);
    case SnippetLanguage::Httpie:
        return httpieSnippet(parts);
    case SnippetLanguage::Python:
        return pythonSnippet(parts);
    case SnippetLanguage::JavaScript:
        return javaScriptSnippet(parts);
    }
    Q_UNREACHABLE();
}

} // namespace otpscope::models
