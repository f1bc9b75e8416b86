// SPDX-License-Identifier: GPL-3.0-or-later
// Whether judging a run stays incremental: what the 100,000th observation costs beside the mean of
// the first thousand, in one and the same run.
#include "app/platform/resources.h"
#include "models/run/runmachine.h"
#include "tests/support/runstory.h"

#include <chrono>
#include <cstdio>

using namespace otpscope;
using namespace otpscope::models;

namespace {

constexpr qint64 wholeRun = 100'000;
constexpr qint64 sample = 1'000;

/// Changing polls and webhooks of a run that goes on, so that every rule has something to look at.
std::vector<Observation> templates()
{
    std::vector<Observation> observations;
    for (const char *line :
         {"poll 301 InProgress viber:EXPIRED price=0.0093 sms:Sent@300.3 total=0.0093",
          "webhook 301 InProgress viber:EXPIRED price=0.0093 sms:Sent@300.3 total=0.0093",
          "webhook 301 InProgress viber:EXPIRED price=0.0093 sms:Queued@300.3 total=0.0093",
          "poll 301 InProgress viber:EXPIRED price=0.01 sms:Sent@300.3 price=0.03 total=0.05"})
        observations.push_back(testsupport::storyObservation(QString::fromLatin1(line)));
    return observations;
}

double microsecondsFor(RunMachine &machine, std::vector<Observation> &observations, qint64 &count,
                       qint64 more)
{
    const auto begin = std::chrono::steady_clock::now();
    for (qint64 i = 0; i < more; ++i) {
        Observation &observation = observations[static_cast<size_t>(count) % observations.size()];
        observation.id = ObservationId{++count};
        observation.arrivedAt += std::chrono::milliseconds{4};
        observation.startedAt = observation.arrivedAt;
        machine.apply(observation);
    }
    const std::chrono::duration<double, std::micro> spent =
        std::chrono::steady_clock::now() - begin;
    return spent.count() / static_cast<double>(more);
}

} // namespace

int main()
{
    const Catalogue catalogue = platform::builtInCatalogue();
    RunMachine machine(testsupport::storyFlow(QStringLiteral("viber 300, sms 600")), catalogue);
    std::vector<Observation> observations = templates();
    qint64 count = 0;
    const double first = microsecondsFor(machine, observations, count, sample);
    microsecondsFor(machine, observations, count, wholeRun - 2 * sample);
    const double last = microsecondsFor(machine, observations, count, sample);
    std::printf("first %lld observations:   %.1f us each\n", static_cast<long long>(sample), first);
    std::printf("up to the %lldth:       %.1f us each\n", static_cast<long long>(count), last);
    std::printf("ratio (2.0 is the bound):  %.2f; findings held: %zu\n", last / first,
                machine.findings().size());
    return 0;
}
