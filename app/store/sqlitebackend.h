// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/backend.h"

#include <QLockFile>

#include <memory>

namespace otpscope::store {

/// What becomes of a file at the store's place that is no sound store.
enum class NoStore {
    MoveAside,
    Refuse,
};

/// A SQLite file with a lock file beside it, or ":memory:". The file is inspected before SQLite
/// may touch it, since SQLite would change a stranger's file by opening it.
class SqliteBackend final : public Backend
{
public:
    SqliteBackend(QString path, NoStore treatment);
    ~SqliteBackend() override;

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
    [[nodiscard]] bool isInMemory() const;
    [[nodiscard]] StoreProblem problem(StoreProblem::Kind kind, const QString &detail) const;
    [[nodiscard]] std::optional<StoreProblem> lock();
    [[nodiscard]] std::optional<StoreProblem> takeOverOrReplace();
    [[nodiscard]] std::optional<StoreProblem> create() const;
    /// For what is there and cannot be used.
    [[nodiscard]] std::optional<StoreProblem> replaceOrRefuse();
    [[nodiscard]] bool isSound() const;

    QString m_path;
    NoStore m_treatment;
    QString m_movedAside;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace otpscope::store
