// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runoutput.h"

namespace otpscope::cli {

namespace {

std::string joined(const std::vector<std::string> &words)
{
    std::string all;
    for (const std::string &word : words)
        all += (all.empty() ? "" : ", ") + word;
    return all;
}

} // namespace

void RunOutput::declareFormat(OptionSet &options, const std::vector<std::string> &formats)
{
    options.add("--format", m_format, joined(formats)).oneOf(formats).showingDefault();
}

void RunOutput::declareOut(OptionSet &options)
{
    options.add("--out", m_path, "Writes the result to this file, not to standard output");
}

QString RunOutput::open(Console &console)
{
    m_console = &console;
    if (m_path.empty())
        return {};
    m_file = std::make_unique<QSaveFile>(QString::fromStdString(m_path));
    // For a folder one may not add files to, and for devices.
    m_file->setDirectWriteFallback(true);
    if (m_file->open(QIODevice::WriteOnly))
        return {};
    return QStringLiteral("%1 cannot be written: %2.")
        .arg(m_file->fileName(), m_file->errorString());
}

void RunOutput::tell(const models::RunUpdate &update)
{
    if (m_format != "text")
        return;
    for (const QString &line : m_text.lines(update))
        write(line.toUtf8() + '\n');
}

QString RunOutput::finish(const report::ReportedRun &run)
{
    if (m_format == "json") {
        write(report::runReportJson(run));
    } else if (m_format == "junit") {
        write(report::runReportJUnit(run));
    } else {
        write("\n");
        for (const QString &line : report::LiveText::summary(run))
            write(line.toUtf8() + '\n');
    }
    if (!m_file || m_file->commit())
        return {};
    return QStringLiteral("%1 could not be written: %2.")
        .arg(m_file->fileName(), m_file->errorString());
}

void RunOutput::write(const QByteArray &bytes)
{
    if (m_file)
        m_file->write(bytes);
    else
        m_console->print(bytes);
}

} // namespace otpscope::cli
