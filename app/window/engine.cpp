// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/engine.h"

#include "app/window/simulatedflows.h"
#include "models/flow/callbacktext.h"

#include <QUrl>

#include <QRandomGenerator>

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

} // namespace

Engine::Engine(const models::Catalogue &catalogue, const models::Clock &clock)
    : m_catalogue(catalogue), m_clock(clock), m_simulatorNews(this)
{
}

Engine::~Engine() = default;

void Engine::start(const EngineOptions &options)
{
    openStore(options);
    if (m_store)
        startReceiver();
    startSimulator(options);
}

void Engine::send(const SendOrder &order)
{
    if (m_isRunning || !m_store)
        return;
    m_run = order.run;
    m_isRunning = true;
    webhook::WebhookReceiver *receiver = order.endpoint ? nullptr : m_receiver.get();
    m_session = std::make_unique<run::RunSession>(requestOf(order), m_catalogue, m_store, receiver,
                                                  m_clock);
    connect(m_session.get(), &run::RunSession::updated, this, &Engine::updated);
    connect(m_session.get(), &run::RunSession::tokenStatusChanged, this,
            &Engine::tokenStatusChanged);
    connect(m_session.get(), &run::RunSession::notStored, this, &Engine::observationNotStored);
    connect(m_session.get(), &run::RunSession::ended, this, &Engine::endSession);
    m_session->start();
}

void Engine::stop()
{
    if (m_isRunning)
        m_session->stop();
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
    Q_EMIT storeOpened(result);
}

void Engine::startReceiver()
{
    m_receiver = std::make_unique<webhook::WebhookReceiver>(m_store, m_clock);
    const http::ListenResult result = m_receiver->listen();
    // Counters change in the store's writer thread; the status is read in this one.
    connect(
        m_receiver.get(), &webhook::WebhookReceiver::statusChanged, this,
        [this] { Q_EMIT receiverChanged(m_receiver->status()); }, Qt::QueuedConnection);
    if (!result.isListening)
        m_receiver.reset();
    Q_EMIT receiverListens(result);
    if (result.isListening)
        checkReceiver(result);
}

void Engine::checkReceiver(const http::ListenResult &listening)
{
    QUrl address;
    address.setScheme(QStringLiteral("http"));
    address.setHost(listening.address.toString());
    address.setPort(listening.port);
    address.setPath(QStringLiteral("/self-test"));
    m_receiverCheck = std::make_unique<ReceiverCheck>(address);
    connect(m_receiverCheck.get(), &ReceiverCheck::checked, this, &Engine::receiverChecked);
    m_receiverCheck->start();
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
    connect(&m_simulatorNews, &QTimer::timeout, this,
            [this] { Q_EMIT simulatorChanged(simulatedFlowsOf(m_simulator->view(), m_catalogue)); });
    // Queued, for it comes from the simulator's own thread.
    connect(
        m_simulator.get(), &simulator::Simulator::changed, this,
        [this] { m_simulatorNews.start(); }, Qt::QueuedConnection);
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
    if (!order.endpoint && m_receiver) {
        const QByteArray address = m_receiver->openPath(order.run).toEncoded();
        request.flowText = models::textWithCallback(request.flowText, address);
    }
    request.endpoint = order.endpoint ? *order.endpoint : simulatorEndpoint();
    return request;
}

void Engine::endSession(run::RunEnd end)
{
    // The session stays: webhooks that still come are applied until the next run begins.
    m_isRunning = false;
    Q_EMIT ended(m_run, end);
}

} // namespace otpscope::window
