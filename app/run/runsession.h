// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/serviceclient.h"
#include "app/store/observationstore.h"
#include "app/webhook/webhookreceiver.h"
#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"
#include "models/run/runupdate.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace otpscope::run {

/// What to send, and how to follow it.
struct RunRequest
{
    models::RunId id;
    QString title;
    QString environment;
    /// Sent byte for byte; the callback is in it already.
    QByteArray flowText;
    client::Endpoint endpoint;
    client::ClientLimits limits;
    std::optional<std::chrono::milliseconds> timeLimit;
};

enum class RunEnd {
    Concluded,
    TimeLimit,
    Stopped,
    /// The run could not even be written down, so nothing was sent.
    NotStored,
    /// No token, no connection, or an answer that is an error.
    OtherSideFailed,
};

/// One run from send to conclusion: stores every observation before it counts, feeds the state
/// machine, polls until nothing documented can happen any more. Lives in one thread with an event
/// loop; the window gives it a worker thread. The store, receiver, catalogue and clock must outlive
/// it. `receiver` may be null: then only polling follows the run.
class RunSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunSession)

public:
    RunSession(RunRequest request, const models::Catalogue &catalogue,
               std::shared_ptr<store::ObservationStore> store, webhook::WebhookReceiver *receiver,
               const models::Clock &clock, QObject *parent = nullptr);
    ~RunSession() override;

    /// Sends. Call it once.
    void start();
    /// Stops following; what was sent stays sent. ended() follows with Stopped.
    void stop();

    [[nodiscard]] const models::RunMachine &machine() const;
    [[nodiscard]] client::TokenStatus tokenStatus() const;

Q_SIGNALS:
    /// Batched: at most one each 40 ms while much happens, at once when little does.
    void updated(const otpscope::models::RunUpdate &update);
    void tokenStatusChanged(const otpscope::client::TokenStatus &status);
    /// The last signal; every update went before it.
    void ended(otpscope::run::RunEnd end);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace otpscope::run
