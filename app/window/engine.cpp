// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/engine.h"

#include "app/webhook/receiveropening.h"
#include "app/window/problemtexts.h"
#include "app/window/simulatedflows.h"
#include "models/flow/callbacktext.h"

#include <QSslCertificate>
#include <QUrl>

#include <QRandomGenerator>

#include <utility>

namespace otpscope::window {

namespace {

const QString inMemory = QStringLiteral(":memory:");

/// The window stays useful without its store: what happens from now on is kept as well as can be.
OpenedStore firstThatOpens(const EngineOptions &options)
{
    OpenedStore result;
    for (const QString &place : {options.storeLocation, options.separateStoreLocation, inMemory}) {
        const bool isInUse =
            result.problem && result.problem->kind == store::StoreProblem::Kind::InUse;
        // Beside a place that cannot be written nothing can be written either.
        if (place == options.separateStoreLocation && !isInUse)
            continue;
        const auto opened = store::ObservationStore::open(place);
        if (opened) {
            result.store = opened.value();
            result.isInMemory = place == inMemory;
            return result;
        }
        result.problem = opened.error();
    }
    return result;
}

/// Why a look-up brought nothing; empty where it was answered with success.
QString whyNoAnswer(const models::Observation &observation)
{
    constexpr int success = 200;
    const int status = observation.exchange.answerStatus;
    if (observation.problem != models::TransportProblem::None)
        return observation.problemDetail;
    if (status == success)
        return {};
    const QString words = models::readServiceError(observation.exchange.answerBody).message;
    return words.isEmpty() ? QStringLiteral("HTTP %1").arg(status)
                           : QStringLiteral("HTTP %1: %2").arg(status).arg(words);
}

/// Enough of an answer nobody understands to see what it is.
QString beginningOf(const QByteArray &body)
{
    constexpr qsizetype longest = 200;
    return models::readServiceError(body).message.left(longest);
}

} // namespace

Engine::Engine(const models::Catalogue &catalogue, const models::Clock &clock)
    : m_catalogue(catalogue), m_clock(clock), m_simulatorNews(this), m_accesses(clock),
      m_followed(catalogue, clock, m_accesses, this)
{
    connect(&m_followed, &FollowedRuns::updated, this, &Engine::followedUpdated);
    connect(&m_followed, &FollowedRuns::ended, this, &Engine::followedEnded);
}

Engine::~Engine() = default;

void Engine::start(const EngineOptions &options)
{
    m_ledger = std::make_unique<environment::SendLedger>(options.dataFolder, m_clock);
    openStore(options);
    if (m_store)
        startReceiver();
    startSimulator(options);
}

void Engine::send(const SendOrder &order)
{
    if (m_isRunning || !m_store)
        return;
    const auto connection = connectionFor(order);
    if (!connection)
        return;
    run::RunRequest request = requestOf(order);
    request.endpoint = connection->endpoint;
    request.limits = connection->limits;
    request.access = m_accesses.to(connection->endpoint, connection->limits);
    // Runs that are followed would see time go back.
    if (m_followed.isIdle())
        m_clock.rebase();
    m_run = order.run;
    m_isRunning = true;
    m_isSimulated = !order.service;
    webhook::WebhookReceiver *receiver = usesOwnReceiver(order) ? m_receiver.get() : nullptr;
    m_session = std::make_unique<run::RunSession>(std::move(request), m_catalogue, m_store,
                                                  receiver, m_clock);
    connect(m_session.get(), &run::RunSession::updated, this, &Engine::updated);
    connect(m_session.get(), &run::RunSession::tokenStatusChanged, this,
            &Engine::tokenStatusChanged);
    connect(m_session.get(), &run::RunSession::notStored, this, &Engine::observationNotStored);
    connect(m_session.get(), &run::RunSession::ended, this, &Engine::endSession);
    if (order.attachTo.isEmpty())
        m_session->start();
    else
        m_session->follow(order.attachTo);
}

std::optional<environment::Connection> Engine::connectionFor(const SendOrder &order)
{
    if (!order.service)
        return environment::Connection{simulatorEndpoint(), {}};
    if (order.attachTo.isEmpty()) {
        const auto departing = environment::depart(*order.service, order.secrets,
                                                   order.document.flow(), *m_ledger);
        if (departing)
            return departing.value();
        Q_EMIT refused(order.run, departing.error());
        return std::nullopt;
    }
    const auto connection = environment::connectionFor(*order.service, order.secrets);
    if (connection)
        return connection.value();
    Q_EMIT refused(order.run, {environment::SendRefusal::Kind::CertificatesUnreadable,
                               order.environment, {}, connection.error()});
    return std::nullopt;
}

models::Result<std::shared_ptr<client::ServiceAccess>, QString>
Engine::accessFor(const LookupOrder &order)
{
    if (!order.service)
        return m_accesses.to(simulatorEndpoint(), {});
    const auto known = environment::connectionFor(*order.service, order.secrets);
    if (!known)
        return known.error();
    return m_accesses.to(known.value().endpoint, known.value().limits);
}

void Engine::listDeliveries(const LookupOrder &order)
{
    const auto access = accessFor(order);
    if (!access) {
        Q_EMIT deliveriesNotListed(access.error());
        return;
    }
    m_lookup = std::make_unique<client::ServiceClient>(access.value());
    m_lookup->list(order.query, [this](const models::Observation &observation) {
        takeDeliveries(observation);
    });
}

void Engine::takeDeliveries(const models::Observation &observation)
{
    const QString refusal = whyNoAnswer(observation);
    if (!refusal.isEmpty()) {
        Q_EMIT deliveriesNotListed(refusal);
    } else if (const auto page = models::readDeliveries(observation.exchange.answerBody)) {
        Q_EMIT deliveriesListed(page.value());
    } else {
        Q_EMIT deliveriesNotListed(page.error().json
                                       ? page.error().json->detail
                                       : QStringLiteral("no results in the answer"));
    }
}

void Engine::listTemplates(const LookupOrder &order)
{
    const auto access = accessFor(order);
    if (!access) {
        Q_EMIT templatesNotListed(access.error());
        return;
    }
    m_templates = std::make_unique<client::ServiceClient>(access.value());
    m_templates->templates([this](const models::Observation &observation) {
        const QString refusal = whyNoAnswer(observation);
        if (!refusal.isEmpty())
            Q_EMIT templatesNotListed(refusal);
        else if (const auto list = models::readTemplates(observation.exchange.answerBody))
            Q_EMIT templatesListed(list.value());
        else
            Q_EMIT templatesNotListed(QStringLiteral("the answer holds no list: ") +
                                      beginningOf(observation.exchange.answerBody));
    });
}

void Engine::fetchBalance(const LookupOrder &order)
{
    const models::EnvironmentId id = order.service ? order.service->id : models::simulatorId();
    const auto access = accessFor(order);
    if (!access) {
        Q_EMIT balanceNotFetched(id, access.error());
        return;
    }
    m_balance = std::make_unique<client::ServiceClient>(access.value());
    m_balance->balance([this, id](const models::Observation &observation) {
        const QString refusal = whyNoAnswer(observation);
        if (!refusal.isEmpty())
            Q_EMIT balanceNotFetched(id, refusal);
        else if (const auto balance = models::readBalance(observation.exchange.answerBody))
            Q_EMIT balanceFetched(id, *balance);
        else
            Q_EMIT balanceNotFetched(id, QStringLiteral("the answer names none"));
    });
}

void Engine::stop()
{
    if (m_isRunning)
        m_session->stop();
}

void Engine::followAgain(const ResumeOrder &order)
{
    m_followed.follow(order);
}

void Engine::setWebhookAnswer(const http::Response &answer)
{
    m_webhookAnswer = answer;
    if (m_receiver)
        m_receiver->setAnswer(answer);
}

void Engine::setScenario(const QString &name)
{
    if (m_simulator)
        m_simulator->setScenario(name);
}

void Engine::setSpeed(double speed)
{
    if (m_simulator)
        m_simulator->setSpeed(speed);
}

void Engine::jump(ui::SimulatorJump jump)
{
    if (!m_simulator)
        return;
    using Until = simulator::Simulator::Until;
    switch (jump) {
    case ui::SimulatorJump::NextEvent:
        m_simulator->advance(Until::NextEvent);
        break;
    case ui::SimulatorJump::NextFailover:
        m_simulator->advance(Until::NextFailover);
        break;
    case ui::SimulatorJump::Concluded:
        m_simulator->advance(Until::Concluded);
        break;
    }
}

void Engine::reportByHand(const QString &flowId, int step, const QString &status,
                          const QString &detailedStatus)
{
    if (!m_simulator || step < 0)
        return;
    simulator::Report report;
    report.status = status;
    report.detailedStatus = detailedStatus;
    m_simulator->report(flowId, static_cast<size_t>(step), report);
}

void Engine::openStore(const EngineOptions &options)
{
    OpenedStore result = firstThatOpens(options);
    m_store = result.store;
    m_followed.setStore(m_store);
    Q_EMIT storeOpened(result);
}

void Engine::useEnvironment(const models::Environment &environment)
{
    if (m_isRunning) {
        m_nextRoute = environment;
        return;
    }
    m_nextRoute.reset();
    const bool isSameWay = environment.webhookAddress == m_route.webhookAddress
                           && environment.receiverPort == m_route.receiverPort
                           && environment.tunnelCommand == m_route.tunnelCommand
                           && environment.access == m_route.access
                           && environment.proxy == m_route.proxy
                           && environment.authoritiesFile == m_route.authoritiesFile;
    m_route = environment;
    if (!isSameWay && m_store)
        restartReceiver();
}

void Engine::restartReceiver()
{
    // These use the receiver for webhooks.
    m_session.reset();
    m_followed.pause();
    m_tunnel.reset();
    m_tunnelAddress.clear();
    m_receiverCheck.reset();
    m_receiver.reset();
    startReceiver();
}

void Engine::startReceiver()
{
    m_receiver = std::make_unique<webhook::WebhookReceiver>(m_store, m_clock);
    m_receiver->setAnswer(m_webhookAnswer);
    const QString publicHost = QUrl(m_route.webhookAddress).host();
    if (!publicHost.isEmpty())
        m_receiver->allowHost(publicHost);
    else if (!m_route.tunnelCommand.isEmpty())
        m_receiver->allowAnyHost();
    const http::ListenResult result = listenAsTheRouteSays();
    connect(m_receiver.get(), &webhook::WebhookReceiver::statusChanged, this,
            [this] { Q_EMIT receiverChanged(m_receiver->status()); });
    if (!result.isListening)
        m_receiver.reset();
    m_followed.goOn(m_receiver.get());
    Q_EMIT receiverListens(result);
    if (!result.isListening)
        return;
    checkReceiver();
    if (!m_route.tunnelCommand.isEmpty())
        startTunnel(result.port);
}

http::ListenResult Engine::listenAsTheRouteSays()
{
    const auto opened = webhook::openReceiver(*m_receiver, m_route.access,
                                              static_cast<quint16>(m_route.receiverPort),
                                              m_clock.wallNow());
    if (opened)
        return opened.value();
    http::ListenResult result;
    result.problem = http::ListenResult::Problem::Other;
    result.detail = sentenceFor(opened.error());
    return result;
}

void Engine::startTunnel(quint16 port)
{
    m_tunnel =
        std::make_unique<webhook::Tunnel>(m_route.tunnelCommand, port, webhook::Tunnel::Waits());
    connect(m_tunnel.get(), &webhook::Tunnel::changed, this, &Engine::takeTunnel);
    m_tunnel->start();
}

void Engine::takeTunnel(const webhook::TunnelStatus &status)
{
    const bool needsNoName = !m_route.webhookAddress.isEmpty();
    if (status.state != webhook::TunnelStatus::State::Nameless || !needsNoName)
        Q_EMIT tunnelChanged(status);
    if (status.address == m_tunnelAddress)
        return;
    m_tunnelAddress = status.address;
    // The way is another one now.
    checkReceiver();
}

void Engine::checkReceiver()
{
    client::Transport transport{m_route.proxy, {}};
    if (!m_route.authoritiesFile.isEmpty())
        transport.authorities = QSslCertificate::fromPath(
            m_route.authoritiesFile, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
    m_receiverCheck = std::make_unique<ReceiverCheck>(
        publicAddress(m_receiver->selfTestAddress()), transport, m_clock);
    // Told before the answer that ends the check comes back.
    connect(m_receiver.get(), &webhook::WebhookReceiver::selfTestArrived, m_receiverCheck.get(),
            &ReceiverCheck::takeArrival);
    connect(m_receiverCheck.get(), &ReceiverCheck::checked, this, &Engine::receiverChecked);
    m_receiverCheck->start();
}

QUrl Engine::publicAddress(const QUrl &local) const
{
    QUrl url(m_route.webhookAddress, QUrl::StrictMode);
    if (url.isEmpty())
        url = m_tunnelAddress;
    if (url.isEmpty())
        return local;
    QString path = url.path();
    if (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + local.path());
    return url;
}

void Engine::startSimulator(const EngineOptions &options)
{
    m_simulator =
        std::make_unique<simulator::Simulator>(m_catalogue, m_clock, options.scenarios);
    simulator::SimulatorOptions simulated;
    simulated.scenario = options.scenario;
    simulated.speed = options.speed;
    // Flow ids that differ from those of earlier days: the history is searched by them.
    simulated.seed = QRandomGenerator::system()->generate64();
    followSimulator();
    const http::ListenResult result = m_simulator->start(simulated);
    Q_EMIT simulatorListens(result, m_simulator->scenarios());
}

void Engine::followSimulator()
{
    constexpr std::chrono::milliseconds newsInterval{100};
    m_simulatorNews.setSingleShot(true);
    m_simulatorNews.setInterval(newsInterval);
    connect(&m_simulatorNews, &QTimer::timeout, this, &Engine::tellOfSimulator);
    // Queued, for it comes from the simulator's own thread.
    connect(
        m_simulator.get(), &simulator::Simulator::changed, this,
        [this] { m_simulatorNews.start(); }, Qt::QueuedConnection);
}

void Engine::tellOfSimulator()
{
    const simulator::SimulatorView view = m_simulator->view();
    Q_EMIT simulatorChanged(simulatedFlowsOf(view, m_catalogue));
    if (m_isRunning && m_isSimulated)
        Q_EMIT serviceClockSeen(m_run, view.clock, m_clock.wallNow());
}

client::Endpoint Engine::simulatorEndpoint() const
{
    const simulator::SimulatorOptions defaults;
    return {m_simulator->serviceAddress(), m_simulator->tokenAddress(), defaults.clientId,
            defaults.clientSecret};
}

run::RunRequest Engine::requestOf(const SendOrder &order)
{
    run::RunRequest request;
    request.id = order.run;
    request.title = order.title;
    request.environment = order.environment;
    request.flowText = order.document.body();
    if (usesOwnReceiver(order)) {
        const QUrl local = m_receiver->openPath(order.run);
        const QByteArray address = (order.service ? publicAddress(local) : local).toEncoded();
        request.flowText = models::textWithCallback(request.flowText, address);
    }
    return request;
}

bool Engine::usesOwnReceiver(const SendOrder &order) const
{
    if (!m_receiver || !order.attachTo.isEmpty())
        return false;
    if (!order.service)
        return true;
    const auto &callback = order.document.flow().callback;
    const bool hasCallback = callback && callback->url && !callback->url->isEmpty();
    const bool isReachable = models::isLoopbackHost(QUrl(order.service->service).host())
                             || !m_route.webhookAddress.isEmpty() || !m_tunnelAddress.isEmpty();
    return !hasCallback && isReachable && order.service->id == m_route.id;
}

void Engine::checkConnection(const models::Environment &environment,
                             const models::Secrets &secrets)
{
    const auto connection = environment::connectionFor(environment, secrets);
    if (!connection) {
        models::CheckStep step;
        step.kind = models::CheckStep::Kind::Tls;
        step.state = models::CheckStep::State::Failed;
        step.host = QUrl(environment.service).host();
        step.problem = connection.error();
        Q_EMIT connectionChecked({{step}, true});
        return;
    }
    m_checker = std::make_unique<environment::ConnectionChecker>(connection.value());
    connect(m_checker.get(), &environment::ConnectionChecker::progressed, this,
            &Engine::connectionChecked);
    m_checker->start();
}

void Engine::endSession(run::RunEnd end)
{
    // The session stays: webhooks that still come are applied until the next run begins.
    m_isRunning = false;
    Q_EMIT ended(m_run, end);
    if (const std::optional<models::Environment> next = std::exchange(m_nextRoute, std::nullopt)) {
        // The session is still telling of its end.
        QMetaObject::invokeMethod(
            this, [this, route = *next] { useEnvironment(route); }, Qt::QueuedConnection);
    }
}

} // namespace otpscope::window
