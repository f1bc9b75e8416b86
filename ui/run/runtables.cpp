// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/runtables.h"

#include "models/items/findingmodel.h"
#include "models/items/findingmodelroles.h"
#include "models/items/observationmodel.h"
#include "models/items/transitionmodel.h"
#include "models/items/transitionmodelroles.h"
#include "ui/run/displaymodels.h"
#include "ui/run/hinttable.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>

namespace otpscope::ui {

namespace {

constexpr int narrowCharacters = 15;
constexpr int columnCharacters = 17;
constexpr int relationCharacters = 24;

} // namespace

RunTables::RunTables(const models::RunModel &run, QWidget *parent)
    : QTabWidget(parent)
    , m_run(run)
    , m_observations(new ObservationDisplayModel(this))
    , m_transitions(new TransitionDisplayModel(this))
{
    setDocumentMode(true);
    setAccessibleName(tr("Tables of the run"));
    tabBar()->setAccessibleName(tr("Tables of the run"));
    auto *findings = new FindingDisplayModel(this);
    m_observations->setSourceModel(run.observationModel());
    m_transitions->setSourceModel(run.transitionModel());
    findings->setSourceModel(run.findingModel());
    m_events = addTable(m_observations, tr("Events"),
                        tr("The answer to the send, webhooks and polls are listed here as they "
                           "come, each with what it says."));
    m_changes = addTable(m_transitions, tr("Transitions"),
                         tr("Every change of a status is listed here, with who told it first."));
    m_findings = addTable(findings, tr("Findings"),
                          tr("What the run shows about the service is listed here, each with the "
                             "document it stands on."));
    m_events->horizontalHeader()->setSectionResizeMode(ObservationDisplayModel::SaysColumn,
                                                       QHeaderView::Stretch);
    const int character = m_events->fontMetrics().averageCharWidth();
    m_events->setColumnWidth(ObservationDisplayModel::TimeColumn, character * narrowCharacters);
    m_events->setColumnWidth(ObservationDisplayModel::RelatesColumn,
                             character * relationCharacters);
    m_events->setColumnWidth(ObservationDisplayModel::SizeColumn, character * narrowCharacters);
    m_findings->horizontalHeader()->setSectionResizeMode(models::FindingSentenceColumn,
                                                         QHeaderView::Stretch);
    m_findings->hideColumn(models::FindingPointerColumn);
    m_findings->setColumnWidth(models::FindingSourceColumn, character * relationCharacters);
    m_changes->horizontalHeader()->setStretchLastSection(true);
    connectChoices(m_events, models::ObservationIdRole);
    connectChoices(m_changes, models::TransitionObservationRole);
    connect(m_findings->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RunTables::showEvidence);
    connect(&run, &models::RunModel::wasReset, this, [this] {
        m_clocks.clear();
        refresh();
    });
    connect(&run, &models::RunModel::updated, this, [this](const models::RunUpdate &update) {
        for (const models::ObservationSummary &observation : update.observations)
            m_clocks.add(observation.serviceAt, observation.arrivedAt);
        refreshTimes();
        m_pace.ask();
    });
    connect(&m_pace, &Pace::due, this, &RunTables::refreshTitles);
    refresh();
}

void RunTables::setTimeClock(TimeClock clock)
{
    m_timeClock = clock;
    refreshTimes();
}

void RunTables::selectObservation(models::ObservationId id)
{
    const QModelIndex index = m_observations->mapFromSource(m_run.observationModel()->indexOf(id));
    if (!index.isValid())
        return;
    // The choice came from elsewhere: telling it back would fetch the same observation twice.
    const QScopedValueRollback guard(m_isSelecting, true);
    m_events->setCurrentIndex(index);
    m_events->scrollTo(index);
}

void RunTables::showFindings()
{
    setCurrentWidget(m_findings);
    m_findings->setFocus();
}

QTableView *RunTables::addTable(QAbstractItemModel *model, const QString &name, const QString &hint)
{
    auto *table = new HintTable(hint, this);
    table->setModel(model);
    table->setAccessibleName(name);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setCornerButtonEnabled(false);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setAccessibleName(tr("Columns of %1").arg(name));
    table->verticalHeader()->hide();
    table->verticalHeader()->setAccessibleName(tr("Rows of %1").arg(name));
    // One height for all rows: the view never asks each of 100,000 for its own.
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + spacing::small);
    // Narrow enough that a small window need not scroll sideways.
    const int widest = table->fontMetrics().averageCharWidth() * columnCharacters;
    for (int column = 0; column < model->columnCount(); ++column)
        table->setColumnWidth(column, widest);
    table->setMinimumHeight(table->horizontalHeader()->sizeHint().height() +
                            table->verticalHeader()->defaultSectionSize());
    addTab(table, name);
    return table;
}

void RunTables::connectChoices(QTableView *table, int idRole)
{
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, idRole](const QModelIndex &current) {
                const models::ObservationId id{current.data(idRole).toLongLong()};
                if (id.isStored() && !m_isSelecting)
                    Q_EMIT observationChosen(id);
            });
}

/// The last observation is the one that settled it.
void RunTables::showEvidence(const QModelIndex &finding)
{
    const QVariantList evidence = finding.data(models::FindingEvidenceRole).toList();
    if (evidence.isEmpty())
        return;
    const models::ObservationId id{evidence.last().toLongLong()};
    selectObservation(id);
    Q_EMIT observationChosen(id);
}

void RunTables::refresh()
{
    refreshTimes();
    refreshTitles();
}

void RunTables::refreshTimes()
{
    const TableTimes times{m_timeClock, m_run.state().sentAt, &m_clocks};
    m_observations->setTimes(times);
    m_transitions->setTimes(times);
}

void RunTables::refreshTitles()
{
    const auto title = [](const QString &name, const QAbstractItemModel *model) {
        return QStringLiteral("%1  %2").arg(name).arg(model->rowCount());
    };
    // A tab bar lays itself out again for every text it is given, be it the same one.
    const auto rename = [this](int tab, const QString &text) {
        if (tabText(tab) != text)
            setTabText(tab, text);
    };
    rename(0, title(tr("Events"), m_events->model()));
    rename(1, title(tr("Transitions"), m_changes->model()));
    rename(2, title(tr("Findings"), m_findings->model()));
}

} // namespace otpscope::ui
