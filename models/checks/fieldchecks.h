// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/checks/findinglist.h"

namespace otpscope::models {

/// What every field of the catalogue's table shares: present where required, of the right type,
/// not empty; and the fields the table does not know.

/// "flow", "callback", "callback.url".
void checkDocumentFields(const Json &document, const Catalogue &catalogue, FindingList &findings);
/// The fields of a step of this channel; for Unknown those that every step has, and then unknown
/// fields are not reported.
void checkStepFields(const Json &step, Channel channel, const QString &pointer,
                     const Catalogue &catalogue, FindingList &findings);

/// RFC 6901 section 3.
[[nodiscard]] QString childPointer(const QString &parent, const QString &name);
/// "text", "integer", ...: the value by which the sentences name a type.
[[nodiscard]] QString fieldTypeKey(FieldType type);
/// How an integer compares to a limit, whatever its size: nlohmann's own comparison takes an
/// unsigned number beyond 2^63 for a negative one. Negative, 0 or positive.
[[nodiscard]] int compareInteger(const Json &integer, int limit);
/// True for nothing but spaces.
[[nodiscard]] bool isBlank(const QString &text);
/// Whether `word` stands in `text` as a whole: "1234" is not in "Your code is 123456". Letters of
/// another script may touch it, as in languages that are written without spaces.
[[nodiscard]] bool holdsWhole(const QString &text, const QString &word);
/// Characters as people count them: code points, not UTF-16 units or bytes.
[[nodiscard]] int characterCount(const QString &text);

} // namespace otpscope::models
