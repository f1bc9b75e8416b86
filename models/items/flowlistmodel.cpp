// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/flowlistmodel.h"

#include "models/items/modelvalues.h"

#include <utility>

namespace otpscope::models {

namespace {

QVariant displayText(const FlowListEntry &row, int column)
{
    switch (static_cast<FlowListModelColumn>(column)) {
    case FlowListTitleColumn:
        return row.title;
    case FlowListColumnCount:
        break;
    }
    return {};
}

QVariant rawValue(const FlowListEntry &row, int role)
{
    switch (static_cast<FlowListModelRole>(role)) {
    case FlowListKeyRole:
        return row.key;
    case FlowListTitleRole:
        return row.title;
    case FlowListIsExampleRole:
        return row.isExample;
    case FlowListTextRole:
        return row.text;
    }
    return {};
}

} // namespace

FlowListModel::FlowListModel(QObject *parent) : QAbstractTableModel(parent) {}

void FlowListModel::setEntries(std::vector<FlowListEntry> entries)
{
    beginResetModel();
    m_rows = std::move(entries);
    endResetModel();
}

int FlowListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FlowListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FlowListColumnCount;
}

QVariant FlowListModel::data(const QModelIndex &index, int role) const
{
    if (!isCell(index, m_rows.size(), FlowListColumnCount))
        return {};
    const FlowListEntry &row = m_rows[static_cast<size_t>(index.row())];
    return role == Qt::DisplayRole ? displayText(row, index.column()) : rawValue(row, role);
}

QVariant FlowListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    // Keys, not words: the display proxy translates them.
    switch (static_cast<FlowListModelColumn>(section)) {
    case FlowListTitleColumn:
        return QStringLiteral("title");
    case FlowListColumnCount:
        break;
    }
    return {};
}

QHash<int, QByteArray> FlowListModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{FlowListKeyRole, "key"},
                  {FlowListTitleRole, "title"},
                  {FlowListIsExampleRole, "isExample"},
                  {FlowListTextRole, "text"}});
    return names;
}

} // namespace otpscope::models
