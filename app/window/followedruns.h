// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/serviceaccess.h"
#include "app/run/runsession.h"
#include "app/store/observationstore.h"
#include "app/webhook/webhookreceiver.h"
#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"
#include "models/core/ids.h"
#include "models/environment/environment.h"
#include "models/environment/secrets.h"
#include "models/run/runupdate.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

#include <deque>
#include <memory>

namespace otpscope::window {

/// A run of an earlier start that is to be followed again.
struct ResumeOrder
{
    models::RunId run;
    QByteArray flowText;
    models::Environment service;
    models::Secrets secrets;
};

/// Runs that were open when the program ended, followed again: polled, and with their old webhook
/// paths open. Never sends. A few at a time; the others wait for their turn. Lives in the engine's
/// thread.
class FollowedRuns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FollowedRuns)

public:
    /// All must outlive it.
    FollowedRuns(const models::Catalogue &catalogue, const models::Clock &clock,
                 client::AccessBook &accesses, QObject *parent = nullptr);
    ~FollowedRuns() override;

    /// Before anything is followed.
    void setStore(const std::shared_ptr<store::ObservationStore> &store) { m_store = store; }
    /// Nobody is followed until goOn(). Before the receiver goes, which they use.
    void pause();
    /// `receiver` takes their webhooks from now on; nullptr where there is none. At first, too.
    void goOn(webhook::WebhookReceiver *receiver);
    /// Does nothing where it is followed already.
    void follow(const ResumeOrder &order);
    /// None is followed right now.
    [[nodiscard]] bool isIdle() const { return m_sessions.isEmpty(); }

Q_SIGNALS:
    void updated(const otpscope::models::RunUpdate &update);
    void ended(const otpscope::models::RunId &run, otpscope::run::RunEnd end);

private:
    void startNext();
    void begin(const ResumeOrder &order);
    void finish(const models::RunId &id, run::RunEnd end);

    const models::Catalogue &m_catalogue;
    const models::Clock &m_clock;
    client::AccessBook &m_accesses;
    std::shared_ptr<store::ObservationStore> m_store;
    webhook::WebhookReceiver *m_receiver = nullptr;
    bool m_isPaused = true;
    std::deque<ResumeOrder> m_waiting;
    QHash<models::RunId, ResumeOrder> m_orders;
    /// Children of this.
    QHash<models::RunId, run::RunSession *> m_sessions;
};

} // namespace otpscope::window

Q_DECLARE_METATYPE(otpscope::window::ResumeOrder)
