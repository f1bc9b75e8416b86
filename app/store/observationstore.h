// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/run/observation.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace otpscope::store {

/// A run as the store keeps it: what was sent, to whom, when. What became of it is derived from
/// its observations.
struct StoredRun
{
    models::RunId id;
    models::Instant createdAt;
    /// Name of the flow in the library or file, for the history list.
    QString title;
    QString environment;
    /// The request document as sent, byte for byte.
    QByteArray flowText;

    friend bool operator==(const StoredRun &, const StoredRun &) = default;
};

struct StoreProblem
{
    enum class Kind {
        /// Another program has it open.
        InUse,
        /// No rights, no such folder, read-only.
        NotWritable,
        DiskFull,
        /// Not a store of ours, or damaged, or from a newer version.
        NotAStore,
        NewerVersion,
        InputOutput,
    };
    Kind kind = Kind::InputOutput;
    /// File or address.
    QString place;
    QString detail;

    friend bool operator==(const StoreProblem &, const StoreProblem &) = default;
};

/// Durable store of runs and observations: SQLite in WAL mode with synchronous=FULL, one
/// connection in one thread for all writes and checkpoints (Debian's SQLite has the WAL-reset bug
/// with two), an instance lock beside the file. Writes that arrive while a commit is under way are
/// grouped into the next one. Append-only: observations are never changed.
/// All calls are safe from any thread. Completions are called in the store's writer thread, after
/// the commit is on disk; keep them short.
class ObservationStore final
{
public:
    using Completion =
        std::function<void(const models::Result<models::ObservationId, StoreProblem> &)>;
    using RunCompletion = std::function<void(const std::optional<StoreProblem> &)>;

    /// Opens or creates. `location` is a file path, or ":memory:" for a store that ends with the
    /// program, or a postgresql:// address. A damaged file is moved aside, never deleted; then
    /// `movedAside()` says where to.
    [[nodiscard]] static models::Result<std::shared_ptr<ObservationStore>, StoreProblem>
    open(const QString &location);
    /// Commits what is queued, checkpoints, closes.
    ~ObservationStore();
    Q_DISABLE_COPY_MOVE(ObservationStore)

    [[nodiscard]] QString location() const;
    [[nodiscard]] QString movedAside() const;

    /// `observation.id` is ignored; the completion gets the new one. Ids grow in call order.
    void append(models::Observation observation, Completion done);
    void addRun(StoredRun run, RunCompletion done);

    /// Blocking reads, from a read-only connection; never from the GUI thread.
    [[nodiscard]] std::vector<StoredRun> runs() const;
    [[nodiscard]] std::optional<StoredRun> run(const models::RunId &id) const;
    /// Of one run in order of arrival; `after` and `limit` page through many.
    [[nodiscard]] std::vector<models::Observation>
    observations(const models::RunId &run, models::ObservationId after, int limit) const;
    [[nodiscard]] std::optional<models::Observation> observation(models::ObservationId id) const;
    [[nodiscard]] qint64 observationCount() const;

private:
    class Private;
    explicit ObservationStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace otpscope::store
