// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/observationmodel.h"

#include "models/items/modelvalues.h"
#include "models/run/runrules.h"

#include <algorithm>

namespace otpscope::models {

namespace {

QVariant displayText(const ObservationSummary &row, int column)
{
    switch (static_cast<ObservationModelColumn>(column)) {
    case ObservationTimeColumn:
        return toIsoUtc(row.serviceAt);
    case ObservationSourceColumn:
        return sourceKey(row.source);
    case ObservationStatusesColumn:
        return row.statuses;
    case ObservationHttpStatusColumn:
        return row.httpStatus > 0 ? QVariant(row.httpStatus) : QVariant();
    case ObservationSizeColumn:
        return row.bodyBytes;
    case ObservationColumnCount:
        break;
    }
    return {};
}

QVariant rawValue(const ObservationSummary &row, int role)
{
    switch (static_cast<ObservationModelRole>(role)) {
    case ObservationIdRole:
        return row.id.value;
    case ObservationSourceRole:
        return static_cast<int>(row.source);
    case ObservationArrivedAtRole:
        return variantOf(row.arrivedAt);
    case ObservationServiceAtRole:
        return variantOf(row.serviceAt);
    case ObservationProblemRole:
        return static_cast<int>(row.problem);
    case ObservationContributionRole:
        return static_cast<int>(row.contribution);
    case ObservationHttpStatusRole:
        return row.httpStatus;
    case ObservationBodyBytesRole:
        return row.bodyBytes;
    case ObservationStatusesRole:
        return row.statuses;
    }
    return {};
}

} // namespace

ObservationModel::ObservationModel(QObject *parent) : QAbstractTableModel(parent) {}

void ObservationModel::clear()
{
    if (m_rows.empty())
        return;
    beginResetModel();
    m_rows = {};
    endResetModel();
}

void ObservationModel::append(const std::vector<ObservationSummary> &observations)
{
    if (observations.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(observations.size()) - 1);
    m_rows.insert(m_rows.end(), observations.begin(), observations.end());
    endInsertRows();
}

QModelIndex ObservationModel::indexOf(ObservationId id) const
{
    // Ids grow in the order of arrival.
    const auto row = std::lower_bound(
        m_rows.begin(), m_rows.end(), id,
        [](const ObservationSummary &candidate, ObservationId wanted) {
            return candidate.id < wanted;
        });
    if (row == m_rows.end() || row->id != id)
        return {};
    return index(static_cast<int>(row - m_rows.begin()), 0);
}

int ObservationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ObservationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ObservationColumnCount;
}

QVariant ObservationModel::data(const QModelIndex &index, int role) const
{
    if (!isCell(index, m_rows.size(), ObservationColumnCount))
        return {};
    const ObservationSummary &row = m_rows[static_cast<size_t>(index.row())];
    return role == Qt::DisplayRole ? displayText(row, index.column()) : rawValue(row, role);
}

QVariant ObservationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    // Keys, not words: the display proxy translates them.
    switch (static_cast<ObservationModelColumn>(section)) {
    case ObservationTimeColumn:
        return QStringLiteral("at");
    case ObservationSourceColumn:
        return QStringLiteral("source");
    case ObservationStatusesColumn:
        return QStringLiteral("statuses");
    case ObservationHttpStatusColumn:
        return QStringLiteral("httpStatus");
    case ObservationSizeColumn:
        return QStringLiteral("bytes");
    case ObservationColumnCount:
        break;
    }
    return {};
}

QHash<int, QByteArray> ObservationModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{ObservationIdRole, "id"},
                  {ObservationSourceRole, "source"},
                  {ObservationArrivedAtRole, "arrivedAt"},
                  {ObservationServiceAtRole, "serviceAt"},
                  {ObservationProblemRole, "problem"},
                  {ObservationContributionRole, "contribution"},
                  {ObservationHttpStatusRole, "httpStatus"},
                  {ObservationBodyBytesRole, "bodyBytes"},
                  {ObservationStatusesRole, "statuses"}});
    return names;
}

} // namespace otpscope::models
