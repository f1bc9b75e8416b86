// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypanel.h"

#include "models/items/flowlistmodel.h"
#include "models/items/runlistmodel.h"
#include "ui/library/flowfiltermodel.h"
#include "ui/library/groupdelegate.h"
#include "ui/library/runlistdisplaymodel.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace otpscope::ui {

namespace {

QLabel *makeHeading(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(strongFont(parent->font()));
    label->setBuddy(buddy);
    return label;
}

} // namespace

LibraryPanel::LibraryPanel(models::FlowListModel &flows, models::RunListModel &runs,
                           QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_flows(new FlowFilterModel(this))
    , m_runs(new RunListDisplayModel(this))
    , m_flowList(addList(tr("Flows"), m_flows, &flows))
    , m_runList(addList(tr("History"), m_runs, &runs))
    , m_noFlows(makeNote(tr("No flow has this in its name or text.")))
    , m_noRuns(makeNote({}))
    , m_compare(new QPushButton(tr("Compare the two chosen runs"), this))
{
    setProperty("look", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_search->setPlaceholderText(tr("Search flows and runs"));
    m_search->setAccessibleName(tr("Search flows and runs"));
    m_search->setClearButtonEnabled(true);
    m_search->setToolTip(tr("Finds flows by name and by what stands in them, and runs by name and "
                            "outcome"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::tiny, spacing::medium, spacing::medium);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_search);
    layout->addWidget(makeHeading(tr("Flows"), m_flowList, this));
    layout->addWidget(m_noFlows);
    layout->addWidget(m_flowList, 2);
    makeUndo();
    layout->addWidget(m_undo);
    layout->addWidget(makeHeading(tr("History"), m_runList, this));
    layout->addWidget(m_noRuns);
    layout->addWidget(m_runList, 3);
    layout->addWidget(m_compare);
    m_compare->setAccessibleName(m_compare->text());
    // Two runs are chosen with Ctrl or Shift; one alone opens.
    m_runList->setSelectionMode(QAbstractItemView::ExtendedSelection);

    makeFlowActions();
    const auto openFlow = [this](const QModelIndex &index) {
        Q_EMIT flowChosen(index.data(models::FlowListKeyRole).toString());
    };
    const auto openRun = [this](const QModelIndex &index) {
        if (m_runList->selectionModel()->selectedIndexes().size() > 1)
            return;
        Q_EMIT runChosen(models::RunId(index.data(models::RunListIdRole).toString()));
    };
    // One click or Return opens: there is nothing else to do with an entry.
    connect(m_flowList, &QListView::clicked, this, openFlow);
    connect(m_flowList, &QListView::activated, this, openFlow);
    connect(m_runList, &QListView::clicked, this, openRun);
    connect(m_runList, &QListView::activated, this, openRun);
    connect(m_search, &QLineEdit::textChanged, this, &LibraryPanel::filter);
    connect(&runs, &QAbstractItemModel::rowsInserted, this, &LibraryPanel::showEmptiness);
    connect(&runs, &QAbstractItemModel::modelReset, this, &LibraryPanel::showEmptiness);
    connect(m_flows, &QAbstractItemModel::modelReset, this, &LibraryPanel::showEmptiness);
    connect(m_runList->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LibraryPanel::refreshComparison);
    connect(m_compare, &QPushButton::clicked, this, &LibraryPanel::compareChosen);
    refreshComparison();
    showEmptiness();
}

std::vector<models::RunId> LibraryPanel::chosenRuns() const
{
    QModelIndexList rows = m_runList->selectionModel()->selectedIndexes();
    // The newest stands on top.
    std::sort(rows.begin(), rows.end(),
              [](const QModelIndex &a, const QModelIndex &b) { return a.row() > b.row(); });
    std::vector<models::RunId> runs;
    for (const QModelIndex &row : rows)
        runs.emplace_back(row.data(models::RunListIdRole).toString());
    return runs;
}

void LibraryPanel::refreshComparison()
{
    m_compare->setVisible(chosenRuns().size() == 2);
}

void LibraryPanel::compareChosen()
{
    const std::vector<models::RunId> runs = chosenRuns();
    if (runs.size() == 2)
        Q_EMIT comparisonWanted(runs.front(), runs.back());
}

void LibraryPanel::selectFlow(const QString &key)
{
    const QModelIndexList found =
        m_flows->match(m_flows->index(0, 0), models::FlowListKeyRole, key, 1, Qt::MatchExactly);
    m_flowList->setCurrentIndex(found.isEmpty() ? QModelIndex() : found.first());
}

void LibraryPanel::makeFlowActions()
{
    m_flowList->setUniformItemSizes(false);
    m_flowList->setItemDelegate(new GroupDelegate(m_flowList));
    m_flowList->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_rename = new QAction(tr("&Rename"), this);
    // The list itself answers to F2.
    m_delete = new QAction(tr("&Delete"), this);
    m_delete->setShortcut(QKeySequence::Delete);
    m_delete->setShortcutContext(Qt::WidgetShortcut);
    m_flowList->addActions({m_rename, m_delete});
    m_flowList->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_rename, &QAction::triggered, this,
            [this] { m_flowList->edit(m_flowList->currentIndex()); });
    connect(m_delete, &QAction::triggered, this, [this] {
        Q_EMIT deleteWanted(m_flowList->currentIndex().data(models::FlowListKeyRole).toString());
    });
    connect(m_flowList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &LibraryPanel::refreshFlowActions);
    connect(m_flows, &QAbstractItemModel::modelReset, this, &LibraryPanel::refreshFlowActions);
    refreshFlowActions();
}

void LibraryPanel::refreshFlowActions()
{
    const bool isOwn = m_flowList->currentIndex().flags().testFlag(Qt::ItemIsEditable);
    m_rename->setEnabled(isOwn);
    m_delete->setEnabled(isOwn);
}

void LibraryPanel::makeUndo()
{
    m_undo = new QFrame(this);
    m_undo->setObjectName(QStringLiteral("libraryUndo"));
    m_undoText = new QLabel(m_undo);
    m_undoText->setTextFormat(Qt::PlainText);
    m_undoText->setWordWrap(true);
    auto *undo = new QPushButton(tr("&Undo"), m_undo);
    undo->setAccessibleName(tr("Bring the deleted flow back"));
    auto *layout = new QHBoxLayout(m_undo);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_undoText, 1);
    layout->addWidget(undo);
    connect(undo, &QPushButton::clicked, this, &LibraryPanel::undoWanted);
    m_undo->hide();
}

void LibraryPanel::offerUndo(const QString &title)
{
    //: %1 is the title of a flow
    m_undoText->setText(tr("“%1” was deleted.").arg(title));
    m_undo->setVisible(!title.isEmpty());
}

QListView *LibraryPanel::addList(const QString &name, QSortFilterProxyModel *proxy,
                                 QAbstractItemModel *source)
{
    proxy->setSourceModel(source);
    auto *list = new QListView(this);
    list->setModel(proxy);
    list->setAccessibleName(name);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setTextElideMode(Qt::ElideRight);
    list->setUniformItemSizes(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return list;
}

void LibraryPanel::filter(const QString &text)
{
    m_flows->setSearch(text);
    m_runs->setFilterFixedString(text);
    showEmptiness();
}

void LibraryPanel::showEmptiness()
{
    m_noFlows->setVisible(m_flows->rowCount() == 0 && m_flows->sourceModel()->rowCount() > 0);
    m_noRuns->setVisible(m_runs->rowCount() == 0);
    m_noRuns->setText(m_runs->sourceModel()->rowCount() == 0
                          ? tr("Runs appear here once sent.")
                          : tr("No run has this in its name or outcome."));
}

QLabel *LibraryPanel::makeNote(const QString &text)
{
    auto *note = new QLabel(text, this);
    note->setProperty("look", QStringLiteral("muted"));
    note->setWordWrap(true);
    note->setTextFormat(Qt::PlainText);
    return note;
}

} // namespace otpscope::ui
