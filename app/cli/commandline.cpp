// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

namespace otpscope::cli {

namespace {

/// --help and --version go to standard output; what is wrong goes to standard error.
ExitCode report(const CLI::ParseError &error, const CLI::App &app, Console &console)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = app.exit(error, out, err);
    console.print(QByteArray::fromStdString(out.str()));
    if (!err.str().empty())
        console.say(QString::fromStdString(err.str()).trimmed());
    return code == 0 ? ExitCode::Done : ExitCode::UsedWrongly;
}

} // namespace

CommandLine::CommandLine()
    : m_app("OtpScope on the command line: tests one-time-password flows that fail over between "
            "channels.",
            "otpscope-cli")
{
    m_app.require_subcommand(1);
    m_app.set_version_flag("--version", "otpscope-cli " OTPSCOPE_VERSION);
    m_app.footer("otpscope-cli COMMAND --help tells about a command.");
}

void CommandLine::add(std::unique_ptr<Command> command)
{
    CLI::App *const app = m_app.add_subcommand(command->name(), command->summary());
    app->footer("Example:\n  " + command->example());
    OptionSet options(*app);
    command->declareOptions(options);
    m_entries.push_back({std::move(command), app});
}

ExitCode CommandLine::run(int argc, char *argv[], Surroundings &surroundings)
{
    const ExitCode code = runCommand(argc, argv, surroundings);
    const QString problem = surroundings.console.outputProblem();
    if (problem.isEmpty())
        return code;
    // Whoever reads the output must not take half of it for all.
    surroundings.console.say(
        QStringLiteral("Standard output could not be written: %1. What was printed is not complete.")
            .arg(problem));
    return code == ExitCode::Done || code == ExitCode::ErrorFindings ? ExitCode::UsedWrongly : code;
}

ExitCode CommandLine::runCommand(int argc, char *argv[], Surroundings &surroundings)
{
    if (const QString word = unknownCommand(argc, argv); !word.isEmpty()) {
        surroundings.console.say(QStringLiteral("There is no command %1. Commands: %2.")
                                     .arg(word, names().join(QStringLiteral(", "))));
        return ExitCode::UsedWrongly;
    }
    try {
        m_app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return report(error, m_app, surroundings.console);
    }
    for (const Entry &entry : m_entries) {
        if (entry.app->parsed())
            return entry.command->run(surroundings);
    }
    return ExitCode::UsedWrongly;
}

QString CommandLine::unknownCommand(int argc, char *argv[]) const
{
    const QString word = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    return word.startsWith(u'-') || names().contains(word) ? QString() : word;
}

QStringList CommandLine::names() const
{
    QStringList names;
    for (const Entry &entry : m_entries)
        names.append(QString::fromStdString(entry.app->get_name()));
    return names;
}

} // namespace otpscope::cli
