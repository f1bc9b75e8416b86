// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/json.h"

#include <cstddef>
#include <string>
#include <vector>

namespace otpscope::models {

/// Where a key that `members` lacks belongs: behind the last of those that the API document's
/// tables have before it, at the front where there is none, at the end where the tables do not
/// know the key. `path` holds the tokens that lead from the document to these members.
[[nodiscard]] std::size_t placeOfNewKey(const Json::object_t &members,
                                        const std::vector<std::string> &path,
                                        const std::string &key);

/// The keys of one kind of object in the order of the API document's tables; empty for an object
/// the document does not know. `path` as above.
[[nodiscard]] const std::vector<std::string> &documentedKeys(const std::vector<std::string> &path);

} // namespace otpscope::models
