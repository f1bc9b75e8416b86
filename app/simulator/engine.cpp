// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/engine.h"

#include "app/simulator/trackingtext.h"

#include <algorithm>
#include <utility>

namespace otpscope::simulator {

namespace {

/// QTimer counts milliseconds in an int.
constexpr std::chrono::milliseconds longestWait{std::chrono::hours{24}};

std::optional<models::Instant> earlier(std::optional<models::Instant> a,
                                       std::optional<models::Instant> b)
{
    if (!a || !b)
        return a ? a : b;
    return std::min(*a, *b);
}

} // namespace

Engine::Engine(const models::Catalogue &catalogue, ScenarioBook &scenarios,
               const models::Clock &clock, const SimulatorOptions &options)
    : m_catalogue(catalogue)
    , m_scenarios(scenarios)
    , m_machineClock(clock)
    , m_options(options)
    , m_webhooks(clock)
    , m_changed([] {})
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
    m_webhooks.setOutcomeListener([this](quint64 number, const PostOutcome &outcome) {
        m_journal.setOutcome(number, outcome);
    });
    begin();
}

Engine::~Engine() = default;

void Engine::begin()
{
    m_clock = std::make_unique<ServiceClock>(
        m_machineClock, m_options.serviceStart.value_or(m_machineClock.wallNow()), m_options.speed);
    m_service = std::make_unique<SimulatorService>(
        m_catalogue, m_scenarios, *m_clock, Credentials{m_options.clientId, m_options.clientSecret},
        m_options.tokenLifetime, m_options.seed);
    m_plan = std::make_unique<WebhookPlan>(m_options.seed);
    m_service->setDialect(m_options.dialect);
    m_service->setFaults(m_options.faults);
    m_service->setChangeListener(
        [this](const BookedFlow &flow, const Change &change) { planWebhook(flow, change); });
    m_scenarioName = m_options.scenario;
    m_service->setScenario(m_scenarios.find(m_scenarioName));
    matchCertificateFront();
}

void Engine::setHttpAddress(const QHostAddress &host, quint16 port)
{
    m_httpHost = host;
    m_httpPort = port;
    matchCertificateFront();
}

QUrl Engine::wrongCertificateAddress() const
{
    if (!m_front)
        return {};
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(m_httpHost.toString());
    url.setPort(m_frontPort);
    return url;
}

void Engine::matchCertificateFront()
{
    const bool isWanted = faults().certificateWrong > 0 && m_httpPort != 0;
    if (!isWanted) {
        m_front.reset();
    } else if (!m_front) {
        m_front = std::make_unique<CertificateFront>(m_options.wrongCertificate, m_httpPort);
        m_frontPort = m_front->listen(m_httpHost, m_frontPort);
        if (m_frontPort == 0)
            m_front.reset();
    }
}

void Engine::handle(const ReadRequest &request, const http::Responder &respond)
{
    settle();
    SimulatorService::Handled handled = m_service->handle(request);
    note(request.http, handled);
    respond(std::move(handled.response));
    settle();
    armTimer();
    m_changed();
}

void Engine::setSpeed(double speed)
{
    // What was due at the old speed has happened.
    settle();
    m_clock->setSpeed(speed);
    armTimer();
    m_changed();
}

bool Engine::advance(Until until)
{
    settle();
    bool hasMoved = false;
    auto next = until == Until::NextFailover ? nextFailoverAt() : nextEventAt();
    while (next) {
        hasMoved = true;
        m_clock->jumpTo(*next);
        settle();
        next = until == Until::Concluded ? nextEventAt() : std::nullopt;
    }
    armTimer();
    m_changed();
    return hasMoved;
}

void Engine::advance(std::chrono::milliseconds by)
{
    settle();
    m_clock->jumpTo(m_clock->now() + by);
    settle();
    armTimer();
    m_changed();
}

bool Engine::setScenario(const QString &name)
{
    const ScenarioBook::Entry scenario = m_scenarios.find(name);
    if (!scenario)
        return false;
    m_scenarioName = name;
    m_service->setScenario(scenario);
    m_changed();
    return true;
}

void Engine::setFaults(const Faults &faults)
{
    m_service->setFaults(faults);
    matchCertificateFront();
    m_changed();
}

ReportOutcome Engine::report(const QString &flowOrTrackingId, std::optional<size_t> step,
                             const Report &report)
{
    settle();
    const ReportOutcome outcome = m_service->report(flowOrTrackingId, step, report);
    settle();
    armTimer();
    m_changed();
    return outcome;
}

void Engine::reset()
{
    m_timer.stop();
    m_webhooks.clear();
    m_due.clear();
    m_journal.clear();
    begin();
    m_changed();
}

std::optional<models::Instant> Engine::nextEventAt() const
{
    const auto webhook = m_due.empty() ? std::nullopt : std::optional(m_due.begin()->first);
    return earlier(m_service->nextEventAt(), webhook);
}

std::optional<models::Instant> Engine::nextFailoverAt()
{
    return m_service->nextFailoverAt();
}

void Engine::tick()
{
    settle();
    armTimer();
    m_changed();
}

void Engine::settle()
{
    m_service->advance();
    sendDue();
}

/// Computed anew from service time each time, so that lateness does not add up.
void Engine::armTimer()
{
    m_timer.stop();
    const std::optional<models::Instant> next = nextEventAt();
    if (!next)
        return;
    if (const auto wait = m_clock->wallTimeUntil(*next))
        m_timer.start(std::min(*wait, longestWait));
}

void Engine::planWebhook(const BookedFlow &flow, const Change &change)
{
    if (flow.callback.isEmpty())
        return;
    Webhook webhook{change.state.flowId, flow.callback,
                    trackingText(change.state),
                    models::serviceClockHeaderValue({change.at, m_clock->speed()})};
    const WebhookPlan::Surroundings surroundings{m_service->otherFlowThan(change.state.flowId),
                                                 !flow.engine.nextEventAt()};
    for (PlannedWebhook &planned :
         m_plan->plan(std::move(webhook), change.at, m_service->faultsOf(flow), surroundings)) {
        const models::Instant due = planned.due;
        m_due.emplace(due, std::move(planned));
    }
}

void Engine::sendDue()
{
    const models::Instant now = m_clock->now();
    while (!m_due.empty() && m_due.begin()->first <= now)
        send(std::move(m_due.extract(m_due.begin()).mapped()));
}

void Engine::send(PlannedWebhook planned)
{
    JournalEntry entry;
    entry.kind = JournalEntry::Kind::Webhook;
    entry.serviceTime = planned.due;
    entry.wallTime = m_machineClock.wallNow();
    entry.flow = planned.webhook.flow;
    entry.method = "POST";
    entry.target = planned.webhook.url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo);
    entry.body = planned.webhook.body;
    entry.faults = planned.faults;
    entry.isDropped = planned.isDropped;
    planned.webhook.number = m_journal.add(std::move(entry));
    if (!planned.isDropped)
        m_webhooks.send(std::move(planned.webhook));
}

void Engine::note(const http::Request &request, const SimulatorService::Handled &handled)
{
    JournalEntry entry;
    entry.serviceTime = m_clock->now();
    entry.wallTime = m_machineClock.wallNow();
    entry.flow = handled.flow;
    entry.method = request.method;
    entry.target = QString::fromUtf8(request.target);
    if (!handled.mayHoldSecret)
        entry.body = request.body;
    if (handled.fault)
        entry.faults = {handled.fault->name()};
    entry.status = handled.response.status;
    m_journal.add(std::move(entry));
}

} // namespace otpscope::simulator
