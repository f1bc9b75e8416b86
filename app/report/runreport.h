// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checks/finding.h"
#include "models/core/json.h"
#include "models/expect/expectations.h"
#include "models/run/runmachine.h"
#include "models/run/runstate.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace otpscope::report {

/// Everything a report tells about a run.
struct ReportedRun
{
    /// Name of the flow.
    QString title;
    models::RunState state;
    std::vector<models::Transition> transitions;
    std::vector<models::Failover> failovers;
    /// The expectations that are not met are among them.
    std::vector<models::Finding> findings;
    /// Empty where nothing was demanded.
    std::vector<models::CheckedExpectation> expectations;
};

/// Holds the run against `expectations`; what is not met is added to the findings.
void check(ReportedRun &run, const models::Expectations &expectations);

[[nodiscard]] ReportedRun reportedRun(const QString &title, const models::RunMachine &machine);

/// The JSON of `otpscope-cli run --format json`, key for key as cli.md has it, and "expectations"
/// where something was demanded. What is not known is null. Holds no pin, token or phone number.
[[nodiscard]] QByteArray runReportJson(const ReportedRun &run);

/// [{"severity", "rule", "pointer", "message"}], as `validate` and `run` print them.
[[nodiscard]] models::Json findingsJson(const std::vector<models::Finding> &findings);

/// JUnit XML: one suite; a case for each step (skipped where it was not tried), one for the
/// conclusion, one for each expectation, and a failed one for each error finding.
[[nodiscard]] QByteArray runReportJUnit(const ReportedRun &run);

} // namespace otpscope::report
