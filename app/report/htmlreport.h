// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/runreport.h"

#include <QByteArray>

namespace otpscope::report {

/// One page that needs nothing else: what happened, the steps, the transitions, the findings with
/// what they stand on. Everything from the network is escaped. Holds no pin, token or number.
[[nodiscard]] QByteArray runReportHtml(const ReportedRun &run);

} // namespace otpscope::report
