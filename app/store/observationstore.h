// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/storedrun.h"
#include "app/store/storeproblem.h"
#include "models/core/ids.h"
#include "models/core/result.h"
#include "models/run/observation.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace otpscope::store {

class Backend;

/// Durable store of runs and observations: SQLite in WAL mode with synchronous=FULL, one
/// connection in one thread for all writes and checkpoints (Debian's SQLite has the WAL-reset bug
/// with two), an instance lock beside the file. Writes that arrive while a commit is under way are
/// grouped into the next one. Append-only: observations are never changed.
/// All calls are safe from any thread. Completions are called in the store's writer thread, after
/// the commit is on disk; keep them short, and never let one hold the last reference to the store:
/// the destructor waits for that thread. It needs a QCoreApplication, which loads the drivers.
/// After a full disk or a failed sync writes are answered with the problem; each later write tries
/// to reopen first, so the store is back by itself as soon as the disk is.
class ObservationStore final
{
public:
    using Completion =
        std::function<void(const models::Result<models::ObservationId, StoreProblem> &)>;
    using RunCompletion = std::function<void(const std::optional<StoreProblem> &)>;

    /// Opens or creates. `location` is a file path, or ":memory:" for a store that ends with the
    /// program (its reads run in the writer thread, since nobody else can see it), or an address
    /// postgresql://user@host/database. Missing folders are made; files are for the owner alone.
    /// A damaged or foreign file is moved aside, never deleted, and a new store is begun; then
    /// `movedAside()` says where to. A store of a newer version is refused and not touched.
    [[nodiscard]] static models::Result<std::shared_ptr<ObservationStore>, StoreProblem>
    open(const QString &location);
    /// The same at a place that a person named, where a slip may have hit a file of theirs: what is
    /// there and no sound store is refused with NotAStore and not touched. An empty file is taken.
    [[nodiscard]] static models::Result<std::shared_ptr<ObservationStore>, StoreProblem>
    openNamed(const QString &location);
    /// Commits what is queued, checkpoints, closes.
    ~ObservationStore();
    Q_DISABLE_COPY_MOVE(ObservationStore)

    /// As given to open(), without the password of an address.
    [[nodiscard]] QString location() const;
    /// Empty where nothing had to be moved.
    [[nodiscard]] QString movedAside() const;

    /// `observation.id` is ignored; the completion gets the new one. Ids grow in call order.
    void append(models::Observation observation, Completion done);
    /// A second run with an id that is taken is refused with InputOutput. Observations of a run may
    /// come before the run itself.
    void addRun(StoredRun run, RunCompletion done);
    /// Remembers up to when, on the service clock, the run was followed; the last call counts.
    void noteFollowed(const models::RunId &run, models::Instant to, RunCompletion done);

    /// Blocking reads, each from a read-only connection of its own; never from the GUI thread, nor
    /// from a completion of a ":memory:" store. They give nothing where the store cannot be read.
    /// Newest first.
    [[nodiscard]] std::vector<StoredRun> runs() const;
    [[nodiscard]] std::optional<StoredRun> run(const models::RunId &id) const;
    /// Of one run in order of arrival; `after` and `limit` page through many. An empty id gives
    /// those that belong to no run.
    [[nodiscard]] std::vector<models::Observation>
    observations(const models::RunId &run, models::ObservationId after, int limit) const;
    [[nodiscard]] std::optional<models::Observation> observation(models::ObservationId id) const;
    [[nodiscard]] qint64 observationCount() const;

private:
    class Private;
    explicit ObservationStore(std::unique_ptr<Private> d);
    [[nodiscard]] static models::Result<std::shared_ptr<ObservationStore>, StoreProblem>
    open(std::unique_ptr<Backend> backend);

    std::unique_ptr<Private> d;
};

} // namespace otpscope::store
