// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/optionset.h"
#include "app/run/replay.h"
#include "app/store/observationstore.h"
#include "models/catalogue/catalogue.h"

#include <memory>
#include <optional>
#include <string>

namespace otpscope::cli {

/// Where the commands that look back find their runs: the history, or the store that --store names.
/// Never makes a store.
class HistoryChoice final
{
public:
    void declareOption(OptionSet &options);

    /// Null after it has said why.
    [[nodiscard]] std::shared_ptr<store::ObservationStore> open(Console &console) const;

private:
    std::string m_place;
};

/// The run with this id, or the only one whose id begins with it. Nothing after it has said why.
[[nodiscard]] std::optional<store::StoredRun>
runNamed(const std::string &name, const store::ObservationStore &store, Console &console);

/// The run as it can be derived from what is stored.
[[nodiscard]] std::unique_ptr<run::Replay> replayOf(const store::StoredRun &run,
                                                    const store::ObservationStore &store,
                                                    const models::Catalogue &catalogue);

} // namespace otpscope::cli
