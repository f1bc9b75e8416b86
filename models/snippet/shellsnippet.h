// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snippet/snippetparts.h"

#include <QByteArray>
#include <QByteArrayList>

namespace otpscope::models {

// For bash, and what reads the same: dash, zsh. One command, so that a line that is pasted without
// its variables sends nothing. UTF-8, ends with a line end.

/// Any request that cURL is to make.
struct CurlRequest
{
    enum class Authorization {
        None,
        Basic,
        Bearer,
    };
    /// Address, token of a Bearer, and body; without a body none is sent.
    SnippetParts parts;
    QByteArray method = "POST";
    /// "Content-Type: application/json"; without the one for the authorization.
    QByteArrayList headers;
    Authorization authorization = Authorization::Bearer;
    QByteArray authorizationName = "Authorization";
};

[[nodiscard]] QByteArray curlCommand(const CurlRequest &request);

[[nodiscard]] QByteArray curlSnippet(const SnippetParts &parts);
[[nodiscard]] QByteArray httpieSnippet(const SnippetParts &parts);

} // namespace otpscope::models
