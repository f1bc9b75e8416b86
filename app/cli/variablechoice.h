// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/optionset.h"
#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/flow/variables.h"

#include <QString>

#include <string>
#include <vector>

namespace otpscope::cli {

/// --set NAME=VALUE: what {{NAME}} stands for in the flow.
class VariableChoice final
{
public:
    void declareOption(OptionSet &options);
    /// Those of the environment and, before them, those given, with the time and chance of now for the
    /// built-in ones; or a sentence about a --set that is no NAME=VALUE. Each call draws anew.
    [[nodiscard]] models::Result<models::VariableValues, QString>
    drawnValues(const models::VariableMap &ofEnvironment, const models::Clock &clock) const;

private:
    std::vector<std::string> m_given;
};

} // namespace otpscope::cli
