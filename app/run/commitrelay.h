// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/storedrun.h"
#include "app/store/storeproblem.h"
#include "models/run/observation.h"

#include <QObject>

#include <memory>

namespace otpscope::store {
class ObservationStore;
}

namespace otpscope::run {

/// Brings what the store's writer thread says to the thread of whoever is connected. A completion
/// holds the relay, not the session, so that the session may go while a commit is under way.
/// Connect its signals queued: they come from the writer thread.
class CommitRelay final : public QObject, public std::enable_shared_from_this<CommitRelay>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommitRelay)

public:
    CommitRelay() = default;
    ~CommitRelay() override = default;

    void addRun(store::ObservationStore &store, const store::StoredRun &run);
    void append(store::ObservationStore &store, const models::Observation &observation);

Q_SIGNALS:
    void runStored();
    void runRefused(const otpscope::store::StoreProblem &problem);
    /// With its id.
    void stored(const otpscope::models::Observation &observation);
    void refused(const otpscope::models::Observation &observation,
                 const otpscope::store::StoreProblem &problem);
};

} // namespace otpscope::run
