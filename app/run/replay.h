// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/observationstore.h"
#include "models/catalogue/catalogue.h"
#include "models/core/ids.h"
#include "models/flow/flow.h"
#include "models/run/runmachine.h"
#include "models/run/runupdate.h"

#include <QByteArray>

#include <vector>

namespace otpscope::run {

/// Rebuilds a run from its observations, with no network: from a log, a bundle or the store. The
/// same machine as in a live run. One thread owns it.
class Replay final
{
    Q_DISABLE_COPY_MOVE(Replay)

public:
    /// `catalogue` outlives this.
    Replay(const models::RunId &run, const models::Flow &flow, const models::Catalogue &catalogue);

    /// In the order in which they were stored; further ones may follow.
    void apply(const std::vector<models::Observation> &observations);
    /// What only time brings: call it with the service time up to which the run was followed.
    void advanceTo(models::Instant serviceNow);
    /// Before the first observation, where all that reached the run is here: a receiver of ours
    /// that stands in `flow` as callback makes each webhook due.
    void expectWebhooks(const models::Flow &flow);
    /// The run was followed up to this service time and no further.
    void endAt(models::Instant serviceNow);

    [[nodiscard]] const models::RunMachine &machine() const { return m_machine; }
    /// Everything since the last call, as a live run would have told it.
    [[nodiscard]] models::RunUpdate takeUpdate();

private:
    models::RunMachine m_machine;
    models::RunUpdateBuilder m_builder;
};

/// Whether the callback is a receiver of ours, opened for one run.
[[nodiscard]] bool namesRunReceiver(const models::Flow &flow);

/// The typed flow in a request document; an empty one where the text is no flow.
[[nodiscard]] models::Flow flowOf(const QByteArray &flowText);

/// Feeds `replay` every stored observation of `run`, page by page, so that a long run needs little
/// memory at a time, and the time up to which it was followed. Blocks; not in the GUI thread.
void replayStored(Replay &replay, const store::ObservationStore &store,
                  const store::StoredRun &run);

} // namespace otpscope::run
