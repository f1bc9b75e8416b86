// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/observationstore.h"
#include "models/bundle/bundle.h"

#include <vector>

namespace otpscope::run {

/// Every stored observation of the run, in order of arrival. Blocks; not in the GUI thread.
[[nodiscard]] std::vector<models::Observation>
storedObservations(const store::ObservationStore &store, const models::RunId &run);

/// The run as it is stored, with nothing taken out and nothing demanded. Blocks; not in the GUI
/// thread.
[[nodiscard]] models::Bundle bundleOf(const store::StoredRun &run,
                                      const store::ObservationStore &store);

} // namespace otpscope::run
