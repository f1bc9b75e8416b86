// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/runreport.h"
#include "models/run/runupdate.h"

#include <QStringList>

#include <optional>

namespace otpscope::report {

/// The lines of `otpscope-cli run --format text`: what happened, as it happens, with the time since
/// the send on the service clock. Lines have no line ends and no control characters.
class LiveText
{
public:
    /// One line for each transition, failover and finding of the update.
    [[nodiscard]] QStringList lines(const models::RunUpdate &update);
    /// What a person wants to know at the end: the headline, the price, and every finding.
    [[nodiscard]] static QStringList summary(const ReportedRun &run);

private:
    [[nodiscard]] QString line(models::Instant at, const QString &subject,
                               const QString &text) const;

    std::optional<models::Instant> m_start;
};

} // namespace otpscope::report
