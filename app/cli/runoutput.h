// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/optionset.h"
#include "app/report/livetext.h"
#include "app/report/runreport.h"
#include "models/run/runupdate.h"

#include <QSaveFile>
#include <QString>

#include <memory>
#include <string>

namespace otpscope::cli {

/// --format and --out of the commands that tell of a run: text as it happens, or json or junit at
/// the end; to standard output, or to a file that appears when all is written.
class RunOutput final
{
    Q_DISABLE_COPY_MOVE(RunOutput)

public:
    RunOutput() = default;

    void declareFormat(OptionSet &options, const std::vector<std::string> &formats);
    void declareOut(OptionSet &options);

    /// Call it first, before anything is sent. A sentence where the file cannot be written.
    [[nodiscard]] QString open(Console &console);
    /// Text: the lines of what is new.
    void tell(const models::RunUpdate &update);
    /// Text: the summary. Json and junit: all of it. Closes the file; a sentence if that fails.
    [[nodiscard]] QString finish(const report::ReportedRun &run);

private:
    void write(const QByteArray &bytes);

    std::string m_format = "text";
    std::string m_path;
    Console *m_console = nullptr;
    std::unique_ptr<QSaveFile> m_file;
    report::LiveText m_text;
};

} // namespace otpscope::cli
