// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/checks/repairs.h"
#include "models/core/json.h"
#include "models/flow/flowdocument.h"
#include "models/run/observationlog.h"
#include "models/run/runstate.h"
#include "models/run/snapshot.h"

#include <QString>

namespace otpscope::models {

// The one unit of models that translates. Window, command line and reports share these sentences.

/// What happened, where, and what to do, in one or two short sentences.
[[nodiscard]] QString sentenceFor(const Finding &finding);
/// Which document a rule stands on: "API document 4.1", "neighbouring documentation", ...; empty
/// for rules about our own work.
[[nodiscard]] QString sourceOfRule(const QString &rule);

/// What a repair's button says: "Add the plus".
[[nodiscard]] QString sentenceFor(const Repair &repair);

[[nodiscard]] QString sentenceFor(const JsonProblem &problem);
[[nodiscard]] QString sentenceFor(const DocumentProblem &problem);
/// Which line of a log was left out, and why.
[[nodiscard]] QString sentenceFor(const LogProblem &problem);
[[nodiscard]] QString sentenceFor(const NotUnderstood &problem);
[[nodiscard]] QString sentenceFor(TransportProblem problem, ObservationSource source);

/// One line that says where a run stands: "Viber expired after 5 min; the SMS was sent 0.3 s later
/// and is on its way."
[[nodiscard]] QString headlineFor(const RunState &state);
/// "SMS is due in 12 s if Viber expires", without the countdown itself.
[[nodiscard]] QString sentenceFor(const DueFailover &due);
[[nodiscard]] QString sentenceFor(const Failover &failover);

[[nodiscard]] QString channelName(Channel channel);
[[nodiscard]] QString sourceName(ObservationSource source);
/// "5 min", "1 min 30 s", "0.3 s".
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);

} // namespace otpscope::models
