// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/openrunfinder.h"

#include "app/run/replay.h"

#include <algorithm>
#include <utility>

namespace otpscope::window {

namespace {

constexpr std::size_t runsAtOnce = 10;

/// Without the document a machine cannot know what comes behind the last step; the service does.
bool isKeptOpenByService(const models::RunState &state)
{
    const bool hasDocument = !state.steps.empty() && state.steps.front().isInDocument;
    return !hasDocument &&
           state.status.compare(QLatin1String("InProgress"), Qt::CaseInsensitive) == 0;
}

} // namespace

void OpenRunFinder::find(const std::shared_ptr<store::ObservationStore> &store,
                         models::Instant since, models::Instant until)
{
    m_store = store;
    m_found.clear();
    m_runs = store->runs();
    std::erase_if(m_runs, [&](const store::StoredRun &run) {
        return run.createdAt < since || run.createdAt >= until;
    });
    lookFrom(0);
}

void OpenRunFinder::lookFrom(std::size_t place)
{
    const std::size_t end = std::min(place + runsAtOnce, m_runs.size());
    for (std::size_t i = place; i < end; ++i) {
        if (auto run = openRun(m_runs[i]))
            m_found.push_back(*std::move(run));
    }
    if (end == m_runs.size()) {
        m_runs.clear();
        m_store.reset();
        Q_EMIT found(std::exchange(m_found, {}));
        return;
    }
    QMetaObject::invokeMethod(
        this, [this, end] { lookFrom(end); }, Qt::QueuedConnection);
}

std::optional<OpenRun> OpenRunFinder::openRun(const store::StoredRun &run) const
{
    // Followed to its end, or left by a person.
    if (run.followedTo)
        return std::nullopt;
    run::Replay replay(run.id, run::flowOf(run.flowText), m_catalogue);
    run::replayStored(replay, *m_store, run);
    const models::RunUpdate update = replay.takeUpdate();
    if (update.state.isConcluded() && !isKeptOpenByService(update.state))
        return std::nullopt;
    const bool isSeen = !update.observations.empty();
    return OpenRun{run, isSeen ? update.observations.back().arrivedAt : run.createdAt,
                   !update.state.flowId.isEmpty()};
}

} // namespace otpscope::window
