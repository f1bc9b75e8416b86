// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/serviceaccess.h"
#include "app/client/serviceclient.h"
#include "app/store/observationstore.h"
#include "app/webhook/webhookreceiver.h"
#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"
#include "models/run/runmachine.h"
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
    /// How long to wait for a webhook where nobody knows whether the flow was taken; without it
    /// until `timeLimit` or stop().
    std::optional<std::chrono::milliseconds> outcomeLimit = {};
    /// To `endpoint`, shared with other runs in the session's thread; one of its own without it.
    std::shared_ptr<client::ServiceAccess> access = {};
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
/// machine in the order of the store's ids, polls until nothing documented can happen any more.
/// Lives in one thread with an event loop; the window gives it a worker thread (move it there
/// before start()). The store, receiver, catalogue and clock must outlive it. `receiver` may be
/// null: then only polling follows the run.
/// Where the outcome of the send is unknown it waits for webhooks, which name the flow, for as long as
/// the request says; without a receiver nobody can tell more, and it ends.
/// After the end it polls no more, but a webhook that still comes is applied and brings updated()
/// until the session is destroyed.
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
    /// Sends nothing: follows a flow that is known to the service by its flow id, or by the tracking
    /// id of one of its steps. Instead of start(). Ends with OtherSideFailed where the service does
    /// not know it.
    void follow(const QString &flowOrTrackingId);
    /// Sends nothing: goes on with a run that is in the store already, as after a restart. Instead of
    /// start(). What is stored of it is read, which blocks for a moment, and told as one whole
    /// update; then the service is polled until it has answered once, for nobody looked meanwhile,
    /// and what time alone concludes may be another story there. Ends with OtherSideFailed where the
    /// service knows it no more, or refuses the credentials, or never named its flow.
    void resume();
    /// Stops following; what was sent stays sent. A send under way is ended and what is known of it
    /// stored; then ended() follows with Stopped. Does nothing before start() and after the end.
    void stop();

    [[nodiscard]] const models::RunMachine &machine() const;
    [[nodiscard]] client::TokenStatus tokenStatus() const;

Q_SIGNALS:
    /// Batched: at most one each 12 ms while much happens, at once when little does.
    void updated(const otpscope::models::RunUpdate &update);
    void tokenStatusChanged(const otpscope::client::TokenStatus &status);
    /// An observation could not be written down. It is kept in memory and tried again each second;
    /// nothing after it counts before it is stored.
    void notStored(const otpscope::store::StoreProblem &problem);
    /// Once; every update up to the end went before it.
    void ended(otpscope::run::RunEnd end);

private:
    class Private;
    /// A child object, so that it moves to another thread with the session.
    Private *d;
};

} // namespace otpscope::run
