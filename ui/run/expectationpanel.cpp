// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/expectationpanel.h"

#include "models/items/findingmodel.h"
#include "models/text/sentences.h"
#include "ui/run/demanddialog.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace otpscope::ui {

namespace {

using Verdict = models::CheckedExpectation::Verdict;

/// The run as the window holds it. What was learned is in the order of learning; a demand is about
/// the order of happening.
models::RunOutcome outcomeOnShow(const models::RunModel &run)
{
    models::RunOutcome outcome{run.state(), run.transitions(), run.failovers(),
                               run.findingModel()->findings()};
    std::stable_sort(outcome.transitions.begin(), outcome.transitions.end(),
                     [](const auto &a, const auto &b) { return a.at < b.at; });
    return outcome;
}

bool hasRun(const models::RunModel &run)
{
    const models::ObservationCounts &counts = run.state().counts;
    return counts.send + counts.poll + counts.webhook > 0;
}

Tone toneOfVerdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Met:
        return Tone::Success;
    case Verdict::Failed:
        return Tone::Error;
    case Verdict::Unknown:
        return Tone::Muted;
    }
    Q_UNREACHABLE();
}

} // namespace

ExpectationPanel::ExpectationPanel(const models::RunModel &run, QWidget *parent)
    : QWidget(parent)
    , m_run(run)
    , m_summary(new QLabel(this))
    , m_list(new QListWidget(this))
    , m_fill(addButton(tr("Make this run the &expectation"), &ExpectationPanel::takeFromRun))
    , m_open(addButton(tr("Open…"), &ExpectationPanel::openRequested))
    , m_save(addButton(tr("Save…"), &ExpectationPanel::saveRequested))
    , m_edit(addButton(tr("Change…"), &ExpectationPanel::editChosen))
    , m_remove(addButton(tr("Remove"), &ExpectationPanel::removeChosen))
{
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setAccessibleDescription(tr("How the run compares with what is expected of it"));
    m_list->setAccessibleName(tr("Expectations"));
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->setToolTip(tr("Changes the chosen demand"));
    m_remove->setToolTip(tr("Takes the chosen demand off the list"));

    auto *buttons = new QGridLayout;
    buttons->setSpacing(spacing::small);
    buttons->addWidget(m_edit, 0, 0);
    buttons->addWidget(m_remove, 0, 1);
    buttons->addWidget(m_open, 1, 0);
    buttons->addWidget(m_save, 1, 1);
    buttons->addWidget(m_fill, 2, 0, 1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::small, spacing::medium, spacing::medium);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);

    auto *removal = new QShortcut(QKeySequence::Delete, m_list);
    removal->setContext(Qt::WidgetShortcut);
    connect(removal, &QShortcut::activated, this, &ExpectationPanel::removeChosen);
    connect(m_list, &QListWidget::currentRowChanged, this, &ExpectationPanel::enableButtons);
    connect(m_list, &QListWidget::itemActivated, this, &ExpectationPanel::editChosen);
    connect(&run, &models::RunModel::wasReset, this, &ExpectationPanel::refresh);
    connect(&run, &models::RunModel::updated, this, &ExpectationPanel::refresh);
    refresh();
}

QPushButton *ExpectationPanel::addButton(const QString &text, void (ExpectationPanel::*act)())
{
    auto *button = new QPushButton(text, this);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void ExpectationPanel::setExpectations(const models::Expectations &expectations,
                                       const QString &name)
{
    m_expectations = expectations;
    m_name = name;
    m_problem.clear();
    refresh();
}

void ExpectationPanel::showProblem(const QString &sentence)
{
    m_problem = sentence;
    refresh();
}

void ExpectationPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The verdicts' colours go with the theme.
    if (event->type() == QEvent::PaletteChange && m_remove)
        refresh();
}

void ExpectationPanel::takeFromRun()
{
    setExpectations(models::expectationsFrom(outcomeOnShow(m_run)), {});
}

void ExpectationPanel::editChosen()
{
    const auto row = static_cast<size_t>(m_list->currentRow());
    const std::optional<models::Demand> demand = models::demandAt(m_expectations, row);
    if (!demand)
        return;
    auto *dialog = new DemandDialog(*demand, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, row] {
        setExpectations(models::replaced(m_expectations, row, dialog->demand()), m_name);
    });
    dialog->open();
}

void ExpectationPanel::enableButtons()
{
    m_edit->setEnabled(m_list->currentRow() >= 0);
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

void ExpectationPanel::removeChosen()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    setExpectations(models::without(m_expectations, static_cast<size_t>(row)), m_name);
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
}

void ExpectationPanel::refresh()
{
    // Holding a long run against nothing would still cost its length, at every update.
    const std::vector<models::CheckedExpectation> checked =
        m_expectations.isEmpty() ? std::vector<models::CheckedExpectation>()
                                 : models::checkExpectations(m_expectations, outcomeOnShow(m_run));
    showVerdicts(checked);
    const auto failed = static_cast<int>(
        std::ranges::count(checked, Verdict::Failed, &models::CheckedExpectation::verdict));
    if (std::exchange(m_failed, failed) != failed)
        Q_EMIT failedChanged(failed);
    m_fill->setEnabled(m_run.state().isConcluded());
    m_fill->setToolTip(m_fill->isEnabled() ? QString()
                                           : tr("Only a run that is over can be an expectation."));
    m_save->setEnabled(!m_expectations.isEmpty());
    enableButtons();
    if (!m_problem.isEmpty()) {
        m_summary->setText(m_problem);
        return;
    }
    if (m_expectations.isEmpty()) {
        m_summary->setText(tr("Nothing is expected yet. Make a run the expectation, or open a "
                              "file; the command line takes it with --expect."));
        return;
    }
    const auto met = static_cast<int>(checked.size() - models::unmet(checked).size());
    const QString verdict = hasRun(m_run) ? tr("%1 of %2 met.").arg(met).arg(checked.size())
                                          : tr("No run yet to hold against it.");
    m_summary->setText(m_name.isEmpty() ? verdict : m_name + QLatin1String(": ") + verdict);
}

void ExpectationPanel::showVerdicts(const std::vector<models::CheckedExpectation> &checked)
{
    const int rows = static_cast<int>(checked.size());
    while (m_list->count() > rows)
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < rows)
        m_list->addItem(new QListWidgetItem);
    for (int row = 0; row < rows; ++row) {
        const models::CheckedExpectation &expectation = checked[static_cast<size_t>(row)];
        const QString word = expectation.verdict == Verdict::Met      ? tr("Met")
                             : expectation.verdict == Verdict::Failed ? tr("Failed")
                                                                      : tr("Not known");
        QListWidgetItem *item = m_list->item(row);
        //: %1 is a verdict, %2 a sentence
        item->setText(tr("%1. %2").arg(word, models::sentenceFor(expectation.finding)));
        item->setForeground(coloursFor(palette()).tone(toneOfVerdict(expectation.verdict)));
    }
}

} // namespace otpscope::ui
