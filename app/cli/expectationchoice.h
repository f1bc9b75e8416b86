// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/optionset.h"
#include "app/report/runreport.h"
#include "models/expect/expectations.h"

#include <QString>

#include <string>

namespace otpscope::cli {

/// The option --expect, shared by the commands that end with a run.
class ExpectationChoice final
{
public:
    void declareOption(OptionSet &options);

    /// Reads the file, if one was named. A sentence where it cannot be used; call it before
    /// anything is sent.
    [[nodiscard]] QString read();
    /// What a bundle demands; a file that was named goes before it. A sentence where it cannot be
    /// used.
    [[nodiscard]] QString readBundled(const QByteArray &expectations);
    /// As a file; empty where nothing is demanded.
    [[nodiscard]] QByteArray text() const;
    /// Does nothing where nothing is demanded.
    void check(report::ReportedRun &run) const;

private:
    std::string m_path;
    models::Expectations m_expectations;
};

} // namespace otpscope::cli
