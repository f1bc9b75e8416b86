// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace otpscope::simulator {

/// How the bodies look that no document shows: errors, items of the list, templates
/// (guessedbodies.h).
enum class Dialect {
    /// GUESS, the stronger one: routee-api section 7; {"detail": ...} and, on 422, a list of
    /// places.
    FastApi,
    /// As Routee's other services answer: {"code", "developerMessage"} and, on 422, "entity" and
    /// "properties" (routee-api section 7, DOCS-NEAR and FIELD). The list is one of summaries, the
    /// templates a bare list (GUESS: neither was ever seen).
    Routee,
};

} // namespace otpscope::simulator
