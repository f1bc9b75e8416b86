// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace otpscope::models {

/// The tokens of an RFC 6901 pointer, unescaped; empty for the whole document.
using JsonPath = std::vector<std::string>;

/// Nothing where `pointer` is no JSON Pointer.
[[nodiscard]] std::optional<JsonPath> pathOf(const QString &pointer);
[[nodiscard]] QString pointerOf(const JsonPath &path);

/// The index a token means in an array of this size; `size` itself for "-" and the index behind
/// the last; nothing for what is no index there.
[[nodiscard]] std::optional<std::size_t> arrayIndex(const std::string &token, std::size_t size);

} // namespace otpscope::models
