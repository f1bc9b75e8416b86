// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/ids.h"
#include "models/run/runrules.h"
#include "models/run/runstate.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <vector>

namespace otpscope::models {

// How rules write down what their sentences hold.

/// "2", "sms": how every rule names a step.
[[nodiscard]] inline QStringList stepValues(const StepState &step)
{
    return {QString::number(step.order), channelKey(step)};
}

/// Whole milliseconds; models/text/judgesentences.cpp makes "120.4 s" of it.
[[nodiscard]] inline QString millisecondsValue(std::chrono::milliseconds duration)
{
    return QString::number(duration.count());
}

/// Without those that are not stored, and without doubles.
[[nodiscard]] inline std::vector<ObservationId> evidenceFrom(std::vector<ObservationId> ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    ids.erase(
        std::remove_if(ids.begin(), ids.end(), [](ObservationId id) { return !id.isStored(); }),
        ids.end());
    return ids;
}

} // namespace otpscope::models
