// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "models/flow/flow.h"
#include "models/run/observation.h"
#include "models/run/runmachine.h"

#include <QStringList>

#include <vector>

namespace otpscope::testsupport {

/// 2026-11-23T10:00:00.000Z, when every story begins.
[[nodiscard]] models::Instant storyStart();
/// `seconds` after that.
[[nodiscard]] models::Instant storyTime(double seconds);

/// A flow from a line: "viber 300 failoverOnDelivered, sms 600". Channels with their ttl; orders by
/// position.
[[nodiscard]] models::Flow storyFlow(const QString &line);

/// One observation from a line:
///   send 0 InProgress viber sms        the answer to the send; the first channel was sent
///   webhook 300 InProgress viber:EXPIRED sms:Queued@300.3
///   poll 12.5 Succeeded viber:SEEN
///   send 0 !NoAnswer                   a transport problem
///   poll 3 #404 {"detail": "no"}       an HTTP status with a body
///   webhook 4 =not json                a body as it stands
/// Steps get the tracking ids m1, m2, ... by position; "-" is no flow status; "@" is created_at.
/// "flow=f2" among the steps names another flow than f1; "total=0.05", "code=2" and "error=no"
/// belong to the flow; "price=0.01", "detail=Expired", "phone=30697", "id=m7", "created=3" and
/// "delivered=5" to the step before them. "created=" in a send is the flow's; "took=2" says that an
/// exchange began 2 s before its time; "clock=60" that the service told its clock, at this speed;
/// "untimed" that nobody noted when it came.
[[nodiscard]] models::Observation storyObservation(const QString &line, qint64 id = 0);

[[nodiscard]] std::vector<models::Observation> storyObservations(const QString &lines);

/// Tells the machine one line: an observation, whose id becomes the next behind `id`; "time 400"
/// lets the time pass, "receiver" says that a receiver of ours is the callback, "over" that nobody
/// follows the run any more.
models::RunDelta tell(models::RunMachine &machine, const QString &line, qint64 &id);
/// A machine that was told the whole story.
[[nodiscard]] models::RunMachine storyMachine(const QString &flow, const QString &lines,
                                              const models::Catalogue &catalogue);
/// One transition as `printed` writes it.
[[nodiscard]] QString printed(const models::Transition &transition);

/// "10.5": seconds since the story began.
[[nodiscard]] QString storySeconds(models::Instant at);

/// Everything the machine derived, a line each: transitions, failovers, what is due, the
/// conclusion, findings (but for failover-as-documented: the line of the failover says that).
[[nodiscard]] QStringList printed(const models::RunMachine &machine);
/// Of a state alone: steps with status and times, flow status, conclusion.
[[nodiscard]] QStringList printed(const models::RunState &state);

/// The lines that only one of both has: "- " before those expected, "+ " before those seen.
[[nodiscard]] QString difference(const QStringList &expected, const QStringList &seen);

} // namespace otpscope::testsupport
