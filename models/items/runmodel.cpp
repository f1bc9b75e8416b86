// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runmodel.h"

#include "models/items/findingmodel.h"
#include "models/items/observationmodel.h"
#include "models/items/transitionmodel.h"

namespace otpscope::models {

RunModel::RunModel(QObject *parent)
    : QObject(parent)
    , m_observationModel(new ObservationModel(this))
    , m_transitionModel(new TransitionModel(this))
    , m_findingModel(new FindingModel(this))
{}

RunModel::~RunModel() = default;

void RunModel::reset(const RunId &run, const RunState &state)
{
    m_run = run;
    m_state = state;
    m_seenClock.reset();
    m_failovers.clear();
    m_observationModel->clear();
    m_transitionModel->clear();
    m_findingModel->clear();
    Q_EMIT wasReset();
}

void RunModel::apply(const RunUpdate &update)
{
    if (update.run != m_run)
        return;
    if (!m_seenClock || update.state.isConcluded()) {
        take(update);
        return;
    }
    RunUpdate corrected = update;
    corrected.state.serviceClock = m_seenClock->reading;
    corrected.state.serviceClockReadAt = m_seenClock->readAt;
    take(corrected);
}

void RunModel::setServiceClock(const RunId &run, const ServiceClockReading &reading, Instant readAt)
{
    if (run != m_run || m_state.isConcluded() || !m_state.serviceClock)
        return;
    m_seenClock = {reading, readAt};
    RunUpdate news;
    news.run = m_run;
    news.state = m_state;
    apply(news);
}

void RunModel::take(const RunUpdate &update)
{
    if (update.isWhole)
        reset(m_run, update.state);
    m_state = update.state;
    for (const Failover &failover : update.failovers)
        mergeFailover(m_failovers, failover);
    m_observationModel->append(update.observations);
    m_transitionModel->append(update.transitions);
    m_findingModel->merge(update.findings, update.withdrawnFindings);
    Q_EMIT updated(update);
}

const std::vector<Transition> &RunModel::transitions() const
{
    return m_transitionModel->transitions();
}

} // namespace otpscope::models
