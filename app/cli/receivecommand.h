// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/accesschoice.h"
#include "app/cli/command.h"
#include "app/cli/optionset.h"
#include "app/cli/storechoice.h"
#include "app/http/httpserver.h"
#include "app/http/limits.h"
#include "app/http/requesthandler.h"

namespace otpscope::cli {

/// otpscope-cli receive: webhooks without a run, until interrupted.
class ReceiveCommand final : public Command
{
public:
    [[nodiscard]] std::string name() const override { return "receive"; }
    [[nodiscard]] std::string summary() const override;
    [[nodiscard]] std::string example() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Surroundings &surroundings) override;

private:
    [[nodiscard]] ExitCode record(Surroundings &surroundings) const;
    /// Behind the guard that turns sources away.
    [[nodiscard]] ExitCode serve(http::RequestHandler &handler, const http::Limits &limits,
                                 Surroundings &surroundings) const;
    [[nodiscard]] ExitCode serveOn(http::HttpServer &server, const models::ReceiverAccess &access,
                                   Surroundings &surroundings) const;

    std::string m_host = "127.0.0.1";
    int m_port = 0;
    AccessChoice m_access;
    StoreChoice m_store;
    bool m_isPrinting = false;
    bool m_isEchoing = false;
};

} // namespace otpscope::cli
