// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/simulator/simulatedflow.h"

#include <QAbstractTableModel>

#include <vector>

namespace otpscope::ui {

/// The flows of the simulator, the newest first, in words.
class SimulatedFlowModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SimulatedFlowModel)

public:
    enum Column {
        FlowColumn,
        /// Its steps, and in a second line its status and what happens next: panels are narrow.
        StepsColumn,
        ColumnCount,
    };

    explicit SimulatedFlowModel(QObject *parent = nullptr);

    /// Rows that stay keep their place, so that a selection survives.
    void setFlows(const std::vector<SimulatedFlow> &flows);
    /// Nullptr for an index that is none.
    [[nodiscard]] const SimulatedFlow *flowAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] static QString nextTextOf(const SimulatedFlow &flow);

    std::vector<SimulatedFlow> m_rows;
};

} // namespace otpscope::ui
