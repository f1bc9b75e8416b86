// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/commitrelay.h"

#include "app/store/observationstore.h"

namespace otpscope::run {

void CommitRelay::addRun(store::ObservationStore &store, const store::StoredRun &run)
{
    store.addRun(run, [self = shared_from_this()](const auto &problem) {
        if (problem)
            Q_EMIT self->runRefused(*problem);
        else
            Q_EMIT self->runStored();
    });
}

void CommitRelay::append(store::ObservationStore &store, const models::Observation &observation)
{
    store.append(observation, [self = shared_from_this(), observation](const auto &result) {
        if (!result) {
            Q_EMIT self->refused(observation, result.error());
            return;
        }
        models::Observation committed = observation;
        committed.id = result.value();
        Q_EMIT self->stored(committed);
    });
}

} // namespace otpscope::run
