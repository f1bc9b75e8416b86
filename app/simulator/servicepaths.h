// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpmessage.h"

#include <QString>

namespace otpscope::simulator {

/// What a path leads to (routee-api section 0).
enum class Route {
    None,
    Token,
    Info,
    Health,
    Send,
    List,
    Tracking,
    Templates,
};

/// Decoded, without a slash at its end.
[[nodiscard]] QString pathOf(const http::Request &request);
[[nodiscard]] Route routeOf(const QString &path);
/// The id behind Route::Tracking.
[[nodiscard]] QString trackedId(const QString &path);

} // namespace otpscope::simulator
