// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/runmachine.h"
#include "models/run/runstate.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace otpscope::models {

/// One run as it is laid beside another.
struct ComparedRun
{
    QString title;
    RunState state;
    /// In the order in which they happened (RunMachine::settledTransitions).
    std::vector<Transition> transitions;
    /// Beside `transitions`, one for one: the body that told of it; may be empty.
    std::vector<QByteArray> bodies;
};

/// A field that two bodies do not agree in.
struct FieldDifference
{
    /// RFC 6901.
    QString pointer;
    /// JSON, in one line; empty where the body does not have the field.
    QString first;
    QString second;
    /// An id or a time: those differ between any two runs.
    bool differsAlways = false;

    friend bool operator==(const FieldDifference &, const FieldDifference &) = default;
};

/// One status of one step, or of the flow, in both runs.
struct ComparedStatus
{
    Subject subject = Subject::Flow;
    int order = 0;
    QString status;
    /// Since the send; nothing where that run did not have the status.
    std::optional<std::chrono::milliseconds> first;
    std::optional<std::chrono::milliseconds> second;
    /// Only where both have it.
    std::vector<FieldDifference> fields;

    /// By how much it came later in the second run; nothing where one of them lacks it.
    [[nodiscard]] std::optional<std::chrono::milliseconds> moved() const;

    friend bool operator==(const ComparedStatus &, const ComparedStatus &) = default;
};

struct RunComparison
{
    QString firstTitle;
    QString secondTitle;
    /// The flow's first, then by step; in a step in the order of happening.
    std::vector<ComparedStatus> statuses;
};

/// Lays two runs beside each other, aligned by step and status (without regard to case). Times
/// count from each run's send, or from its first transition where the send was not seen. Pure;
/// costs time in the product of the statuses of a step, which are few.
[[nodiscard]] RunComparison compareRuns(const ComparedRun &first, const ComparedRun &second);

/// Every field that differs, in the order of the first body, then those only the second has. Empty
/// where one of them is no JSON.
[[nodiscard]] std::vector<FieldDifference> compareBodies(const QByteArray &first,
                                                         const QByteArray &second);

} // namespace otpscope::models

Q_DECLARE_METATYPE(otpscope::models::RunComparison)
