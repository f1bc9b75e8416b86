// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/environment/environmentbook.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace otpscope::environment {

/// The environments' file as it was found. Reading and writing block: not for the GUI thread.
struct LoadedEnvironments
{
    models::EnvironmentBook book;
    /// Why the file could not be used; then the book is the built-in one.
    std::optional<models::EnvironmentsProblem> problem;
    /// Where a file that could not be used was kept; empty otherwise.
    QString movedAside;
    /// The file is of a newer program: it must not be written.
    bool isReadOnly = false;
};

/// "environments.json" in the data folder.
[[nodiscard]] QString environmentsPath(const QString &dataFolder);

/// Where there is no file, the book that comes with the program. A file that is not ours, or
/// damaged, is moved aside, never deleted.
[[nodiscard]] LoadedEnvironments loadEnvironments(const QString &path);

/// Somebody else's file: never moved. One that cannot be read is no JSON.
[[nodiscard]] LoadedEnvironments readEnvironments(const QString &path);

/// The environments that come with the program.
[[nodiscard]] models::EnvironmentBook builtInEnvironments();

/// All or nothing, readable by the owner alone; makes the folder if need be. The system's words
/// where it fails, empty otherwise.
[[nodiscard]] QString saveEnvironments(const QString &path, const models::EnvironmentBook &book);

} // namespace otpscope::environment
