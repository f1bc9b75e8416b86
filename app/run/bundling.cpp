// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/bundling.h"

#include <iterator>

namespace otpscope::run {

namespace {

constexpr int observationsPerPage = 500;

} // namespace

std::vector<models::Observation> storedObservations(const store::ObservationStore &store,
                                                    const models::RunId &run)
{
    std::vector<models::Observation> observations;
    models::ObservationId last;
    while (true) {
        auto page = store.observations(run, last, observationsPerPage);
        if (page.empty())
            return observations;
        last = page.back().id;
        observations.insert(observations.end(), std::make_move_iterator(page.begin()),
                            std::make_move_iterator(page.end()));
    }
}

models::Bundle bundleOf(const store::StoredRun &run, const store::ObservationStore &store)
{
    models::Bundle bundle;
    bundle.version = QStringLiteral(OTPSCOPE_VERSION);
    bundle.run = run.id;
    bundle.title = run.title;
    bundle.environment = run.environment;
    bundle.createdAt = run.createdAt;
    bundle.followedTo = run.followedTo;
    bundle.flow = run.flowText;
    bundle.observations = storedObservations(store, run.id);
    return bundle;
}

} // namespace otpscope::run
