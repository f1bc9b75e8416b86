// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/runupdate.h"

#include <QByteArray>

#include <vector>

namespace otpscope::report {

/// Whether runs of four and more digits in the service's words are hidden, as reports do: they may
/// be a pin or a number.
enum class Masking {
    Masked,
    AsItIs,
};

/// The events of a run for spreadsheets: RFC 4180, UTF-8, a header line. A cell that a spreadsheet
/// would take for a formula (it begins with = + - @, TAB or CR) gets an apostrophe in front.
[[nodiscard]] QByteArray eventsCsv(const std::vector<models::ObservationSummary> &events,
                                   Masking masking);

/// The same as {"events": [{"at", "arrivedAt", "source", "httpStatus", "problem", "relation",
/// "statuses", "bytes"}]}; what is not known is null.
[[nodiscard]] QByteArray eventsJson(const std::vector<models::ObservationSummary> &events,
                                    Masking masking);

/// One cell of such a table, quoted where it must be.
[[nodiscard]] QByteArray csvCell(const QString &text);

} // namespace otpscope::report
