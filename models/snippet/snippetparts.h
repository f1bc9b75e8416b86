// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/snippet/secretplaces.h"
#include "models/snippet/snippet.h"

#include <QByteArray>
#include <QByteArrayList>

#include <vector>

namespace otpscope::models {

/// A request with what is to be a variable told apart. Between snippet() and the writers of the
/// languages.
struct SnippetParts
{
    QByteArray address;
    /// Text alone where the secrets are to be written.
    std::vector<BodyPiece> body;
    /// Empty: a variable.
    QByteArray token;

    /// "PIN", "PIN_2", ...: every variable of the body, once.
    [[nodiscard]] QByteArrayList pinVariables() const;
    [[nodiscard]] qsizetype bodySize() const;
};

[[nodiscard]] SnippetParts snippetParts(const SnippetRequest &request, SnippetSecrets secrets);
/// "PIN" for 1, "PIN_2" for 2.
[[nodiscard]] QByteArray pinVariable(int pin);

/// What to do about a variable that is missing.
inline const QByteArray setToken = "Set TOKEN to an access token of the service";
[[nodiscard]] QByteArray setPin(const QByteArray &variable);

} // namespace otpscope::models
