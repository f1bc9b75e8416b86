// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/serviceaccess.h"
#include "app/client/serviceclient.h"
#include "app/environment/connectionchecker.h"
#include "app/environment/departure.h"
#include "app/environment/sendledger.h"
#include "app/http/httpserver.h"
#include "app/platform/steadyclock.h"
#include "app/run/runsession.h"
#include "app/simulator/simulator.h"
#include "app/store/observationstore.h"
#include "app/webhook/tunnel.h"
#include "app/webhook/webhookreceiver.h"
#include "app/window/followedruns.h"
#include "app/window/receivercheck.h"
#include "models/catalogue/catalogue.h"
#include "models/core/clock.h"
#include "models/core/result.h"
#include "models/environment/accountanswers.h"
#include "models/flow/flowdocument.h"
#include "models/run/deliverylist.h"
#include "models/run/runupdate.h"
#include "ui/simulator/simulatedflow.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace otpscope::window {

/// What the engine begins with.
struct EngineOptions
{
    QString storeLocation;
    /// Used where another program has the first one open.
    QString separateStoreLocation;
    /// Where sends are counted by the day.
    QString dataFolder;
    std::vector<QByteArray> scenarios;
    QString scenario;
    double speed = 1;
};

/// The store in use, and what stood in the way of the one that was asked for.
struct OpenedStore
{
    /// Null where none could be opened at all.
    std::shared_ptr<store::ObservationStore> store;
    std::optional<store::StoreProblem> problem;
    /// Nothing outlives the window.
    bool isInMemory = false;
};

/// One press of Send.
struct SendOrder
{
    models::RunId run;
    QString title;
    QString environment;
    models::FlowDocument document;
    /// Another service than the built-in simulator. Without one the run's own receiver is put in as
    /// the callback.
    std::optional<models::Environment> service = {};
    models::Secrets secrets = {};
    /// Not empty: nothing is sent; the flow the service knows by this id is followed.
    QString attachTo = {};
};

/// Where to look for deliveries.
struct LookupOrder
{
    /// The built-in simulator where there is none.
    std::optional<models::Environment> service = {};
    models::Secrets secrets = {};
    models::DeliveryQuery query;
};

/// Everything behind the window that does not draw: store, receiver, simulator, and the run under
/// way. Lives in a thread with an event loop; the GUI thread calls it by queued invocations and
/// hears of it by queued signals. Destroying it stops the run and commits what is queued.
class Engine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Engine)

public:
    /// Both must outlive it.
    Engine(const models::Catalogue &catalogue, const models::Clock &clock);
    ~Engine() override;

    /// Opens the store (a separate file where another program has it open, in memory where its
    /// place cannot be used), listens, starts the simulator.
    /// The first call; once.
    void start(const EngineOptions &options);
    /// The receiver listens where this environment's public address leads; once no run is under way.
    void useEnvironment(const models::Environment &environment);
    /// Ignored while a run is under way.
    void send(const SendOrder &order);
    void stop();
    /// Goes on with a run of an earlier start; sends nothing.
    void followAgain(const ResumeOrder &order);
    /// Looks step by step whether the environment can be reached; instead of a check under way.
    void listDeliveries(const LookupOrder &order);
    /// Asks for the account's templates; LookupOrder::query means nothing here.
    void listTemplates(const LookupOrder &order);
    /// Asks for the account's balance; instead of a question under way.
    void fetchBalance(const LookupOrder &order);
    void checkConnection(const models::Environment &environment, const models::Secrets &secrets);
    /// What the receiver answers webhooks with, for a test of the sender; until the window closes.
    void setWebhookAnswer(const http::Response &answer);
    void setScenario(const QString &name);
    void setSpeed(double speed);
    /// Lets the simulator's service clock jump.
    void jump(otpscope::ui::SimulatorJump jump);
    /// Lets a step of a flow in the simulator report a status now; `step` from 0 on. Ignored where
    /// the flow has moved on meanwhile.
    void reportByHand(const QString &flowId, int step, const QString &status,
                      const QString &detailedStatus);

Q_SIGNALS:
    /// Once, whatever came of it.
    void storeOpened(const otpscope::window::OpenedStore &opened);
    void receiverListens(const otpscope::http::ListenResult &result);
    void receiverChanged(const otpscope::webhook::ReceiverStatus &status);
    /// Again and again, while the receiver listens.
    void receiverChecked(const otpscope::window::SelfTestOutcome &outcome);
    void tunnelChanged(const otpscope::webhook::TunnelStatus &status);
    void simulatorListens(const otpscope::http::ListenResult &result,
                          const std::vector<otpscope::simulator::ScenarioInfo> &scenarios);
    /// At most once in a tenth of a second.
    void simulatorChanged(const std::vector<otpscope::ui::SimulatedFlow> &flows);
    /// With each of those, while a run with the simulator is under way.
    void serviceClockSeen(const otpscope::models::RunId &run,
                          const otpscope::models::ServiceClockReading &reading,
                          otpscope::models::Instant readAt);
    void updated(const otpscope::models::RunUpdate &update);
    void tokenStatusChanged(const otpscope::client::TokenStatus &status);
    void observationNotStored(const otpscope::store::StoreProblem &problem);
    void ended(const otpscope::models::RunId &run, otpscope::run::RunEnd end);
    /// The same two of runs of earlier starts.
    void followedUpdated(const otpscope::models::RunUpdate &update);
    void followedEnded(const otpscope::models::RunId &run, otpscope::run::RunEnd end);
    /// Instead of everything else about that run: nothing left.
    void refused(const otpscope::models::RunId &run,
                 const otpscope::environment::SendRefusal &refusal);
    void deliveriesListed(const otpscope::models::DeliveryPage &page);
    /// The network's or the service's own words.
    void deliveriesNotListed(const QString &words);
    void templatesListed(const otpscope::models::TemplateList &list);
    void templatesNotListed(const QString &words);
    /// As "12.5 EUR".
    void balanceFetched(const otpscope::models::EnvironmentId &environment,
                        const QString &balance);
    void balanceNotFetched(const otpscope::models::EnvironmentId &environment,
                           const QString &words);
    void connectionChecked(const otpscope::models::ConnectionCheck &check);

private:
    void openStore(const EngineOptions &options);
    void startReceiver();
    void restartReceiver();
    [[nodiscard]] http::ListenResult listenAsTheRouteSays();
    void checkReceiver();
    void startTunnel(quint16 port);
    void takeTunnel(const webhook::TunnelStatus &status);
    /// A path of the receiver as the service reaches it.
    [[nodiscard]] QUrl publicAddress(const QUrl &local) const;
    void startSimulator(const EngineOptions &options);
    void followSimulator();
    void tellOfSimulator();
    [[nodiscard]] client::Endpoint simulatorEndpoint() const;
    [[nodiscard]] run::RunRequest requestOf(const SendOrder &order);
    /// Nothing where the environment lets nothing leave; then refused() was emitted.
    [[nodiscard]] std::optional<environment::Connection> connectionFor(const SendOrder &order);
    /// The error says why nobody can be asked.
    [[nodiscard]] models::Result<std::shared_ptr<client::ServiceAccess>, QString>
    accessFor(const LookupOrder &order);
    void takeDeliveries(const models::Observation &observation);
    [[nodiscard]] bool usesOwnReceiver(const SendOrder &order) const;
    void endSession(run::RunEnd end);

    const models::Catalogue &m_catalogue;
    /// Begins anew with each run.
    platform::SteadyClock m_clock;
    // Destroyed from the last to the first: the session uses all above it.
    std::shared_ptr<store::ObservationStore> m_store;
    std::unique_ptr<webhook::WebhookReceiver> m_receiver;
    std::unique_ptr<ReceiverCheck> m_receiverCheck;
    std::unique_ptr<simulator::Simulator> m_simulator;
    QTimer m_simulatorNews;
    client::AccessBook m_accesses;
    std::unique_ptr<run::RunSession> m_session;
    FollowedRuns m_followed;
    std::unique_ptr<environment::SendLedger> m_ledger;
    std::unique_ptr<environment::ConnectionChecker> m_checker;
    std::unique_ptr<client::ServiceClient> m_lookup;
    std::unique_ptr<client::ServiceClient> m_templates;
    std::unique_ptr<client::ServiceClient> m_balance;
    std::unique_ptr<webhook::Tunnel> m_tunnel;
    /// What the tunnel said; used where the environment names no address itself.
    QUrl m_tunnelAddress;
    http::Response m_webhookAnswer;
    /// Where webhooks come from the internet: public address, port, proxy.
    models::Environment m_route;
    /// To be used when the run under way has ended.
    std::optional<models::Environment> m_nextRoute;
    models::RunId m_run;
    bool m_isRunning = false;
    /// Whether m_run is with the simulator.
    bool m_isSimulated = false;
};

} // namespace otpscope::window
