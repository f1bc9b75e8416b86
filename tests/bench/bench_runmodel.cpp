// SPDX-License-Identifier: GPL-3.0-or-later
// What one more observation costs, early and late in a run, and what a long run holds in memory.
#include "app/platform/resources.h"
#include "models/items/observationmodel.h"
#include "models/items/runmodel.h"
#include "models/run/runmachine.h"
#include "models/run/runupdate.h"
#include "tests/support/runstory.h"

#include <QFile>

#include <benchmark/benchmark.h>

using namespace otpscope;
using namespace otpscope::models;

namespace {

/// A run as the window holds it, fed as the live run feeds it: in batches.
class LongRun
{
public:
    LongRun()
        : m_catalogue(platform::builtInCatalogue())
        , m_machine(testsupport::storyFlow(QStringLiteral("viber 300, sms 600")), m_catalogue)
        , m_builder(RunId(QStringLiteral("bench")))
        , m_observation(testsupport::storyObservation(
              QStringLiteral("webhook 301 InProgress viber:EXPIRED price=0.0093 sms:Sent@300.3")))
    {
        m_model.reset(RunId(QStringLiteral("bench")), m_machine.state());
    }

    void add()
    {
        m_observation.id = ObservationId{++m_count};
        m_observation.arrivedAt += std::chrono::milliseconds{1};
        m_builder.add(m_observation, m_machine.apply(m_observation));
        if (m_count % 100 == 0)
            m_model.apply(m_builder.take(m_machine.state()));
    }

    void addUpTo(qint64 count)
    {
        while (m_count < count)
            add();
    }

    [[nodiscard]] int rows() const { return m_model.observationModel()->rowCount(); }

private:
    Catalogue m_catalogue;
    RunMachine m_machine;
    RunUpdateBuilder m_builder;
    RunModel m_model;
    Observation m_observation;
    qint64 m_count = 0;
};

double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    constexpr double pageBytes = 4096;
    return status.readAll().split(' ').value(1).toDouble() * pageBytes / 1e6;
}

void oneMoreObservation(benchmark::State &state)
{
    LongRun run;
    run.addUpTo(state.range(0));
    for ([[maybe_unused]] auto _ : state)
        run.add();
}
BENCHMARK(oneMoreObservation)->Arg(100)->Arg(10'000)->Arg(100'000)->Iterations(2000);

void hundredThousandObservations(benchmark::State &state)
{
    const double before = residentMegabytes();
    for ([[maybe_unused]] auto _ : state) {
        LongRun run;
        run.addUpTo(100'000);
        benchmark::DoNotOptimize(run.rows());
        state.counters["grownMB"] = residentMegabytes() - before;
        state.counters["residentMB"] = residentMegabytes();
    }
}
BENCHMARK(hundredThousandObservations)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
