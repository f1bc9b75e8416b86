// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/expect/expectations.h"

#include <QString>

#include <optional>

namespace otpscope::models {

/// The sentence for a finding of checkExpectations; nothing where `finding.rule` is none of its.
[[nodiscard]] std::optional<QString> expectationSentence(const Finding &finding);

/// What is wrong with a file of expectations, and where.
[[nodiscard]] QString sentenceFor(const ExpectationProblem &problem);

} // namespace otpscope::models
