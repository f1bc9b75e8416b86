// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/flowfiltermodel.h"

#include "models/items/flowlistmodelroles.h"

#include <algorithm>

namespace otpscope::ui {

FlowFilterModel::FlowFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{}

void FlowFilterModel::setSearch(const QString &search)
{
    m_words = search.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool FlowFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const QString title = index.data(models::FlowListTitleRole).toString();
    const QString text = QString::fromUtf8(index.data(models::FlowListTextRole).toByteArray());
    return std::ranges::all_of(m_words, [&](const QString &word) {
        return title.contains(word, Qt::CaseInsensitive) ||
               text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace otpscope::ui
