// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/console.h"
#include "app/cli/optionset.h"
#include "app/store/observationstore.h"

#include <memory>
#include <string>

namespace otpscope::cli {

/// --store: where observations go. Without it the history that window and command line share; where
/// another program has that open, a new file beside it.
class StoreChoice final
{
    Q_DISABLE_COPY_MOVE(StoreChoice)

public:
    StoreChoice() = default;

    void declareOption(OptionSet &options);
    [[nodiscard]] Option option() const { return m_option; }
    /// Null after it has said why.
    [[nodiscard]] std::shared_ptr<store::ObservationStore> open(Console &console) const;

private:
    std::string m_place;
    Option m_option;
};

} // namespace otpscope::cli
