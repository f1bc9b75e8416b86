// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/runupdate.h"

#include <QByteArray>

#include <vector>

namespace otpscope::report {

/// CSV (RFC 4180, with a head line): when each observation came, from where, and which statuses it
/// reported. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
[[nodiscard]] QByteArray eventTableCsv(const std::vector<models::ObservationSummary> &events);

} // namespace otpscope::report
