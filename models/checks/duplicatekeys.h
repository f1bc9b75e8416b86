// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/findinglist.h"

#include <QByteArray>

namespace otpscope::models {

/// A finding "duplicate-key" for each key that its object has already, in the order of the text,
/// fifty at most: more help nobody. Values: the key, then line and column of the first and of this
/// one. `text` must be JSON that parseJson takes.
void findDuplicateKeys(const QByteArray &text, FindingList &findings);

} // namespace otpscope::models
