// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/storeproblem.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>

#include <optional>

namespace otpscope::store {

/// What differs between the data bases a store can live in. Made and prepared in the opening
/// thread; afterwards only const calls, from any thread.
class Backend
{
public:
    Backend() = default;
    virtual ~Backend() = default;
    Q_DISABLE_COPY_MOVE(Backend)

    /// Takes the instance lock and sees to it that a sound store of this version is there.
    [[nodiscard]] virtual std::optional<StoreProblem> prepare() = 0;

    /// The Qt SQL driver: "QSQLITE", "QPSQL".
    [[nodiscard]] virtual QString driver() const = 0;
    /// Opens the one writing connection. What a connection before it left half done is settled on
    /// disk before this returns, so that nothing is appended behind a sync that failed.
    [[nodiscard]] virtual std::optional<StoreProblem> openWriter(QSqlDatabase &database) const = 0;
    /// Opens a connection that cannot write.
    [[nodiscard]] virtual std::optional<StoreProblem> openReader(QSqlDatabase &database) const = 0;
    /// False where only the writing connection sees the data.
    [[nodiscard]] virtual bool hasReaders() const = 0;
    /// Moves what is committed to where it stays. Only the writer calls it, between commits.
    virtual void checkpoint(QSqlDatabase &database) const = 0;

    [[nodiscard]] virtual StoreProblem problemOf(const QSqlError &error) const = 0;
    [[nodiscard]] virtual QString place() const = 0;
    [[nodiscard]] virtual QString movedAside() const = 0;
};

} // namespace otpscope::store
