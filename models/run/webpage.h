// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace otpscope::models {

/// What a web page in place of an answer says, as plain text: its title, or else the beginning of
/// its text. Nothing where the body begins with no tag. Proxies and login pages of networks answer
/// so.
[[nodiscard]] std::optional<QString> webPageWords(const QByteArray &body);

} // namespace otpscope::models
