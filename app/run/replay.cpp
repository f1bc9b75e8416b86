// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run/replay.h"

#include "models/core/json.h"

namespace otpscope::run {

namespace {

constexpr int observationsPerPage = 500;

} // namespace

Replay::Replay(const models::RunId &run, const models::Flow &flow,
               const models::Catalogue &catalogue)
    : m_machine(flow, catalogue), m_builder(run)
{
}

void Replay::apply(const std::vector<models::Observation> &observations)
{
    for (const models::Observation &observation : observations)
        m_builder.add(observation, m_machine.apply(observation));
}

void Replay::advanceTo(models::Instant serviceNow)
{
    m_builder.add(m_machine.advanceTo(serviceNow));
}

models::RunUpdate Replay::takeUpdate()
{
    return m_builder.take(m_machine.state());
}

models::Flow flowOf(const QByteArray &flowText)
{
    const auto json = models::parseJson(flowText);
    return json ? models::readFlow(json.value()) : models::Flow();
}

void replayStored(Replay &replay, const store::ObservationStore &store, const store::StoredRun &run)
{
    auto page = store.observations(run.id, {}, observationsPerPage);
    while (!page.empty()) {
        replay.apply(page);
        page = store.observations(run.id, page.back().id, observationsPerPage);
    }
    if (run.followedTo)
        replay.advanceTo(*run.followedTo);
}

} // namespace otpscope::run
