// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace otpscope::ui {

/// Flows in whose title or text every word of the search stands, in either case: a number, a
/// template type, a sender. Over a models::FlowListModel.
class FlowFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowFilterModel)

public:
    explicit FlowFilterModel(QObject *parent);

    void setSearch(const QString &search);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace otpscope::ui
