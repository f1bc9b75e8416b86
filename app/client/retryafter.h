// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace otpscope::client {

/// How long the answer asks us to wait (RFC 9110, 10.2.3: seconds or a date), from the raw answer
/// head. Never below zero nor above five minutes; nothing where the header is absent or no sense
/// can be made of it.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const QByteArray &answerHead,
                                                                  models::Instant now);

} // namespace otpscope::client
