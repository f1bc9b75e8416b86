// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listenoptions.h"

#include <limits>

namespace otpscope::cli {

void declareListenOptions(OptionSet &options, std::string &host, int &port)
{
    options.add("--host", host, "The address to listen on; other machines reach 0.0.0.0 alone")
        .showingDefault();
    options.add("--port", port, "The port to listen on; 0 takes a free one")
        .within(0, static_cast<int>(std::numeric_limits<unsigned short>::max()))
        .showingDefault();
}

} // namespace otpscope::cli
