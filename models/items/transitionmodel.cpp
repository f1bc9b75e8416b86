// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/transitionmodel.h"

#include "models/items/modelvalues.h"
#include "models/run/runrules.h"

namespace otpscope::models {

namespace {

QVariant displayText(const Transition &row, int column)
{
    switch (static_cast<TransitionModelColumn>(column)) {
    case TransitionAtColumn:
        return toIsoUtc(row.at);
    case TransitionSubjectColumn:
        return row.order > 0 ? QString::number(row.order) : QStringLiteral("flow");
    case TransitionFromColumn:
        return row.from;
    case TransitionToColumn:
        return row.to;
    case TransitionSourceColumn:
        return sourceKey(row.source);
    case TransitionColumnCount:
        break;
    }
    return {};
}

QVariant rawValue(const Transition &row, int role)
{
    switch (static_cast<TransitionModelRole>(role)) {
    case TransitionAtRole:
        return variantOf(row.at);
    case TransitionSubjectRole:
        return static_cast<int>(row.subject);
    case TransitionOrderRole:
        return row.order;
    case TransitionFromRole:
        return row.from;
    case TransitionToRole:
        return row.to;
    case TransitionSourceRole:
        return static_cast<int>(row.source);
    case TransitionObservationRole:
        return row.observation.value;
    }
    return {};
}

} // namespace

TransitionModel::TransitionModel(QObject *parent) : QAbstractTableModel(parent) {}

void TransitionModel::clear()
{
    if (m_rows.empty())
        return;
    beginResetModel();
    m_rows = {};
    endResetModel();
}

void TransitionModel::append(const std::vector<Transition> &transitions)
{
    if (transitions.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(transitions.size()) - 1);
    m_rows.insert(m_rows.end(), transitions.begin(), transitions.end());
    endInsertRows();
}

int TransitionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TransitionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : TransitionColumnCount;
}

QVariant TransitionModel::data(const QModelIndex &index, int role) const
{
    if (!isCell(index, m_rows.size(), TransitionColumnCount))
        return {};
    const Transition &row = m_rows[static_cast<size_t>(index.row())];
    return role == Qt::DisplayRole ? displayText(row, index.column()) : rawValue(row, role);
}

QVariant TransitionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    // Keys, not words: the display proxy translates them.
    switch (static_cast<TransitionModelColumn>(section)) {
    case TransitionAtColumn:
        return QStringLiteral("at");
    case TransitionSubjectColumn:
        return QStringLiteral("subject");
    case TransitionFromColumn:
        return QStringLiteral("from");
    case TransitionToColumn:
        return QStringLiteral("to");
    case TransitionSourceColumn:
        return QStringLiteral("source");
    case TransitionColumnCount:
        break;
    }
    return {};
}

QHash<int, QByteArray> TransitionModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractTableModel::roleNames();
    names.insert({{TransitionAtRole, "at"},
                  {TransitionSubjectRole, "subject"},
                  {TransitionOrderRole, "order"},
                  {TransitionFromRole, "from"},
                  {TransitionToRole, "to"},
                  {TransitionSourceRole, "source"},
                  {TransitionObservationRole, "observation"}});
    return names;
}

} // namespace otpscope::models
