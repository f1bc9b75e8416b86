// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/showcommand.h"

#include "app/report/runreport.h"

namespace otpscope::cli {

std::string ShowCommand::summary() const
{
    return "Shows one run of the history, as run printed it.";
}

std::string ShowCommand::example() const
{
    return "otpscope-cli show 5f2c --format json";
}

void ShowCommand::declareOptions(OptionSet &options)
{
    options.add("RUN", m_run, "The id of a run, or its beginning; otpscope-cli runs lists them")
        .required();
    m_history.declareOption(options);
    m_output.declareFormat(options, {"text", "json"});
}

ExitCode ShowCommand::run(Surroundings &surroundings)
{
    const auto store = m_history.open(surroundings.console);
    const auto stored = store ? runNamed(m_run, *store, surroundings.console) : std::nullopt;
    if (!stored)
        return ExitCode::UsedWrongly;
    const auto replay = replayOf(*stored, *store, surroundings.catalogue);
    // Without --out neither of these can fail.
    (void)m_output.open(surroundings.console);
    m_output.tell(replay->takeUpdate());
    (void)m_output.finish(report::reportedRun(stored->title, replay->machine()));
    return ExitCode::Done;
}

} // namespace otpscope::cli
