// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/expectationchoice.h"

#include "app/cli/input.h"
#include "models/text/expectationsentences.h"

#include <utility>

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

QString ExpectationChoice::readBundled(const QByteArray &expectations)
{
    if (!m_path.empty() || expectations.isEmpty())
        return {};
    auto read = models::readExpectations(expectations);
    if (!read)
        return QStringLiteral("The expectations in the bundle: %1")
            .arg(models::sentenceFor(read.error()));
    m_expectations = std::move(read).value();
    return {};
}

QByteArray ExpectationChoice::text() const
{
    return m_expectations.isEmpty() ? QByteArray() : models::writeExpectations(m_expectations);
}

void ExpectationChoice::check(report::ReportedRun &run) const
{
    if (!m_expectations.isEmpty())
        report::check(run, m_expectations);
}

} // namespace otpscope::cli
