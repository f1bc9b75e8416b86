// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/serviceclient.h"
#include "app/environment/departure.h"
#include "app/http/httpserver.h"
#include "app/http/servercertificate.h"
#include "app/run/runsession.h"
#include "app/store/storeproblem.h"
#include "app/webhook/webhookreceiver.h"
#include "app/window/engine.h"
#include "app/window/receivercheck.h"
#include "models/environment/environmentbook.h"
#include "ui/mainwindow/statusline.h"

#include <QString>

#include <chrono>
#include <optional>

namespace otpscope::window {

// What happened and what to do, for the message bar and the status line.

[[nodiscard]] QString sentenceFor(const store::StoreProblem &problem);
/// Empty where everything goes where it was asked to go.
[[nodiscard]] QString sentenceFor(const OpenedStore &opened);
/// Empty where it listens.
[[nodiscard]] QString receiverProblem(const http::ListenResult &result);
[[nodiscard]] QString simulatorProblem(const http::ListenResult &result);
/// Empty where the run's own headline says it all.
[[nodiscard]] QString sentenceFor(run::RunEnd end);
/// Of a flow that was only to be followed. `id` is what the person asked for, `httpStatus` the
/// service's last answer; 0 where none came.
[[nodiscard]] QString sentenceForUnfollowed(const QString &id, const QString &environment,
                                            int httpStatus);
[[nodiscard]] QString sentenceFor(const environment::SendRefusal &refusal);
/// Empty where the tunnel is up, or on its way.
[[nodiscard]] QString sentenceFor(const webhook::TunnelStatus &status);
/// Why HTTPS cannot be spoken with these files, and what to do.
[[nodiscard]] QString sentenceFor(const http::CertificateProblem &problem);
/// Of the environments in the file at `path`.
[[nodiscard]] QString sentenceFor(const models::EnvironmentsProblem &problem, const QString &path);

[[nodiscard]] ui::StatusText statusOf(const OpenedStore &opened);
[[nodiscard]] ui::StatusText statusOf(const client::TokenStatus &status, models::Instant now);
/// The last self-test.
struct SelfTest
{
    SelfTestOutcome outcome;
    std::chrono::seconds age{0};
    /// Public address of the environment; empty where the receiver is reached on this machine only.
    QString publicHost;
};
/// Green only where a self-test came through not long ago.
[[nodiscard]] ui::StatusText statusOf(const http::ListenResult &receiver,
                                      const webhook::ReceiverStatus &counters,
                                      const std::optional<SelfTest> &selfTest);

} // namespace otpscope::window
