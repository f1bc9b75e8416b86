// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/runlistmodel.h"

#include "models/items/modelvalues.h"

#include <algorithm>
#include <utility>

namespace otpscope::models {

namespace {

bool isNewer(const RunListEntry &a, const RunListEntry &b)
{
    return a.createdAt > b.createdAt;
}

QVariant displayText(const RunListEntry &row, int column)
{
    switch (static_cast<RunListModelColumn>(column)) {
    case RunListTimeColumn:
        return toIsoUtc(row.createdAt);
    case RunListTitleColumn:
        return row.title;
    case RunListHeadlineColumn:
        return row.headline;
    case RunListColumnCount:
        break;
    }
    return {};
}

QVariant rawValue(const RunListEntry &row, int role)
{
    switch (static_cast<RunListModelRole>(role)) {
    case RunListIdRole:
        return row.id.text();
    case RunListCreatedAtRole:
        return variantOf(row.createdAt);
    case RunListTitleRole:
        return row.title;
    case RunListEnvironmentRole:
        return row.environment;
    case RunListConclusionRole:
        return static_cast<int>(row.conclusion);
    case RunListTerminatingChannelRole:
        return static_cast<int>(row.terminatingChannel);
    case RunListErrorFindingsRole:
        return row.errorFindings;
    case RunListHeadlineRole:
        return row.headline;
    }
    return {};
}

} // namespace

RunListModel::RunListModel(QObject *parent) : QAbstractTableModel(parent) {}

void RunListModel::setEntries(std::vector<RunListEntry> entries)
{
    std::stable_sort(entries.begin(), entries.end(), isNewer);
    beginResetModel();
    m_rows = std::move(entries);
    endResetModel();
}

void RunListModel::put(const RunListEntry &entry)
{
    const QModelIndex known = indexOf(entry.id);
    if (known.isValid()) {
        m_rows[static_cast<size_t>(known.row())] = entry;
        Q_EMIT dataChanged(known, known.siblingAtColumn(RunListColumnCount - 1),
                           {Qt::DisplayRole, RunListTitleRole, RunListEnvironmentRole,
                            RunListConclusionRole, RunListTerminatingChannelRole,
                            RunListErrorFindingsRole, RunListHeadlineRole});
        return;
    }
    const auto place = std::upper_bound(m_rows.begin(), m_rows.end(), entry, isNewer);
    const int row = static_cast<int>(place - m_rows.begin());
    beginInsertRows({}, row, row);
    m_rows.insert(place, entry);
    endInsertRows();
}

QModelIndex RunListModel::indexOf(const RunId &id) const
{
    const auto known =
        std::find_if(m_rows.begin(), m_rows.end(),
                     [&id](const RunListEntry &entry) { return entry.id == id; });
    return known == m_rows.end() ? QModelIndex()
                                 : index(static_cast<int>(known - m_rows.begin()), 0);
}

int RunListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : RunListColumnCount;
}

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    if (!isCell(index, m_rows.size(), RunListColumnCount))
        return {};
    const RunListEntry &row = m_rows[static_cast<size_t>(index.row())];
    return role == Qt::DisplayRole ? displayText(row, index.column()) : rawValue(row, role);
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    // Keys, not words: the display proxy translates them.
    switch (static_cast<RunListModelColumn>(section)) {
    case RunListTimeColumn:
        return QStringLiteral("createdAt");
    case RunListTitleColumn:
        return QStringLiteral("title");
    case RunListHeadlineColumn:
        return QStringLiteral("headline");
    case RunListColumnCount:
        break;
    }
    return {};
}

QHash<int, QByteArray> RunListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{RunListIdRole, "id"},
                  {RunListCreatedAtRole, "createdAt"},
                  {RunListTitleRole, "title"},
                  {RunListEnvironmentRole, "environment"},
                  {RunListConclusionRole, "conclusion"},
                  {RunListTerminatingChannelRole, "terminatingChannel"},
                  {RunListErrorFindingsRole, "errorFindings"},
                  {RunListHeadlineRole, "headline"}});
    return names;
}

} // namespace otpscope::models
