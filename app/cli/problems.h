// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpserver.h"
#include "app/http/servercertificate.h"
#include "app/store/storeproblem.h"

#include <QHostAddress>
#include <QString>

#include <optional>

namespace otpscope::cli {

/// Why nothing listens on `host`:`port`, and what to do.
[[nodiscard]] QString sentenceFor(const http::ListenResult &result, const QString &host, int port);
[[nodiscard]] QString sentenceFor(const store::StoreProblem &problem);
/// Why HTTPS cannot be spoken with these files, and what to do.
[[nodiscard]] QString sentenceFor(const http::CertificateProblem &problem);

/// An address to listen on; "localhost" counts as 127.0.0.1. Nothing for any other name.
[[nodiscard]] std::optional<QHostAddress> listenAddress(const QString &host);
[[nodiscard]] QString notAnAddress(const QString &host);
/// "http://127.0.0.1:41873", with brackets around IPv6.
[[nodiscard]] QString httpAddress(const http::ListenResult &result);
[[nodiscard]] QString httpsAddress(const http::ListenResult &result);

} // namespace otpscope::cli
