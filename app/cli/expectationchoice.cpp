// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/expectationchoice.h"

#include "app/cli/input.h"
#include "models/text/expectationsentences.h"

namespace otpscope::cli {

void ExpectationChoice::declareOption(OptionSet &options)
{
    options.add("--expect", m_path,
                "A file that says what the run must do; exit code 1 where it does not");
}

QString ExpectationChoice::read()
{
    if (m_path.empty())
        return {};
    const auto input = readInput(QString::fromStdString(m_path), documentBytes);
    if (!input)
        return input.error();
    auto read = models::readExpectations(input.value().bytes);
    if (!read) {
        return QStringLiteral("%1: %2").arg(input.value().name, models::sentenceFor(read.error()));
    }
    m_expectations = std::move(read).value();
    if (m_expectations.isEmpty())
        return QStringLiteral("%1 demands nothing.").arg(input.value().name);
    return {};
}

void ExpectationChoice::check(report::ReportedRun &run) const
{
    if (!m_expectations.isEmpty())
        report::check(run, m_expectations);
}

} // namespace otpscope::cli
