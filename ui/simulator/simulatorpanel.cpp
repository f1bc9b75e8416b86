// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/simulatorpanel.h"

#include "ui/simulator/simulatedflowmodel.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace otpscope::ui {

namespace {

QStringList textsOf(const QComboBox *combo)
{
    QStringList texts;
    for (int i = 0; i < combo->count(); ++i)
        texts.append(combo->itemText(i));
    return texts;
}

/// Fills a combo and keeps what was chosen where it is still there. News come ten times a second:
/// a list that somebody is looking through stays as it is.
void refill(QComboBox *combo, const QStringList &texts)
{
    if (textsOf(combo) == texts)
        return;
    const QString chosen = combo->currentText();
    combo->clear();
    combo->addItems(texts);
    combo->setCurrentIndex(std::max(0, combo->findText(chosen)));
}

} // namespace

SimulatorPanel::SimulatorPanel(const models::Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_model(new SimulatedFlowModel(this))
    , m_table(new QTableView(this))
    , m_hint(new QLabel(tr("Flows sent to the simulator appear here."), this))
    , m_step(makeCombo(tr("Step")))
    , m_status(makeCombo(tr("Status to report")))
    , m_detail(makeCombo(tr("Detailed status")))
    , m_note(new QLabel(this))
    , m_report(new QPushButton(tr("Report it now"), this))
{
    setProperty("look", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    m_hint->setProperty("look", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("nothingToReport"));
    m_note->setProperty("look", QStringLiteral("muted"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_report->setAccessibleName(m_report->text());
    m_report->setToolTip(tr("Lets this step report the status now, whatever the scenario says"));
    makeTable();

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("Step"), m_step);
    form->addRow(tr("Status"), m_status);
    form->addRow(tr("Detail"), m_detail);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::small, spacing::medium, spacing::medium);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_hint);
    layout->addWidget(m_table, 1);
    layout->addLayout(form);
    layout->addWidget(m_note);
    layout->addWidget(m_report);

    connect(m_step, &QComboBox::currentIndexChanged, this, &SimulatorPanel::refreshStatuses);
    connect(m_report, &QPushButton::clicked, this, &SimulatorPanel::report);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SimulatorPanel::refreshSteps);
    refreshSteps();
}

void SimulatorPanel::setFlows(const std::vector<SimulatedFlow> &flows)
{
    const QString newest = flows.empty() ? QString() : flows.front().flowId;
    const bool isNew = newest != m_newest;
    m_newest = newest;
    m_model->setFlows(flows);
    m_hint->setVisible(flows.empty());
    // Who still has something to report to a flow keeps it.
    const bool isDone = !m_table->currentIndex().isValid() || m_status->count() == 0;
    if (isNew && isDone && !flows.empty())
        m_table->selectRow(0);
    refreshSteps();
}

QComboBox *SimulatorPanel::makeCombo(const QString &name)
{
    auto *combo = new QComboBox(this);
    combo->setAccessibleName(name);
    return combo;
}

void SimulatorPanel::makeTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Flows in the simulator"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(SimulatedFlowModel::StepsColumn,
                                                      QHeaderView::Stretch);
}

const SimulatedFlow *SimulatorPanel::currentFlow() const
{
    return m_model->flowAt(m_table->currentIndex());
}

void SimulatorPanel::refreshSteps()
{
    QStringList steps;
    if (const SimulatedFlow *flow = currentFlow()) {
        for (const SimulatedStep &step : flow->steps) {
            steps.append(step.channel == models::Channel::Viber
                             ? tr("%1 · Viber").arg(steps.size() + 1)
                             : tr("%1 · SMS").arg(steps.size() + 1));
        }
    }
    const bool hasNewStep = steps.size() > m_step->count();
    refill(m_step, steps);
    // What was sent last is what one wants to do something to.
    if (hasNewStep)
        m_step->setCurrentIndex(static_cast<int>(steps.size()) - 1);
    refreshStatuses();
}

void SimulatorPanel::refreshStatuses()
{
    QStringList statuses;
    QStringList details{QString()};
    QString last;
    const SimulatedFlow *flow = currentFlow();
    const int number = m_step->currentIndex();
    if (flow && number >= 0 && number < static_cast<int>(flow->steps.size())) {
        const SimulatedStep &step = flow->steps.at(static_cast<size_t>(number));
        last = step.status;
        const models::ChannelRules *rules = m_catalogue.channel(step.channel);
        const models::StatusRule *now = m_catalogue.status(step.channel, step.status);
        for (size_t i = 0; rules && now && !now->isFinal && i < rules->statuses.size(); ++i) {
            if (rules->statuses.at(i).rank > now->rank)
                statuses.append(rules->statuses.at(i).name);
        }
        if (rules)
            details += rules->detailedStatuses;
    }
    refill(m_status, statuses);
    refill(m_detail, details);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_status, m_detail, m_report})
        widget->setEnabled(!statuses.isEmpty());
    m_step->setEnabled(flow != nullptr);
    m_note->setVisible(statuses.isEmpty() && !last.isEmpty());
    //: %1 is a status in the service's spelling
    m_note->setText(tr("No status can follow %1.").arg(last));
}

void SimulatorPanel::report()
{
    const SimulatedFlow *flow = currentFlow();
    if (flow && !m_status->currentText().isEmpty()) {
        Q_EMIT reportWanted(flow->flowId, m_step->currentIndex(), m_status->currentText(),
                            m_detail->currentText());
    }
}

} // namespace otpscope::ui
