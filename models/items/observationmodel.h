// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/observationmodelroles.h"
#include "models/run/runupdate.h"

#include <QAbstractTableModel>

#include <vector>

namespace otpscope::models {

/// The observations of one run in order of arrival, oldest first. Raw values by role
/// (observationmodelroles.h); the display text is plain and for machines and tests: views put a
/// proxy in front that finds the words. 72 bytes a row; the statuses' text is shared.
class ObservationModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ObservationModel)

public:
    explicit ObservationModel(QObject *parent = nullptr);

    void clear();
    /// One insertion however many there are.
    void append(const std::vector<ObservationSummary> &observations);

    [[nodiscard]] const std::vector<ObservationSummary> &observations() const { return m_rows; }
    /// Invalid where it is not in the model.
    [[nodiscard]] QModelIndex indexOf(ObservationId id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<ObservationSummary> m_rows;
};

} // namespace otpscope::models
