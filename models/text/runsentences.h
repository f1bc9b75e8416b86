// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/core/clock.h"
#include "models/run/runstate.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace otpscope::models {

/// The sentence for a finding about a run; nothing where `finding.rule` is not a rule of
/// models/run/runrules.h or models/judge. sentenceFor (models/text/sentences.h) asks this for such rules.
[[nodiscard]] std::optional<QString> runFindingSentence(const Finding &finding);

/// Every rule that can find something in a run, by id; those about expectations are none.
[[nodiscard]] QStringList runRules();

/// What a rule about runs stands on, document and sentence, translated; nothing where `rule` is
/// none, empty for rules about our own work.
[[nodiscard]] std::optional<QString> sourceOfRunRule(const QString &rule);

/// Behind the headline of an open run, at this service time: that the ttl of the step under way is
/// over without a final status; empty where it is not.
[[nodiscard]] QString overdueSentence(const RunState &state, Instant now);

} // namespace otpscope::models
