// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/simulator.h"

#include "app/simulator/answerbodies.h"
#include "app/simulator/enginethread.h"
#include "app/simulator/scenariobook.h"
#include "app/simulator/serviceclock.h"
#include "app/simulator/simulatorservice.h"
#include "app/simulator/webhooksender.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace otpscope::simulator {

namespace {

/// Everything that lives in the engine thread: made, used and destroyed there.
class Engine final
{
    Q_DISABLE_COPY_MOVE(Engine)

public:
    Engine(const models::Catalogue &catalogue, const ScenarioBook &scenarios,
           const models::Clock &clock, const SimulatorOptions &options)
        : m_clock(clock, options.serviceStart.value_or(clock.wallNow()), options.speed)
        , m_service(catalogue, scenarios, m_clock, {options.clientId, options.clientSecret},
                    options.tokenLifetime, options.seed)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { advance(); });
        m_service.setChangeListener(
            [this](const BookedFlow &flow, const Change &change) { sendWebhook(flow, change); });
    }

    void handle(http::Request request, http::Responder respond)
    {
        m_service.handle(std::move(request), std::move(respond));
        armTimer();
    }

    void setScenario(std::shared_ptr<const Scenario> scenario)
    {
        m_service.setScenario(std::move(scenario));
    }

    void setSpeed(double speed)
    {
        // What was due at the old speed has happened.
        m_service.advance();
        m_clock.setSpeed(speed);
        armTimer();
    }

private:
    void advance()
    {
        m_service.advance();
        armTimer();
    }

    /// Computed anew from service time each time, so that lateness does not add up.
    void armTimer()
    {
        m_timer.stop();
        const std::optional<models::Instant> next = m_service.nextEventAt();
        if (!next)
            return;
        if (const auto wait = m_clock.wallTimeUntil(*next))
            m_timer.start(std::min(*wait, LongestWait));
    }

    void sendWebhook(const BookedFlow &flow, const Change &change)
    {
        if (flow.callback.isEmpty())
            return;
        m_webhooks.send({change.state.flowId, flow.callback,
                         models::compactJson(trackingBody(change.state)),
                         models::serviceClockHeaderValue({change.at, m_clock.speed()})});
    }

    /// QTimer counts milliseconds in an int.
    static constexpr std::chrono::milliseconds LongestWait{std::chrono::hours{24}};

    ServiceClock m_clock;
    SimulatorService m_service;
    WebhookSender m_webhooks;
    QTimer m_timer;
};

ScenarioInfo infoOf(const Scenario &scenario)
{
    return {scenario.name, scenario.title, scenario.description, scenario.recipientEnd};
}

} // namespace

class Simulator::Private final : public http::RequestHandler
{
public:
    Private(const models::Catalogue &catalogueOfService, const models::Clock &clockOfMachine)
        : catalogue(catalogueOfService)
        , clock(clockOfMachine)
        , scenarios(catalogueOfService)
    {}

    ~Private() override
    {
        // Nobody hands over requests any more once the server is gone.
        server.reset();
        thread.run([this] { engine.reset(); });
    }

    void handle(http::Request request, http::Responder respond) override
    {
        thread.post([this, request = std::move(request), respond = std::move(respond)]() mutable {
            if (engine)
                engine->handle(std::move(request), std::move(respond));
        });
    }

    const models::Catalogue &catalogue;
    const models::Clock &clock;
    ScenarioBook scenarios;
    http::ListenResult listening;
    EngineThread thread;
    /// In `thread`; made in start() and destroyed with this, so that the pointer itself does not
    /// change in between.
    std::unique_ptr<Engine> engine;
    std::unique_ptr<http::HttpServer> server;
};

Simulator::Simulator(const models::Catalogue &catalogue, const models::Clock &clock,
                     const std::vector<QByteArray> &scenarios, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(catalogue, clock))
{
    for (const QByteArray &text : scenarios)
        (void)loadScenario(text);
}

Simulator::~Simulator() = default;

std::vector<ScenarioInfo> Simulator::scenarios() const
{
    std::vector<ScenarioInfo> list;
    for (const ScenarioBook::Entry &scenario : d->scenarios.all())
        list.push_back(infoOf(*scenario));
    return list;
}

models::Result<ScenarioInfo, QString> Simulator::loadScenario(const QByteArray &text)
{
    const auto loaded = d->scenarios.load(text);
    if (!loaded)
        return loaded.error();
    return infoOf(*loaded.value());
}

http::ListenResult Simulator::start(const SimulatorOptions &options)
{
    Q_ASSERT(!d->server);
    http::ListenResult refused;
    refused.problem = http::ListenResult::Problem::Other;
    const std::shared_ptr<const Scenario> scenario = d->scenarios.find(options.scenario);
    if (!scenario) {
        refused.detail = QStringLiteral("There is no scenario named \"%1\".").arg(options.scenario);
        return refused;
    }
    d->thread.run([&] {
        d->engine = std::make_unique<Engine>(d->catalogue, d->scenarios, d->clock, options);
        d->engine->setScenario(scenario);
    });
    d->server = std::make_unique<http::HttpServer>(*d, d->clock, http::Limits{});
    d->listening = d->server->listen(options.host, options.port);
    return d->listening;
}

QUrl Simulator::address() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(d->listening.address.toString());
    url.setPort(d->listening.port);
    return url;
}

QUrl Simulator::serviceAddress() const
{
    QUrl url = address();
    url.setPath(QStringLiteral("/failover-otp"));
    return url;
}

QUrl Simulator::tokenAddress() const
{
    QUrl url = address();
    url.setPath(QStringLiteral("/oauth/token"));
    return url;
}

bool Simulator::setScenario(const QString &name)
{
    const std::shared_ptr<const Scenario> scenario = d->scenarios.find(name);
    if (!scenario || !d->engine)
        return false;
    d->thread.run([&] { d->engine->setScenario(scenario); });
    return true;
}

void Simulator::setSpeed(double speed)
{
    if (d->engine)
        d->thread.run([&] { d->engine->setSpeed(speed); });
}

} // namespace otpscope::simulator
