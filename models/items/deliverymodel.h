// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/deliverylist.h"

#include <QAbstractTableModel>

#include <vector>

namespace otpscope::models {

enum DeliveryModelColumn {
    DeliveryCreatedColumn,
    DeliveryStatusColumn,
    DeliveryRecipientColumn,
    DeliveryStepsColumn,
    DeliveryLabelColumn,
    DeliveryFlowColumn,
    DeliveryColumnCount,
};

/// One page of deliveries as a table; the display text is the service's own, times are ISO 8601.
class DeliveryModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeliveryModel)

public:
    explicit DeliveryModel(QObject *parent = nullptr);

    void setPage(const DeliveryPage &page);
    [[nodiscard]] const DeliveryPage &page() const { return m_page; }
    /// Empty where there is no such row, or the service named no flow.
    [[nodiscard]] FlowId flowAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    DeliveryPage m_page;
};

} // namespace otpscope::models
