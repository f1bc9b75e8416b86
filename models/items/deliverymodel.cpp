// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deliverymodel.h"

#include "models/items/modelvalues.h"

namespace otpscope::models {

namespace {

/// Of the flow, or else of its first step.
std::optional<Instant> createdAtOf(const Snapshot &delivery)
{
    if (delivery.createdAt || delivery.steps.empty())
        return delivery.createdAt;
    return delivery.steps.front().createdAt;
}

QString stepsText(const Snapshot &delivery)
{
    QStringList steps;
    for (const StepSnapshot &step : delivery.steps)
        steps.append(QStringLiteral("%1 %2").arg(step.channel, step.status));
    return steps.join(QStringLiteral(", "));
}

} // namespace

DeliveryModel::DeliveryModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void DeliveryModel::setPage(const DeliveryPage &page)
{
    beginResetModel();
    m_page = page;
    endResetModel();
}

FlowId DeliveryModel::flowAt(int row) const
{
    const bool isThere = row >= 0 && row < rowCount();
    return isThere ? m_page.deliveries[static_cast<std::size_t>(row)].flowId : FlowId();
}

int DeliveryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_page.deliveries.size());
}

int DeliveryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : DeliveryColumnCount;
}

QVariant DeliveryModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !isCell(index, m_page.deliveries.size(), DeliveryColumnCount))
        return {};
    const Snapshot &delivery = m_page.deliveries[static_cast<std::size_t>(index.row())];
    const StepSnapshot first = delivery.steps.empty() ? StepSnapshot() : delivery.steps.front();
    switch (DeliveryModelColumn(index.column())) {
    case DeliveryCreatedColumn: {
        const auto at = createdAtOf(delivery);
        return at ? toIsoUtc(*at) : QString();
    }
    case DeliveryStatusColumn:
        return delivery.status;
    case DeliveryRecipientColumn:
        return first.phoneNumber;
    case DeliveryStepsColumn:
        return stepsText(delivery);
    case DeliveryLabelColumn:
        return first.label;
    case DeliveryFlowColumn:
        return delivery.flowId.text();
    case DeliveryColumnCount:
        break;
    }
    return {};
}

} // namespace otpscope::models
