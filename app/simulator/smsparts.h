// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace otpscope::simulator {

/// How many parts an SMS of this text is billed as, at least 1 (routee-api section 9): 160 GSM
/// characters, 153 in each of several parts; 70 and 67 where a character outside GSM 03.38 makes
/// the whole message Unicode. Extension characters count twice. `mayTranscode` turns letters with a
/// GSM look-alike into it, unless one Unicode part holds them all.
[[nodiscard]] int smsParts(const QString &text, bool mayTranscode);

} // namespace otpscope::simulator
