// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalogue/catalogue.h"
#include "ui/simulator/simulatedflow.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace otpscope::ui {

class SimulatedFlowModel;

/// The flows inside the simulator, and what a person can do to them: let a step report a status
/// now.
class SimulatorPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SimulatorPanel)

public:
    /// `catalogue` must outlive it.
    explicit SimulatorPanel(const models::Catalogue &catalogue, QWidget *parent = nullptr);

    void setFlows(const std::vector<SimulatedFlow> &flows);

Q_SIGNALS:
    /// `step` counts from 0 in the order of sending; `detailedStatus` may be empty.
    void reportWanted(const QString &flowId, int step, const QString &status,
                      const QString &detailedStatus);

private:
    [[nodiscard]] QComboBox *makeCombo(const QString &name);
    void makeTable();
    [[nodiscard]] const SimulatedFlow *currentFlow() const;
    void refreshSteps();
    void refreshStatuses();
    void report();

    const models::Catalogue &m_catalogue;
    SimulatedFlowModel *m_model;
    QTableView *m_table;
    QLabel *m_hint;
    QComboBox *m_step;
    QComboBox *m_status;
    QComboBox *m_detail;
    QLabel *m_note;
    QPushButton *m_report;
    /// Flow id of the newest one shown so far.
    QString m_newest;
};

} // namespace otpscope::ui
