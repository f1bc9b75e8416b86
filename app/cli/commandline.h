// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <CLI/CLI.hpp>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace otpscope::cli {

/// The commands, and the choice among them that a command line makes.
class CommandLine final
{
    Q_DISABLE_COPY_MOVE(CommandLine)

public:
    CommandLine();

    void add(std::unique_ptr<Command> command);
    /// Reads the arguments and runs the one command they name.
    [[nodiscard]] ExitCode run(int argc, char *argv[], Surroundings &surroundings);

private:
    struct Entry
    {
        std::unique_ptr<Command> command;
        /// Owned by m_app.
        CLI::App *app = nullptr;
    };

    [[nodiscard]] ExitCode runCommand(int argc, char *argv[], Surroundings &surroundings);
    /// The first word where it is neither a command nor an option.
    [[nodiscard]] QString unknownCommand(int argc, char *argv[]) const;
    [[nodiscard]] QStringList names() const;

    CLI::App m_app;
    std::vector<Entry> m_entries;
};

} // namespace otpscope::cli
