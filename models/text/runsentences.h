// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"

#include <QString>

#include <optional>

namespace otpscope::models {

/// The sentence for a finding about a run; nothing where `finding.rule` is not a rule of
/// models/run/runrules.h or models/judge. sentenceFor (models/text/sentences.h) asks this for such rules.
[[nodiscard]] std::optional<QString> runFindingSentence(const Finding &finding);

/// What a rule about runs stands on, document and sentence, translated; nothing where `rule` is
/// none, empty for rules about our own work.
[[nodiscard]] std::optional<QString> sourceOfRunRule(const QString &rule);

} // namespace otpscope::models
