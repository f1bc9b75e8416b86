// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/simulator.h"

#include "app/simulator/control.h"
#include "app/simulator/enginethread.h"
#include "app/simulator/scenariobook.h"

#include <atomic>
#include <utility>

namespace otpscope::simulator {

namespace {

/// More than a person looks through.
constexpr size_t shownFlows = 200;

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
        thread.run([this] {
            control.reset();
            engine.reset();
        });
    }

    void handle(http::Request request, http::Responder respond) override
    {
        // In the server's thread, so that the engine has no more to do than what needs its order.
        thread.post([this, read = readRequest(std::move(request), catalogue),
                     respond = std::move(respond)] {
            if (!engine)
                return;
            if (control && Control::isMeant(read.http))
                respond(control->answer(read.http));
            else
                engine->handle(read, respond);
        });
    }

    /// Runs `task` in the engine's thread, and waits; not before start().
    template <typename Task>
    bool withEngine(const Task &task)
    {
        if (!engine)
            return false;
        thread.run([&] { task(*engine); });
        return true;
    }

    const models::Catalogue &catalogue;
    const models::Clock &clock;
    ScenarioBook scenarios;
    http::ListenResult listening;
    EngineThread thread;
    /// In `thread`; made in start() and destroyed with this, so that the pointer itself does not
    /// change in between.
    std::unique_ptr<Engine> engine;
    /// Null where it is switched off.
    std::unique_ptr<Control> control;
    std::atomic_bool isChangeTold = false;
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
        if (options.hasControl)
            d->control = std::make_unique<Control>(*d->engine);
        d->engine->setChangedListener([this] {
            if (!d->isChangeTold.exchange(true))
                Q_EMIT changed();
        });
    });
    d->server = std::make_unique<http::HttpServer>(*d, d->clock, http::Limits{});
    d->listening = d->server->listen(options.host, options.port);
    if (d->listening.isListening)
        d->thread.run([&] { d->engine->setHttpAddress(options.host, d->listening.port); });
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

QUrl Simulator::wrongCertificateAddress() const
{
    QUrl url;
    d->withEngine([&url](const Engine &engine) { url = engine.wrongCertificateAddress(); });
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
    bool isKnown = false;
    d->withEngine([&](Engine &engine) { isKnown = engine.setScenario(name); });
    return isKnown;
}

void Simulator::setSpeed(double speed)
{
    d->withEngine([&](Engine &engine) { engine.setSpeed(speed); });
}

bool Simulator::advance(Until until)
{
    bool hasMoved = false;
    d->withEngine([&](Engine &engine) { hasMoved = engine.advance(until); });
    return hasMoved;
}

void Simulator::setFaults(const Faults &faults)
{
    d->withEngine([&](Engine &engine) { engine.setFaults(faults); });
}

ReportOutcome Simulator::report(const QString &flowOrTrackingId, std::optional<size_t> step,
                                const Report &report)
{
    ReportOutcome outcome = ReportOutcome::NoSuchFlow;
    d->withEngine([&](Engine &engine) { outcome = engine.report(flowOrTrackingId, step, report); });
    return outcome;
}

void Simulator::reset()
{
    d->withEngine([](Engine &engine) { engine.reset(); });
}

SimulatorView Simulator::view() const
{
    SimulatorView view;
    d->isChangeTold = false;
    d->withEngine([&view](const Engine &engine) {
        view.clock = engine.clock();
        view.nextEventAt = engine.nextEventAt();
        const auto &flows = engine.flows().flows();
        for (auto flow = flows.crbegin(); flow != flows.crend() && view.flows.size() < shownFlows;
             ++flow) {
            const FlowEngine &one = (*flow)->engine;
            view.flows.push_back(
                {one.state(), (*flow)->scenario->name, one.nextEvent(), one.nextFailoverAt()});
        }
    });
    return view;
}

} // namespace otpscope::simulator
