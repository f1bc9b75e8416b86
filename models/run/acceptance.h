// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/observation.h"
#include "models/run/runstate.h"

#include <QString>

namespace otpscope::models {

/// In the answer to the send "Succeeded" means accepted, and nothing of a delivery (routee-api
/// section 3).
[[nodiscard]] inline bool isAcceptance(Subject subject, ObservationSource source,
                                       const QString &status)
{
    return subject == Subject::Flow && source == ObservationSource::Send &&
           status.compare(QLatin1String("Succeeded"), Qt::CaseInsensitive) == 0;
}

} // namespace otpscope::models
