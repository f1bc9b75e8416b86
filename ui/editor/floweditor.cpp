// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/floweditor.h"

#include "models/text/sentences.h"
#include "ui/editor/editorstyle.h"
#include "ui/editor/elidedlabel.h"
#include "ui/editor/findinglabels.h"
#include "ui/editor/flowactions.h"
#include "ui/editor/flowform.h"
#include "ui/editor/flowhistory.h"
#include "ui/editor/flowreviewer.h"
#include "ui/editor/jsonpage.h"
#include "ui/editor/problemlist.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace otpscope::ui {

using models::Finding;

namespace {

constexpr int formPage = 0;
constexpr int jsonPage = 1;

std::vector<int> stepIds(const FlowDraft &draft)
{
    std::vector<int> ids;
    ids.reserve(size_t(draft.stepCount()));
    for (int i = 0; i < draft.stepCount(); ++i)
        ids.push_back(draft.stepId(i));
    return ids;
}

} // namespace

FlowEditor::FlowEditor(const models::Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_history(new FlowHistory(catalogue, this))
    , m_reviewer(new FlowReviewer(catalogue, this))
    , m_title(new ElidedLabel(this))
    , m_summary(new QToolButton(this))
    , m_listToggle(new QToolButton(this))
    , m_tabs(new QTabBar(this))
    , m_asIs(new QCheckBox(this))
    , m_problemPanel(new QWidget(this))
    , m_problems(new ProblemList(m_problemPanel))
    , m_repair(new QPushButton(m_problemPanel))
    , m_banner(new QFrame(this))
    , m_bannerText(new QLabel(m_banner))
    , m_pages(new QStackedWidget(this))
    , m_form(new FlowForm(*m_history, m_pages))
    , m_json(new JsonPage(*m_history, m_pages))
    , m_flowActions(new FlowActions(*m_history, *m_form, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::small, spacing::small, 0);
    layout->setSpacing(spacing::small);
    layout->addWidget(makeHeader());
    layout->addWidget(makeProblems());
    layout->addWidget(makeBanner());
    layout->addWidget(m_pages, 1);
    m_form->setTabAnchor(m_tabs);
    addPage(m_form, tr("Form"));
    addPage(m_json, tr("JSON"));
    makeEditActions();

    connect(m_tabs, &QTabBar::currentChanged, this, &FlowEditor::showPage);
    connect(m_form, &FlowForm::templateWanted, this, &FlowEditor::templateWanted);
    connect(m_problems, &ProblemList::problemChosen, this, &FlowEditor::showProblem);
    connect(m_history, &FlowHistory::changed, this, &FlowEditor::refresh);
    connect(m_reviewer, &FlowReviewer::reviewed, this, [this](const FlowReview &review) {
        takeReview(review);
        Q_EMIT findingsChanged();
    });
    connect(m_history, &FlowHistory::busyChanged, this, [this] {
        updateSummary();
        Q_EMIT findingsChanged();
    });
    connect(m_json, &JsonPage::edited, this, &FlowEditor::textEdited);
    connect(m_flowActions, &FlowActions::problemWanted, this, &FlowEditor::showFirstProblem);
    connect(m_flowActions, &FlowActions::layoutWanted, this, &FlowEditor::layOutText);
    connect(m_json, &JsonPage::problemChanged, this, &FlowEditor::showBrokenText);
    refresh();
}

QWidget *FlowEditor::makeHeader()
{
    m_title->setFont(titleFont(font()));
    m_title->setObjectName(QStringLiteral("flowTitle"));
    m_summary->setObjectName(QStringLiteral("problemSummary"));
    m_summary->setProperty("look", QStringLiteral("quiet"));
    connect(m_summary, &QToolButton::clicked, this, &FlowEditor::showFirstProblem);
    m_listToggle->setObjectName(QStringLiteral("problemListToggle"));
    m_listToggle->setText(tr("List"));
    m_listToggle->setAccessibleName(tr("List all problems"));
    m_listToggle->setToolTip(m_listToggle->accessibleName());
    m_listToggle->setProperty("look", QStringLiteral("quiet"));
    m_listToggle->setCheckable(true);
    connect(m_listToggle, &QToolButton::toggled, this, &FlowEditor::updateList);
    m_asIs->setObjectName(QStringLiteral("sendAsIs"));
    m_asIs->setText(tr("Send as it is"));
    m_asIs->setAccessibleName(m_asIs->text());
    m_asIs->setToolTip(wrappedToolTip(tr("Sends this flow although the checks find errors, to see "
                                         "what the service makes of it")));
    connect(m_asIs, &QCheckBox::toggled, this, [this](bool isOn) {
        setLook(*m_asIs, "severity", isOn ? QStringLiteral("warning") : QStringLiteral("none"));
        Q_EMIT sentAsIsChanged();
    });
    m_tabs->setObjectName(QStringLiteral("editorTabs"));
    m_tabs->setAccessibleName(tr("Ways to see the flow"));
    m_tabs->setDrawBase(false);
    // What the editor shows comes and goes; these stay.
    setFocusProxy(m_tabs);
    m_tabs->setExpanding(false);

    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::tiny);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_summary);
    layout->addWidget(m_listToggle);
    layout->addSpacing(spacing::small);
    layout->addWidget(m_asIs);
    layout->addWidget(m_tabs);
    return header;
}

QWidget *FlowEditor::makeProblems()
{
    m_problems->setObjectName(QStringLiteral("problemList"));
    m_repair->setObjectName(QStringLiteral("repairChosen"));
    connect(m_problems, &ProblemList::currentRowChanged, this, &FlowEditor::updateRepair);
    connect(m_repair, &QPushButton::clicked, this, &FlowEditor::repairChosen);
    auto *layout = new QVBoxLayout(m_problemPanel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::tiny);
    layout->addWidget(m_problems);
    layout->addWidget(m_repair, 0, Qt::AlignLeft);
    m_problemPanel->hide();
    updateRepair();
    return m_problemPanel;
}

QWidget *FlowEditor::makeBanner()
{
    m_banner->setProperty("look", QStringLiteral("banner-error"));
    m_banner->setObjectName(QStringLiteral("brokenText"));
    m_bannerText->setWordWrap(true);
    m_bannerText->setTextFormat(Qt::PlainText);
    auto *go = new QPushButton(tr("Go to the mistake"), m_banner);
    auto *drop = new QPushButton(tr("Discard the broken text"), m_banner);
    drop->setToolTip(tr("Puts the flow as the form has it back into the text"));
    connect(go, &QPushButton::clicked, this, &FlowEditor::showMistake);
    connect(drop, &QPushButton::clicked, m_history, &FlowHistory::discardBrokenText);

    auto *layout = new QHBoxLayout(m_banner);
    layout->setContentsMargins(spacing::medium, spacing::small, spacing::medium, spacing::small);
    layout->addWidget(m_bannerText, 1);
    layout->addWidget(go);
    layout->addWidget(drop);
    m_banner->hide();
    return m_banner;
}

// A widget learns its palette for certain only when it is about to be shown.
void FlowEditor::showEvent(QShowEvent *event)
{
    updateStyle();
    QWidget::showEvent(event);
}

void FlowEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateStyle();
}

void FlowEditor::updateStyle()
{
    const QString sheet = editorStyleSheet(coloursFor(palette()));
    if (sheet != styleSheet())
        setStyleSheet(sheet);
}

void FlowEditor::makeEditActions()
{
    QUndoStack *stack = m_history->undoStack();
    QAction *undo = stack->createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction *redo = stack->createRedoAction(this, tr("Redo"));
    redo->setShortcut(QKeySequence::Redo);
    m_editActions = {undo, redo};
    for (QAction *action : std::as_const(m_editActions)) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    m_json->setHistoryActions(m_editActions);
    // Who has just opened the text by its tab means the text.
    auto *find = new QShortcut(QKeySequence::Find, m_tabs);
    find->setContext(Qt::WidgetShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        if (m_tabs->currentIndex() == jsonPage)
            m_json->openSearch();
    });
}

void FlowEditor::setDocument(const models::FlowDocument &document, const QString &title)
{
    m_title->setText(title);
    setSentAsIs(false);
    m_form->beginAnew();
    m_history->load(document);
    m_form->openLoudSteps();
}

const models::FlowDocument &FlowEditor::document() const
{
    return m_history->document();
}

const QList<QAction *> &FlowEditor::flowActions() const
{
    return m_flowActions->all();
}

QString FlowEditor::title() const
{
    return m_title->text();
}

bool FlowEditor::isChecking() const
{
    return m_history->isBusy() || m_reviewer->isBusy();
}

QByteArray FlowEditor::text() const
{
    return m_json->text();
}

void FlowEditor::continueWith(const QByteArray &text)
{
    m_json->putText(text);
}

void FlowEditor::setVariables(const models::VariableValues &values)
{
    m_variables = values;
    check();
    Q_EMIT findingsChanged();
}

bool FlowEditor::isSentAsIs() const
{
    return m_asIs->isChecked();
}

void FlowEditor::setSentAsIs(bool isSentAsIs)
{
    m_asIs->setChecked(isSentAsIs);
}

bool FlowEditor::hasBrokenText() const
{
    return m_json->isBehind();
}

void FlowEditor::addPage(QWidget *page, const QString &name)
{
    m_pages->addWidget(page);
    m_tabs->addTab(name);
}

void FlowEditor::setDefaults(const models::FlowDefaults &defaults)
{
    m_form->setDefaults(defaults);
}

const models::FlowDefaults &FlowEditor::defaults() const
{
    return m_form->defaults();
}

std::optional<int> FlowEditor::viberStep() const
{
    const FlowDraft &draft = m_history->draft();
    const auto isViber = [&](int step) {
        const auto type =
            step < draft.stepCount() ? models::textMember(draft.step(step), "type") : std::nullopt;
        return type && m_history->catalogue().channelByName(*type) == models::Channel::Viber;
    };
    if (isViber(m_form->currentStep()))
        return m_form->currentStep();
    for (int step = 0; step < draft.stepCount(); ++step) {
        if (isViber(step))
            return step;
    }
    return std::nullopt;
}

QString FlowEditor::templatePlace() const
{
    const auto step = viberStep();
    return step && !hasBrokenText() ? tr("step %1").arg(*step + 1) : QString();
}

void FlowEditor::useTemplate(const models::OtpTemplate &chosen)
{
    const auto step = viberStep();
    if (step && !hasBrokenText())
        m_history->useTemplate(*step, chosen);
}

void FlowEditor::showPage(int index)
{
    m_pages->setCurrentIndex(index);
    // The text says itself what is wrong with it.
    m_banner->setVisible(hasBrokenText() && index != jsonPage);
}

void FlowEditor::refresh()
{
    check();
    Q_EMIT documentChanged();
    Q_EMIT findingsChanged();
}

void FlowEditor::check()
{
    if (const auto review = m_reviewer->review(m_history->document(), m_variables)) {
        takeReview(*review);
        return;
    }
    // What was found before still tells most of it, unless its steps are others now.
    if (m_checkedSteps != stepIds(m_history->draft())) {
        m_findings.clear();
        m_shownFindings.clear();
    }
    showFindings();
}

void FlowEditor::takeReview(const FlowReview &review)
{
    m_history->setResolved(review.resolved);
    m_findings = review.findings;
    m_shownFindings = m_findings;
    m_checkedSteps = stepIds(m_history->draft());
    showFindings();
}

void FlowEditor::showFindings()
{
    m_form->showDraft(m_shownFindings);
    updateProblems();
}

void FlowEditor::updateRepair()
{
    const auto row = size_t(m_problems->currentRow());
    const auto repair = m_problems->currentRow() >= 0 && row < m_shownFindings.size()
                            ? m_history->repairFor(m_shownFindings[row])
                            : std::nullopt;
    m_repair->setEnabled(repair.has_value());
    const QString none = m_problems->currentRow() < 0
                             ? tr("Choose a problem to see whether it can be repaired here")
                             : tr("This problem has no button: change it at its field");
    m_repair->setText(repair ? models::sentenceFor(*repair) : none);
    m_repair->setAccessibleName(m_repair->text());
}

void FlowEditor::repairChosen()
{
    const Finding finding = m_shownFindings.at(size_t(m_problems->currentRow()));
    m_history->repair(finding);
}

void FlowEditor::showServiceFindings(const std::vector<Finding> &findings)
{
    m_shownFindings = m_findings;
    m_shownFindings.insert(m_shownFindings.end(), findings.begin(), findings.end());
    showFindings();
}

void FlowEditor::updateProblems()
{
    updateSummary();
    updateList();
}

void FlowEditor::updateSummary()
{
    const bool isBroken = m_history->problem().has_value();
    m_summary->setToolTip(isBroken ? tr("Go to the mistake") : tr("Go to the first problem"));
    if (isBroken) {
        // What the checks found is about the last good text.
        m_summary->setText(tr("Broken text"));
        m_summary->setAccessibleName(m_summary->text());
        m_summary->setEnabled(true);
        setLook(*m_summary, "severity", QStringLiteral("error"));
        return;
    }
    const bool isUnknown = isChecking() && m_shownFindings.empty();
    m_summary->setText(isChecking() ? tr("Checking…") : problemSummary(m_shownFindings));
    m_summary->setAccessibleName(m_summary->text());
    m_summary->setEnabled(!m_shownFindings.empty());
    setLook(*m_summary, "severity",
            isUnknown ? QStringLiteral("info") : worstSeverity(m_shownFindings));
}

// A list that nobody sees is not filled.
void FlowEditor::updateList()
{
    m_listToggle->setVisible(!m_shownFindings.empty());
    const bool isShown = m_listToggle->isChecked() && !m_shownFindings.empty();
    if (isShown) {
        m_problems->setFindings(m_shownFindings);
        updateRepair();
    }
    m_problemPanel->setVisible(isShown);
}

void FlowEditor::showMistake()
{
    m_tabs->setCurrentIndex(jsonPage);
    m_json->goToProblem();
}

void FlowEditor::layOutText()
{
    if (m_history->problem()) {
        showMistake();
        return;
    }
    m_tabs->setCurrentIndex(jsonPage);
    m_json->layOut();
}

void FlowEditor::showFirstProblem()
{
    if (m_history->problem()) {
        showMistake();
        return;
    }
    const auto worst = std::ranges::min_element(m_shownFindings, {}, &Finding::severity);
    if (worst != m_shownFindings.end())
        showProblem(int(worst - m_shownFindings.begin()));
}

void FlowEditor::showProblem(int index)
{
    m_tabs->setCurrentIndex(formPage);
    m_form->reveal(placeOf(m_shownFindings.at(size_t(index)).pointer));
}

void FlowEditor::showBrokenText()
{
    const bool isBroken = hasBrokenText();
    //: %1 is a sentence that says what is wrong with the text
    m_bannerText->setText(
        tr("The JSON text is not a flow right now. %1 The form keeps the last good "
           "state.")
            .arg(m_json->problemText()));
    m_form->setEnabled(!isBroken);
    showPage(m_tabs->currentIndex());
    updateSummary();
    Q_EMIT findingsChanged();
}

} // namespace otpscope::ui
