// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runmodel.h"
#include "ui/pace/pace.h"
#include "ui/timeline/clockmap.h"

#include <QTabWidget>

class QAbstractItemModel;
class QTableView;

namespace otpscope::ui {

class ObservationDisplayModel;
class TransitionDisplayModel;

/// The tables under the timeline: events, changes, findings, with their numbers on the tabs.
class RunTables final : public QTabWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunTables)

public:
    /// `run` must outlive it.
    explicit RunTables(const models::RunModel &run, QWidget *parent = nullptr);

    void setTimeClock(TimeClock clock);
    /// Nothing where it is not in the list.
    void selectObservation(models::ObservationId id);
    /// Brings the findings to the front, with the keyboard on them.
    void showFindings();

Q_SIGNALS:
    /// A row became current by key or mouse.
    void observationChosen(otpscope::models::ObservationId id);

private:
    QTableView *addTable(QAbstractItemModel *model, const QString &name, const QString &hint);
    void connectChoices(QTableView *table, int idRole);
    void showEvidence(const QModelIndex &finding);
    void refresh();
    void refreshTimes();
    /// How many rows each tab has.
    void refreshTitles();

    const models::RunModel &m_run;
    TimeClock m_timeClock = TimeClock::SinceSend;
    /// For transitions, which only the service dates.
    ClockMap m_clocks;
    Pace m_pace;
    ObservationDisplayModel *m_observations = nullptr;
    TransitionDisplayModel *m_transitions = nullptr;
    QTableView *m_events = nullptr;
    QTableView *m_changes = nullptr;
    QTableView *m_findings = nullptr;
    bool m_isSelecting = false;
};

} // namespace otpscope::ui
