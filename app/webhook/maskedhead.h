// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace otpscope::webhook {

/// The head with the value of every Authorization and Proxy-Authorization header replaced by "***";
/// every other byte stays. Expects a head that the server accepted: lines end with CRLF, none is
/// folded.
[[nodiscard]] QByteArray withMaskedAuthorization(const QByteArray &head);

} // namespace otpscope::webhook
