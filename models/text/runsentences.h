// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"

#include <QString>

#include <optional>

namespace otpscope::models {

/// The sentence for a finding about a run; nothing where `finding.rule` is not a rule of
/// models/run/runrules.h. sentenceFor (models/text/sentences.h) asks this for such rules.
[[nodiscard]] std::optional<QString> runFindingSentence(const Finding &finding);

/// The document a rule about runs stands on; nothing where `rule` is none.
[[nodiscard]] std::optional<QString> sourceOfRunRule(const QString &rule);

} // namespace otpscope::models
