// SPDX-License-Identifier: GPL-3.0-or-later

// bench_simulator   what the simulator's engine costs, as ratios:
//   - a million events of many flows beside ten thousand, in processor time per event, and the same
//   of a peer that is n log n by construction: what does not fit the caches slows both
//   - memory of 100,000 flows in progress
//   - the latency of a send with 10,000 flows in progress beside 100, through the service without
//   HTTP

#include "app/platform/resources.h"
#include "app/platform/systemclock.h"
#include "app/simulator/flowbook.h"
#include "app/simulator/scenariobook.h"
#include "app/simulator/simulatorservice.h"
#include "models/core/json.h"

#include <QCoreApplication>
#include <QFile>
#include <queue>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

using namespace otpscope;
using namespace otpscope::simulator;

namespace {

/// Reports of one flow of the scenario below, with the step that is sent in between.
constexpr int eventsPerFlow = 4;
const models::Instant benchStart{std::chrono::seconds{1'795'428'000}};

struct Ground
{
    Ground()
        : catalogue(platform::builtInCatalogue())
        , scenarios(catalogue)
    {
        for (const QByteArray &text : platform::builtInScenarios())
            (void)scenarios.load(text);
        for (const platform::Example &example : platform::builtInExamples()) {
            if (example.name.startsWith(QStringLiteral("example-1")))
                flowText = example.text;
        }
        scenario = scenarios.find(QStringLiteral("viber-expired-sms-delivered"));
        flow = models::readFlow(models::parseJson(flowText).value());
    }
    Q_DISABLE_COPY_MOVE(Ground)

    platform::SystemClock clock;
    models::Catalogue catalogue;
    ScenarioBook scenarios;
    ScenarioBook::Entry scenario;
    QByteArray flowText;
    models::Flow flow;
};

/// Of this program alone, whatever else the machine does.
double cpuSeconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Kilobytes in memory now.
long residentKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLong();
}

void fill(FlowBook &book, const Ground &ground, int flows)
{
    for (int i = 0; i < flows; ++i) {
        const auto number = static_cast<quint64>(i);
        // Spread out, so that the order of events is not that of the flows.
        const models::Instant at = benchStart + std::chrono::milliseconds{number * 7'919 % 600'000};
        book.add({FlowEngine(ground.flow, ground.scenario, ground.catalogue,
                             SeededSource::derived(1, number), at),
                  QUrl()});
    }
}

double nanosecondsPerEvent(const Ground &ground, int events)
{
    FlowBook book;
    fill(book, ground, events / eventsPerFlow);
    int changes = 0;
    const double start = cpuSeconds();
    book.advanceTo(benchStart + std::chrono::hours{24},
                   [&changes](const BookedFlow &, const Change &) { ++changes; });
    return (cpuSeconds() - start) * 1e9 / changes;
}

/// The peer: as many events in a plain heap, each of which reads and writes a few places of a
/// record as large as a flow. n log n by construction, and what it takes longer is the memory's.
double nanosecondsPerRecord(int events)
{
    constexpr size_t recordBytes = 1'024;
    constexpr size_t stride = 128;
    using Due = std::pair<quint64, size_t>;
    std::priority_queue<Due, std::vector<Due>, std::greater<>> due;
    std::vector<std::unique_ptr<std::array<char, recordBytes>>> records;
    const auto count = static_cast<size_t>(events / eventsPerFlow);
    for (size_t i = 0; i < count; ++i) {
        records.push_back(std::make_unique<std::array<char, recordBytes>>());
        due.emplace(i * 7'919 % 600'000, i);
    }
    const double start = cpuSeconds();
    for (int left = events; left > 0; --left) {
        const auto [at, number] = due.top();
        due.pop();
        for (size_t place = 0; place < recordBytes; place += stride)
            ++records.at(number)->at(place);
        due.emplace(at + 300'000, number);
    }
    return (cpuSeconds() - start) * 1e9 / events;
}

void measureEvents(const Ground &ground)
{
    std::puts("events of the engine alone, beside a plain heap that touches as much memory");
    double engineBefore = 0;
    double peerBefore = 0;
    for (const int events : {10'000, 100'000, 1'000'000}) {
        const double engine = nanosecondsPerEvent(ground, events);
        const double peer = nanosecondsPerRecord(events);
        std::printf("  %8d events: %6.0f ns each, peer %5.0f ns\n", events, engine, peer);
        engineBefore = engineBefore > 0 ? engineBefore : engine;
        peerBefore = peerBefore > 0 ? peerBefore : peer;
        if (events == 1'000'000) {
            std::printf("  a million beside ten thousand: %.2f times as long for each, peer %.2f\n",
                        engine / engineBefore, peer / peerBefore);
        }
    }
}

void measureMemory(const Ground &ground)
{
    const long before = residentKilobytes();
    FlowBook book;
    fill(book, ground, 100'000);
    std::printf("100,000 flows in progress: %.0f MB\n",
                static_cast<double>(residentKilobytes() - before) / 1024.0);
}

/// The median of many sends, in microseconds, with so many flows in progress.
double sendLatency(const Ground &ground, int flowsInProgress)
{
    const ServiceClock frozen(ground.clock, benchStart, 0.0);
    SimulatorService service(ground.catalogue, ground.scenarios, frozen,
                             {QStringLiteral("demo"), QStringLiteral("demo")},
                             std::chrono::hours{1}, 1);
    service.setScenario(ground.scenario);
    http::Request request;
    request.method = "POST";
    request.target = "/oauth/token";
    request.headers = {{"Authorization", "Basic ZGVtbzpkZW1v"}};
    request.body = "grant_type=client_credentials";
    const auto token =
        models::parseJson(service.handle(readRequest(request, ground.catalogue)).response.body);
    const QByteArray bearer =
        "Bearer " + QByteArray::fromStdString(token.value().at("access_token").get<std::string>());
    request = {};
    request.method = "POST";
    request.target = "/failover-otp/otp/send-failover";
    request.headers = {{"Authorization", bearer}};
    request.body = ground.flowText;
    for (int i = 0; i < flowsInProgress; ++i)
        (void)service.handle(readRequest(request, ground.catalogue));
    constexpr int samples = 201;
    std::vector<double> microseconds;
    for (int i = 0; i < samples; ++i) {
        const double start = cpuSeconds();
        service.advance();
        (void)service.handle(readRequest(request, ground.catalogue));
        microseconds.push_back((cpuSeconds() - start) * 1e6);
    }
    std::sort(microseconds.begin(), microseconds.end());
    return microseconds.at(samples / 2);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const Ground ground;
    // Before anything else has left room in the heap.
    measureMemory(ground);
    measureEvents(ground);
    const double few = sendLatency(ground, 100);
    const double many = sendLatency(ground, 10'000);
    std::printf("a send: %.0f us with 100 flows in progress, %.0f us with 10,000: %.2f times\n",
                few, many, many / few);
    return 0;
}
