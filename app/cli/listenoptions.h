// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/optionset.h"

#include <string>

namespace otpscope::cli {

/// --host and --port of the commands that serve. What `host` and `port` hold is the default; both
/// must outlive the parsing.
void declareListenOptions(OptionSet &options, std::string &host, int &port);

} // namespace otpscope::cli
