// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypanel.h"

#include "models/items/flowlistmodel.h"
#include "models/items/runlistmodel.h"
#include "ui/library/runlistdisplaymodel.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

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
    , m_flows(new QSortFilterProxyModel(this))
    , m_runs(new RunListDisplayModel(this))
    , m_flowList(addList(tr("Flows"), m_flows, &flows))
    , m_runList(addList(tr("History"), m_runs, &runs))
    , m_noRuns(new QLabel(tr("Runs appear here once sent."), this))
{
    setProperty("look", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_flows->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setPlaceholderText(tr("Search flows and runs"));
    m_search->setAccessibleName(tr("Search flows and runs"));
    m_search->setClearButtonEnabled(true);
    m_noRuns->setProperty("look", QStringLiteral("muted"));
    m_noRuns->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::tiny, spacing::medium, spacing::medium);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_search);
    layout->addWidget(makeHeading(tr("Flows"), m_flowList, this));
    layout->addWidget(m_flowList, 2);
    layout->addWidget(makeHeading(tr("History"), m_runList, this));
    layout->addWidget(m_noRuns);
    layout->addWidget(m_runList, 3);

    const auto openFlow = [this](const QModelIndex &index) {
        Q_EMIT flowChosen(index.data(models::FlowListKeyRole).toString());
    };
    const auto openRun = [this](const QModelIndex &index) {
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
    showEmptiness();
}

void LibraryPanel::selectFlow(const QString &key)
{
    const QModelIndexList found =
        m_flows->match(m_flows->index(0, 0), models::FlowListKeyRole, key, 1, Qt::MatchExactly);
    m_flowList->setCurrentIndex(found.isEmpty() ? QModelIndex() : found.first());
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
    m_flows->setFilterFixedString(text);
    m_runs->setFilterFixedString(text);
}

void LibraryPanel::showEmptiness()
{
    m_noRuns->setVisible(m_runs->sourceModel()->rowCount() == 0);
}

} // namespace otpscope::ui
