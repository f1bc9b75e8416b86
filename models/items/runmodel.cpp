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
{
}

RunModel::~RunModel() = default;

void RunModel::reset(const RunId &run, const RunState &state)
{
    m_run = run;
    m_state = state;
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
