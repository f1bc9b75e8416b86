// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/httpserver.h"
#include "app/store/observationstore.h"
#include "app/webhook/selftestarrival.h"
#include "app/webhook/sourcepolicy.h"
#include "app/webhook/webhookrecorder.h"
#include "models/core/clock.h"
#include "models/core/ids.h"
#include "models/run/observation.h"

#include <QHostAddress>
#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace otpscope::webhook {

/// Counters for the status bar.
struct ReceiverStatus
{
    qint64 stored = 0;
    /// Wrong path, wrong method, wrong host, or broken HTTP.
    qint64 refused = 0;
    /// From a source that is not allowed.
    qint64 notAllowed = 0;
    /// The last of those.
    std::optional<Origin> lastNotAllowed;
    /// Could not be stored, so answered 503.
    qint64 notStored = 0;
};

/// Takes the service's webhooks. Each is answered 200 only after it is committed to the store, and
/// 503 with Retry-After if it cannot be. Every run has an unguessable path of its own
/// ("/hook/<32 hex digits>"); any other path is answered 404 and not stored. Where sources are listed,
/// everybody else is answered 403, and nothing of it is stored.
/// Signals come in the thread the receiver lives in, some time after what they tell of.
class WebhookReceiver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebhookReceiver)

public:
    WebhookReceiver(std::shared_ptr<store::ObservationStore> store, const models::Clock &clock,
                    QObject *parent = nullptr);
    /// The same on whatever takes the observations; for tests that hold commits back.
    WebhookReceiver(Append append, const models::Clock &clock, QObject *parent = nullptr);
    ~WebhookReceiver() override;

    /// A name besides those of loopback under which the service may call, for instance a tunnel's.
    /// Call it before listen().
    void allowHost(const QString &host);

    /// Where the name is not known beforehand, as with a tunnel that makes one up: the paths alone
    /// protect the receiver then. Call it before listen().
    void allowAnyHost();

    /// Whose webhooks are taken, and whom to believe about it; everyone's unless told. A self-test
    /// is taken from anywhere. Call it before listen().
    void setSources(const SourcePolicy &policy);
    /// Speaks HTTPS alone. Call it before listen().
    void useCertificate(const http::ServerCertificate &certificate);

    /// Loopback and a free port unless told otherwise. Call it once.
    [[nodiscard]] http::ListenResult listen(const QHostAddress &address = QHostAddress::LocalHost,
                                            quint16 port = 0);

    /// Gives `run` a path and returns the whole address. Callable from any thread once listening.
    [[nodiscard]] QUrl openPath(const models::RunId &run);
    /// Takes webhooks of `run` where they were sent to before a restart: on the path at the end of
    /// its callback. Does nothing where that is no path of a receiver's. Callable from any thread.
    void reopenPath(const models::RunId &run, const QUrl &callback);
    /// What webhooks that were stored are answered with from now on, for testing a sender: another
    /// status, later, or nothing at all. Callable from any thread.
    void setAnswer(const http::Response &answer);
    /// Later webhooks to that run's path are answered 404. Callable from any thread.
    void closePath(const models::RunId &run);

    /// Where our own posts go to see whether the way here is open; counted and stored nowhere.
    [[nodiscard]] QUrl selfTestAddress() const;

    [[nodiscard]] ReceiverStatus status() const;

Q_SIGNALS:
    void selfTestArrived(const otpscope::webhook::SelfTestArrival &arrival);
    /// Stored, and answered 200. `observation.id` is set.
    void webhookStored(const otpscope::models::Observation &observation);
    void statusChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace otpscope::webhook
