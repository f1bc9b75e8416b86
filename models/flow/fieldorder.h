// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/jsonpath.h"

#include <cstddef>
#include <string>
#include <vector>

namespace otpscope::models {

/// Where a key that an object lacks belongs among `keys`, those it has: behind the last of those
/// that the API document's tables have before it, at the front where there is none, at the end
/// where the tables do not know the key. `path` leads from the document to the object.
[[nodiscard]] std::size_t placeOfNewKey(const std::vector<std::string> &keys, const JsonPath &path,
                                        const std::string &key);

/// The keys of one kind of object in the order of the API document's tables; empty for an object
/// the document does not know. `path` as above.
[[nodiscard]] const std::vector<std::string> &documentedKeys(const JsonPath &path);

} // namespace otpscope::models
