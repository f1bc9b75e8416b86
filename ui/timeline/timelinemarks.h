// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinedata.h"

#include <QString>

#include <cstddef>
#include <optional>

namespace otpscope::ui {

// Every single mark of a timeline, whether it can be told apart on the screen or not: which comes
// after which, what it says, and where it came from. Costs time by the number of lanes, and by the
// logarithm of the number of marks.

enum class MarkKind {
    Flow,
    Step,
    /// From one step to the next; `lane` counts the failovers.
    Failover,
    Poll,
    Webhook,
};

/// One mark by its place in TimelineData.
struct MarkRef
{
    MarkKind kind = MarkKind::Flow;
    /// Position of the step, or of the failover; else 0.
    std::size_t lane = 0;
    /// Position in the lane, in order of time.
    std::size_t index = 0;

    friend bool operator==(const MarkRef &, const MarkRef &) = default;
};

/// False where the data has no such mark (any more).
[[nodiscard]] bool isMark(const TimelineData &data, const MarkRef &mark);
// These are for marks of the data.
[[nodiscard]] models::Instant timeOf(const TimelineData &data, const MarkRef &mark);
[[nodiscard]] models::ObservationId observationOf(const TimelineData &data, const MarkRef &mark);
/// The whole story of the mark, for tooltips and screen readers.
[[nodiscard]] QString sentenceOf(const TimelineData &data, const MarkRef &mark);

/// The first and the last change. Nothing where there is none.
[[nodiscard]] std::optional<MarkRef> firstMark(const TimelineData &data);
[[nodiscard]] std::optional<MarkRef> lastMark(const TimelineData &data);
/// From change to change and failover to failover through all lanes in order of time; polls and
/// webhooks each among themselves. Nothing behind the last or before the first.
[[nodiscard]] std::optional<MarkRef> markAfter(const TimelineData &data, const MarkRef &mark);
[[nodiscard]] std::optional<MarkRef> markBefore(const TimelineData &data, const MarkRef &mark);
/// The mark nearest in time in the next lane above or below that has one.
[[nodiscard]] std::optional<MarkRef> markAbove(const TimelineData &data, const MarkRef &mark);
[[nodiscard]] std::optional<MarkRef> markBelow(const TimelineData &data, const MarkRef &mark);

/// The change this observation was the first to tell, where `transition` is one, else its poll or
/// webhook.
[[nodiscard]] std::optional<MarkRef> markOf(const TimelineData &data,
                                            const models::Transition &transition);
[[nodiscard]] std::optional<MarkRef> markOf(const TimelineData &data,
                                            const models::ObservationSummary &observation);

/// How an observation that relates to the run in this way is coloured.
[[nodiscard]] Tone toneOf(models::Contribution contribution);

/// "4.2 s after sending", "3 s before sending".
[[nodiscard]] QString sinceSendText(const TimelineData &data, models::Instant at);

} // namespace otpscope::ui
