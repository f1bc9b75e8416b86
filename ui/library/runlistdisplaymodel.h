// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace otpscope::ui {

/// Words, dots and tooltips over models::RunListModel, one column; filters by what it shows.
class RunListDisplayModel final : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunListDisplayModel)

public:
    explicit RunListDisplayModel(QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    [[nodiscard]] static QString lineOf(const QModelIndex &source);
};

} // namespace otpscope::ui
