// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/run/observation.h"
#include "models/run/runstate.h"
#include "models/run/snapshot.h"
#include "models/run/statusmeaning.h"

#include <vector>

namespace otpscope::models {

// The rules about single exchanges, one function each; those that look at the whole run are in
// models/judge/judgedrun.h. `values` of a finding: the first says what
// it is about (isSameSubject), the others are named at the function. The sentences are in
// models/text/runsentences.cpp.

/// Stable words for values: "send", "poll", "webhook"; "could-not-connect", ...; "viber", "sms".
[[nodiscard]] QString sourceKey(ObservationSource source);
[[nodiscard]] QString problemKey(TransportProblem problem);
[[nodiscard]] QString channelKey(const StepState &step);

/// HTTP 200 with status Failed. Values: error, statusCode, its meaning; each may be empty.
[[nodiscard]] Finding sendFailed(const Snapshot &snapshot, const Catalogue &catalogue,
                                 ObservationId evidence);
/// An HTTP error. One finding for each place the service names, else one without pointer. Values:
/// HTTP status, the service's words.
[[nodiscard]] std::vector<Finding> sendRefused(const Observation &observation);
/// The request never left or was never answered by the service. Values: problem, detail.
[[nodiscard]] Finding sendUnreachable(const Observation &observation);
/// Values: detail.
[[nodiscard]] Finding noToken(const Observation &observation);
/// Values: problem (empty where an answer came that is no state), detail.
[[nodiscard]] Finding sendOutcomeUnknown(const Observation &observation);
/// Values: "poll", how many polls failed, problem or HTTP status, detail.
[[nodiscard]] Finding pollFailed(const Observation &observation, int times);
/// What an answer that is no JSON seems to be: "text/html: Log in"; else empty.
[[nodiscard]] QString likenessOf(const Observation &observation);
/// Values: source, how many bodies, where known what the last of the answers is like
/// (likenessOf).
[[nodiscard]] Finding bodyNotUnderstood(const Observation &observation, int times,
                                        const QString &likeness);
/// A state that calls itself something else than JSON. Values: source, how many, the last one's
/// media type.
[[nodiscard]] Finding mediaTypeNotJson(const Observation &observation, int times,
                                       const QString &mediaType);
/// Values: the run's flow id, the other one, how often.
[[nodiscard]] Finding flowIdDiffers(const FlowId &known, const Snapshot &snapshot,
                                    ObservationId evidence, int times);
/// A step the document does not have. Values: order, channel.
[[nodiscard]] Finding stepNotInFlow(const StepState &step, ObservationId evidence);
/// Values: order, channel, the statuses.
[[nodiscard]] Finding unknownStatus(const StepState &step, const QStringList &statuses,
                                    ObservationId evidence);
/// Values: order, channel, the status that stays, the others.
[[nodiscard]] Finding finalStatusContradiction(const StepState &step, const QStringList &others,
                                               std::vector<ObservationId> evidence);
/// Values: how it had been concluded, as a stable word.
[[nodiscard]] Finding runReopened(Conclusion before, ObservationId evidence);

} // namespace otpscope::models
