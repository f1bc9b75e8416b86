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
    case FlowListGroupRole:
        return static_cast<int>(row.group);
    case FlowListTextRole:
        return row.text;
    }
    return {};
}

} // namespace

FlowListModel::FlowListModel(QObject *parent) : QAbstractTableModel(parent) {}

void FlowListModel::setEntries(std::vector<FlowListEntry> entries)
{
    // A reset would end the renaming that is under way.
    if (entries == m_rows)
        return;
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
    return role == Qt::DisplayRole || role == Qt::EditRole ? displayText(row, index.column()) : rawValue(row, role);
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
                  {FlowListGroupRole, "group"},
                  {FlowListTextRole, "text"}});
    return names;
}

Qt::ItemFlags FlowListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!isCell(index, m_rows.size(), FlowListColumnCount))
        return flags;
    return m_rows[static_cast<size_t>(index.row())].isFile ? flags | Qt::ItemIsEditable : flags;
}

bool FlowListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    const FlowListEntry &row = m_rows[static_cast<size_t>(index.row())];
    const QString title = value.toString().trimmed();
    if (title.isEmpty() || title == row.title)
        return false;
    Q_EMIT renameWanted(row.key, title);
    return true;
}

} // namespace otpscope::models
