// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listenoptions.h"

#include <limits>

namespace otpscope::cli {

void declareListenOptions(CLI::App &app, std::string &host, int &port)
{
    app.add_option("--host", host, "The address to listen on; other machines reach 0.0.0.0 alone")
        ->capture_default_str();
    app.add_option("--port", port, "The port to listen on; 0 takes a free one")
        ->check(CLI::Range(0, static_cast<int>(std::numeric_limits<unsigned short>::max())))
        ->capture_default_str();
}

} // namespace otpscope::cli
