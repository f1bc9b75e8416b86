// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace otpscope::store {

/// "OTPS": marks a SQLite file as a store of ours (PRAGMA application_id).
inline constexpr quint32 storeApplicationId = 0x4f545053;

/// What a file is, judged by its first 100 bytes alone (SQLite file format, section 1.3), without
/// opening it as a data base.
enum class StoreFile {
    Missing,
    /// Ours and of this version.
    Ours,
    Newer,
    /// Empty, of another program, or no SQLite file at all.
    Foreign,
    Folder,
    Unreadable,
};
[[nodiscard]] StoreFile inspectStoreFile(const QString &path);

/// Makes the folder of `path` and those above it that are missing, each for the owner alone. Says
/// what stands in the way, else nothing.
[[nodiscard]] std::optional<QString> makeFolderOf(const QString &path);

/// Renames a file and its -wal and -shm companions to "<path>.damaged-<time of its last change>"
/// and returns the new name; empty where it cannot be renamed.
[[nodiscard]] QString moveFileAside(const QString &path);

} // namespace otpscope::store
