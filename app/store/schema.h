// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace otpscope::store {

/// Raised with every change of the tables below; a store with a higher one is refused.
inline constexpr int schemaVersion = 2;

/// Names of column types, which differ between data bases.
struct ColumnTypes
{
    QString integer;
    QString bytes;
};

/// The statements that make an empty store. Times are milliseconds since 1970, UTC. A row of `run`
/// without created_at stands for a run of which only observations have been seen.
[[nodiscard]] std::vector<QString> schemaStatements(const ColumnTypes &types);
/// The statements that make a store of this earlier version one of schemaVersion; what it holds
/// stays. The version itself is for the caller to write, in the same transaction.
[[nodiscard]] std::vector<QString> upgradeStatements(int version, const ColumnTypes &types);

} // namespace otpscope::store
