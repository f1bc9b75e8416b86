// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/simulatedflowmodel.h"

#include "ui/run/runtexts.h"

#include <QStringList>

#include <algorithm>

namespace otpscope::ui {

namespace {

QString stepsTextOf(const SimulatedFlow &flow)
{
    QStringList steps;
    for (const SimulatedStep &step : flow.steps) {
        const QString channel = step.channel == models::Channel::Viber ? QStringLiteral("Viber")
                                                                       : QStringLiteral("SMS");
        steps.append(channel + QLatin1Char(' ') + step.status);
    }
    return steps.join(QStringLiteral(" › "));
}

} // namespace

SimulatedFlowModel::SimulatedFlowModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

QString SimulatedFlowModel::nextTextOf(const SimulatedFlow &flow)
{
    if (!flow.nextAt)
        return tr("nothing more");
    return tr("%1 at %2")
        .arg(flow.nextStatus.isEmpty() ? tr("next channel") : flow.nextStatus,
             serviceTimeText(*flow.nextAt));
}

void SimulatedFlowModel::setFlows(const std::vector<SimulatedFlow> &flows)
{
    // New flows come in front; everything else is a change in place, or another simulator.
    const auto known = m_rows.empty()
                           ? flows.cend()
                           : std::find_if(flows.cbegin(), flows.cend(), [this](const auto &flow) {
                                 return flow.flowId == m_rows.front().flowId;
                             });
    const auto added = static_cast<int>(known - flows.cbegin());
    const bool isContinued =
        known != flows.cend() && flows.size() == m_rows.size() + static_cast<size_t>(added);
    if (!isContinued) {
        beginResetModel();
        m_rows = flows;
        endResetModel();
        return;
    }
    if (added > 0) {
        beginInsertRows({}, 0, added - 1);
        m_rows.insert(m_rows.begin(), flows.cbegin(), known);
        endInsertRows();
    }
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row) == flows.at(row))
            continue;
        m_rows.at(row) = flows.at(row);
        Q_EMIT dataChanged(index(static_cast<int>(row), 0),
                           index(static_cast<int>(row), ColumnCount - 1));
    }
}

const SimulatedFlow *SimulatedFlowModel::flowAt(const QModelIndex &index) const
{
    const bool isRow = index.isValid() && index.row() < rowCount();
    return isRow ? &m_rows.at(static_cast<size_t>(index.row())) : nullptr;
}

int SimulatedFlowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SimulatedFlowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SimulatedFlowModel::data(const QModelIndex &index, int role) const
{
    const SimulatedFlow *flow = flowAt(index);
    if (!flow || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    constexpr int shortId = 8;
    switch (static_cast<Column>(index.column())) {
    case FlowColumn:
        return role == Qt::ToolTipRole ? flow->flowId + QLatin1Char('\n') + flow->scenario
                                       : flow->flowId.left(shortId);
    case StepsColumn:
        return stepsTextOf(*flow) + QLatin1Char('\n') + flow->status + QStringLiteral(" · ") +
               nextTextOf(*flow);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SimulatedFlowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FlowColumn:
        return tr("Flow");
    case StepsColumn:
        return tr("Steps and next");
    default:
        return {};
    }
}

} // namespace otpscope::ui
