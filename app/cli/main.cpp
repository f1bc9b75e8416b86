// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/exportcommand.h"
#include "app/cli/importcommand.h"
#include "app/cli/receivecommand.h"
#include "app/cli/replaycommand.h"
#include "app/cli/runcommand.h"
#include "app/cli/runscommand.h"
#include "app/cli/showcommand.h"
#include "app/cli/simulatecommand.h"
#include "app/cli/snippetcommand.h"
#include "app/cli/validatecommand.h"
#include "app/platform/resources.h"
#include "app/platform/steadyclock.h"
#include "app/platform/systemclock.h"

#include <QCoreApplication>

#include <clocale>
#include <cstring>

#include <langinfo.h>

namespace {

/// Qt works in UTF-8 alone and complains on standard error about any other locale, such as the C
/// locale of a container without LANG.
void useUtf8()
{
    // Called first of all, when there are no other threads yet.
    std::setlocale(LC_ALL, ""); // NOLINT(concurrency-mt-unsafe)
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0) // NOLINT(concurrency-mt-unsafe)
        qputenv("LC_ALL", "C.UTF-8");
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace otpscope;

    useUtf8();
    const QCoreApplication application(argc, argv);
    const platform::SystemClock machineClock;
    const platform::SteadyClock clock(machineClock);
    const models::Catalogue catalogue = platform::builtInCatalogue();
    cli::Console console;
    cli::Surroundings surroundings{console, catalogue, clock};

    cli::CommandLine commandLine;
    commandLine.add(std::make_unique<cli::ValidateCommand>());
    commandLine.add(std::make_unique<cli::SimulateCommand>());
    commandLine.add(std::make_unique<cli::RunCommand>());
    commandLine.add(std::make_unique<cli::ReceiveCommand>());
    commandLine.add(std::make_unique<cli::ReplayCommand>());
    commandLine.add(std::make_unique<cli::RunsCommand>());
    commandLine.add(std::make_unique<cli::ShowCommand>());
    commandLine.add(std::make_unique<cli::ExportCommand>());
    commandLine.add(std::make_unique<cli::ImportCommand>());
    commandLine.add(std::make_unique<cli::SnippetCommand>());
    return static_cast<int>(commandLine.run(argc, argv, surroundings));
}
