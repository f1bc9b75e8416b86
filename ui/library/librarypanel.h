// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/ids.h"

#include <QWidget>

#include <vector>

class QAbstractItemModel;
class QAction;
class QFrame;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;

namespace otpscope::models {
class FlowListModel;
class RunListModel;
} // namespace otpscope::models

namespace otpscope::ui {

class FlowFilterModel;

/// Flows to begin with, runs to look back at, and one search over both. The person's own flows can be
/// renamed (F2) and deleted (Del), which can be undone.
class LibraryPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryPanel)

public:
    /// Both must outlive it.
    LibraryPanel(models::FlowListModel &flows, models::RunListModel &runs,
                 QWidget *parent = nullptr);

    /// Shows which flow is open; nothing where the list does not have it.
    void selectFlow(const QString &key);
    /// A flow was deleted and can be brought back; an empty title takes the offer away.
    void offerUndo(const QString &title);

Q_SIGNALS:
    /// With the key of models::FlowListModel.
    void flowChosen(const QString &key);
    void runChosen(const otpscope::models::RunId &run);
    void deleteWanted(const QString &key);
    void undoWanted();
    /// The one that was sent first comes first.
    void comparisonWanted(const otpscope::models::RunId &first,
                          const otpscope::models::RunId &second);

private:
    QListView *addList(const QString &name, QSortFilterProxyModel *proxy,
                       QAbstractItemModel *source);
    void makeFlowActions();
    void makeUndo();
    void refreshFlowActions();
    void filter(const QString &text);
    void showEmptiness();
    [[nodiscard]] QLabel *makeNote(const QString &text);
    [[nodiscard]] std::vector<models::RunId> chosenRuns() const;
    void refreshComparison();
    void compareChosen();

    QLineEdit *m_search = nullptr;
    FlowFilterModel *m_flows = nullptr;
    QSortFilterProxyModel *m_runs = nullptr;
    QListView *m_flowList = nullptr;
    QListView *m_runList = nullptr;
    QLabel *m_noFlows = nullptr;
    QLabel *m_noRuns = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_delete = nullptr;
    QFrame *m_undo = nullptr;
    QLabel *m_undoText = nullptr;
    QPushButton *m_compare = nullptr;
};

} // namespace otpscope::ui
