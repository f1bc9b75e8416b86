// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/backend.h"

#include <QUrl>

namespace otpscope::store {

/// A PostgreSQL data base, for a team that shares one history. Named by an address
/// postgresql://user:password@host:port/database; what is missing there libpq takes from its
/// environment (PGPASSFILE and so on). A local socket is named by its folder, as with libpq:
/// postgresql://user@localhost/database?host=/run/postgresql
/// The instance lock is an advisory lock of the server, so it goes with its connection.
class PostgresBackend final : public Backend
{
public:
    explicit PostgresBackend(QUrl address);
    ~PostgresBackend() override;

    [[nodiscard]] static bool isAddress(const QString &location);

    [[nodiscard]] std::optional<StoreProblem> prepare() override;
    [[nodiscard]] QString driver() const override;
    [[nodiscard]] std::optional<StoreProblem> openWriter(QSqlDatabase &database) const override;
    [[nodiscard]] std::optional<StoreProblem> openReader(QSqlDatabase &database) const override;
    [[nodiscard]] bool hasReaders() const override;
    void checkpoint(QSqlDatabase &database) const override;
    [[nodiscard]] StoreProblem problemOf(const QSqlError &error) const override;
    [[nodiscard]] QString place() const override;
    [[nodiscard]] QString movedAside() const override;

private:
    [[nodiscard]] std::optional<StoreProblem> open(QSqlDatabase &database) const;
    [[nodiscard]] std::optional<StoreProblem> takeLock(const QSqlDatabase &database) const;
    [[nodiscard]] std::optional<StoreProblem> prepareTables(const QSqlDatabase &database) const;

    QUrl m_address;
};

} // namespace otpscope::store
