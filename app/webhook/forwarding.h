// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"
#include "models/core/ipaddress.h"

#include <QByteArrayList>

#include <optional>

namespace otpscope::webhook {

/// Whom the proxies on the way served, from the left, over all headers Forwarded: the value of
/// "for" in each element (RFC 7239 section 4), empty where an element has none. No entries where
/// there is no such header, nothing where any of it cannot be read.
[[nodiscard]] std::optional<QByteArrayList> forwardedNodes(const http::Headers &headers);

/// The same over all headers X-Forwarded-For, which are lists with commas.
[[nodiscard]] QByteArrayList forwardedForNodes(const http::Headers &headers);

/// The address in one of them: with or without brackets and port (RFC 7239 section 6). Nothing
/// for "unknown", for names that hide one ("_x1"), and for what makes no sense.
[[nodiscard]] std::optional<models::IpAddress> addressOfNode(const QByteArray &node);

} // namespace otpscope::webhook
