// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/exitcode.h"
#include "app/cli/optionset.h"
#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"

#include <string>

namespace otpscope::cli {

/// What every command works with; outlives all of them.
struct Surroundings
{
    Console &console;
    const models::Catalogue &catalogue;
    const models::Clock &clock;
};

/// One command of otpscope-cli: its options, then what it does.
class Command
{
public:
    Command() = default;
    virtual ~Command() = default;
    Q_DISABLE_COPY_MOVE(Command)

    [[nodiscard]] virtual std::string name() const = 0;
    /// What it does, in one sentence.
    [[nodiscard]] virtual std::string summary() const = 0;
    /// A line that works as it stands.
    [[nodiscard]] virtual std::string example() const = 0;

    /// Declares options on `app`; their values live in this object.
    virtual void declareOptions(OptionSet &options) = 0;
    /// Called once, after the options were read. May run an event loop.
    [[nodiscard]] virtual ExitCode run(Surroundings &surroundings) = 0;
};

} // namespace otpscope::cli
