// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"

#include <QString>

#include <optional>

namespace otpscope::models {

/// The sentence for a finding of models/judge; nothing where `finding.rule` is none of its rules.
[[nodiscard]] std::optional<QString> judgeSentence(const Finding &finding);

/// What such a rule stands on; nothing where `rule` is none.
[[nodiscard]] std::optional<QString> sourceOfJudgeRule(const QString &rule);

/// Every rule of models/judge, by id.
[[nodiscard]] QStringList judgeRules();

} // namespace otpscope::models
