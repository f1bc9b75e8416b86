// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/ids.h"

#include <QByteArray>
#include <QHash>

#include <mutex>
#include <optional>

namespace otpscope::webhook {

/// Which path belongs to which run. A path is "/hook/" and 32 hex digits from the system's random
/// source, so that nobody who was not given it finds it. Safe from any thread.
class RunPaths final
{
public:
    RunPaths();

    /// The run's path; the same one while it is open.
    [[nodiscard]] QByteArray open(const models::RunId &run);
    /// The path that was given to the run before a restart; false where `path` is not of our kind,
    /// or is another run's.
    bool reopen(const models::RunId &run, const QByteArray &path);
    void close(const models::RunId &run);
    /// A path of the same kind that belongs to no run, for posts of our own.
    [[nodiscard]] const QByteArray &selfTest() const { return m_selfTest; }
    [[nodiscard]] std::optional<models::RunId> find(const QByteArray &path) const;

private:
    const QByteArray m_selfTest;
    mutable std::mutex m_mutex;
    QHash<QByteArray, models::RunId> m_runs;
};

} // namespace otpscope::webhook
