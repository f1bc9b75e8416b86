// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/flowform.h"

#include "ui/editor/fieldvalue.h"
#include "ui/editor/fieldwidget.h"
#include "ui/editor/findinglabels.h"
#include "ui/editor/stepcard.h"
#include "ui/editor/stepfields.h"
#include "ui/editor/steppager.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace otpscope::ui {

using models::Finding;
using models::Json;

namespace {

// More cards than this take longer to make than a person likes to wait.
constexpr int stepsOfPage = 100;
// Of those with errors; the list of problems leads to the others.
constexpr int openAtMost = 8;

QString callbackField()
{
    return QStringLiteral("callback.url");
}

const models::FieldRule &callbackRule(const models::Catalogue &catalogue)
{
    const models::FieldRule *rule = catalogue.documentField(callbackField());
    Q_ASSERT(rule);
    return *rule;
}

models::Channel channelOf(const models::Catalogue &catalogue, const Json &step)
{
    const Json *type = fieldIn(step, QStringLiteral("type"));
    return type && type->is_string() ? catalogue.channelByName(fieldText(*type))
                                     : models::Channel::Unknown;
}

/// With its label above and its problems below.
QWidget *wholeField(QWidget *control)
{
    for (QWidget *widget = control; widget; widget = widget->parentWidget()) {
        if (qobject_cast<FieldWidget *>(widget))
            return widget;
    }
    return control;
}

bool hasError(const std::vector<Finding> &findings)
{
    return std::ranges::any_of(findings, [](const Finding &finding) {
        return finding.severity == models::Severity::Error;
    });
}

/// For each step from `first` to, not including, `last`.
std::vector<std::vector<Finding>> findingsByStep(const std::vector<Finding> &findings, int first,
                                                 int last)
{
    std::vector<std::vector<Finding>> byStep(size_t(last - first));
    for (const Finding &finding : findings) {
        const auto step = stepOf(finding.pointer);
        if (step && *step >= first && *step < last)
            byStep[size_t(*step - first)].push_back(finding);
    }
    return byStep;
}

} // namespace

FlowForm::FlowForm(FlowHistory &history, QWidget *parent)
    : QScrollArea(parent)
    , m_history(history)
    , m_problems(new FindingLabels(history, this))
    , m_pageAbove(makePager(QStringLiteral("pageAbove")))
    , m_pageBelow(makePager(QStringLiteral("pageBelow")))
    , m_cardLayout(new QVBoxLayout)
    , m_add(new QToolButton(this))
    , m_callback(new FieldWidget(callbackRule(history.catalogue()), history, this))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The cards take the focus, not the area around them.
    setFocusPolicy(Qt::NoFocus);

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, spacing::tiny, spacing::medium);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_problems);
    layout->addWidget(m_pageAbove);
    m_cardLayout->setSpacing(spacing::small);
    layout->addLayout(m_cardLayout);
    layout->addWidget(m_pageBelow);
    layout->addWidget(makeFoot());
    layout->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    // A menu takes the focus while it is open: what had it before counts.
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *focused) { noteFocus(focused); });
}

StepPager *FlowForm::makePager(const QString &name)
{
    auto *pager = new StepPager(name, this);
    connect(pager, &StepPager::earlierWanted, this, [this] { showPage(m_first - stepsOfPage); });
    connect(pager, &StepPager::laterWanted, this, [this] { showPage(m_first + stepsOfPage); });
    return pager;
}

QWidget *FlowForm::makeFoot()
{
    m_add->setText(tr("+ Add a step"));
    m_add->setObjectName(QStringLiteral("addStep"));
    m_add->setAccessibleName(tr("Add a step"));
    m_add->setProperty("look", QStringLiteral("quiet"));
    m_add->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_add);
    for (const models::ChannelRules &rules : m_history.catalogue().channels())
        menu->addAction(rules.stepType, this,
                        [this, channel = rules.channel] { addStep(channel); });
    m_add->setMenu(menu);

    auto *url = qobject_cast<QLineEdit *>(m_callback->control());
    Q_ASSERT(url);
    url->setPlaceholderText(tr("this console's receiver"));
    m_callback->setNames(callbackField());
    connect(m_callback, &FieldWidget::edited, this, [this] {
        const auto value = m_callback->value();
        m_history.setCallbackUrl(value ? fieldText(*value) : QString());
    });
    auto *hint = new QLabel(tr("The built-in simulator always reports to this console's own "
                               "receiver, whatever address stands here."),
                            this);
    hint->setProperty("look", QStringLiteral("muted"));
    hint->setFont(smallFont(font()));
    hint->setWordWrap(true);

    auto *foot = new QWidget(this);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(spacing::tiny, 0, spacing::tiny, 0);
    layout->setSpacing(spacing::tiny);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    layout->addSpacing(spacing::tiny);
    layout->addWidget(m_callback);
    layout->addWidget(hint);
    return foot;
}

void FlowForm::showDraft(const std::vector<Finding> &findings)
{
    m_findings = findings;
    const int count = m_history.draft().stepCount();
    if (m_first >= count)
        m_first = std::max(0, (count - 1) / stepsOfPage * stepsOfPage);
    const bool isOtherOrder = showCards();
    showCommon();
    if (isOtherOrder)
        updateTabOrder();
    Q_EMIT currentStepChanged();
    if (m_stepsBeforeNew && count > *m_stepsBeforeNew) {
        m_stepsBeforeNew.reset();
        reveal({.step = count - 1, .field = {}});
    }
}

/// True where they stand in another order than before.
bool FlowForm::showCards()
{
    const int count = m_history.draft().stepCount();
    const int last = std::min(m_first + stepsOfPage, count);
    std::vector<StepCard *> cards;
    for (int i = m_first; i < last; ++i)
        cards.push_back(cardFor(i));
    const std::vector<StepCard *> before = std::exchange(m_cards, cards);
    std::vector<StepCard *> gone;
    std::ranges::copy_if(before, std::back_inserter(gone), [&cards](StepCard *card) {
        return std::ranges::find(cards, card) == cards.end();
    });
    removeCards(gone);
    const auto findings = findingsByStep(m_findings, m_first, last);
    for (size_t i = 0; i < m_cards.size(); ++i) {
        const bool isNew = m_cardLayout->indexOf(m_cards[i]) < 0;
        if (m_cardLayout->indexOf(m_cards[i]) != int(i))
            m_cardLayout->insertWidget(int(i), m_cards[i]);
        m_cards[i]->showStep(m_first + int(i), findings[i]);
        if (isNew && !m_isQuiet)
            m_cards[i]->setCollapsed(false);
    }
    m_pageAbove->showRange(m_first, last, count);
    m_pageBelow->showRange(m_first, last, count);
    return m_cards != before;
}

/// What belongs to no step.
void FlowForm::showCommon()
{
    std::vector<Finding> ofCallback;
    std::vector<Finding> others;
    for (const Finding &finding : m_findings) {
        if (stepOf(finding.pointer))
            continue;
        const bool isOfCallback = placeOf(finding.pointer).field == callbackField();
        (isOfCallback ? ofCallback : others).push_back(finding);
    }
    const Json *url = fieldIn(m_history.document().json(), callbackField());
    m_callback->setValue(url, fieldIn(m_history.resolved(), callbackField()));
    m_callback->setFindings(ofCallback);
    m_problems->setFindings(others);
    m_callback->setNames(callbackField());
    m_problems->setButtonNames(QStringLiteral("flow"));
}

void FlowForm::showPage(int first)
{
    m_first = first;
    m_isQuiet = true;
    showDraft(m_findings);
    m_isQuiet = false;
    ensureVisible(0, 0);
    if (!m_cards.empty())
        m_cards.front()->focusHead();
}

int FlowForm::currentStep() const
{
    const auto card = std::ranges::find(m_cards, m_current);
    return card == m_cards.end() ? m_first : m_first + int(card - m_cards.begin());
}

void FlowForm::noteFocus(const QWidget *focused)
{
    const auto card = std::ranges::find_if(
        m_cards, [focused](const StepCard *candidate) { return candidate->isAncestorOf(focused); });
    if (card == m_cards.end() || *card == m_current)
        return;
    m_current = *card;
    Q_EMIT currentStepChanged();
}

StepCard *FlowForm::cardFor(int index)
{
    const int id = m_history.draft().stepId(index);
    const models::Channel channel = channelOf(m_history.catalogue(), m_history.draft().step(index));
    const auto card = std::ranges::find_if(m_cards, [&](const StepCard *candidate) {
        return candidate->stepId() == id && candidate->channel() == channel;
    });
    return card != m_cards.end() ? *card : makeCard(id, channel);
}

StepCard *FlowForm::makeCard(int stepId, models::Channel channel)
{
    auto *card = new StepCard(m_history, stepId, channel, widget());
    connect(card, &StepCard::templateWanted, this, &FlowForm::templateWanted);
    connect(card, &StepCard::pulledTo, this,
            [this, card](const QPoint &globalPosition) { dragCard(*card, globalPosition); });
    connect(card, &StepCard::fieldsMade, this, &FlowForm::updateTabOrder);
    return card;
}

void FlowForm::removeCards(const std::vector<StepCard *> &cards)
{
    for (StepCard *card : cards) {
        const bool hadFocus = card->isAncestorOf(focusWidget());
        if (card == m_current)
            m_current = nullptr;
        m_cardLayout->removeWidget(card);
        card->hide();
        card->setParent(nullptr);
        // Its own button may be what asked for this.
        card->deleteLater();
        if (hadFocus)
            m_add->setFocus();
    }
}

void FlowForm::addStep(models::Channel channel)
{
    m_stepsBeforeNew = m_history.draft().stepCount();
    m_history.addStep(channel, m_defaults);
}

void FlowForm::beginAnew()
{
    m_isQuiet = true;
    m_stepsBeforeNew.reset();
    m_first = 0;
}

void FlowForm::openLoudSteps()
{
    const int last = m_first + int(m_cards.size());
    const auto findings = findingsByStep(m_findings, m_first, last);
    int open = 0;
    for (size_t i = 0; i < m_cards.size(); ++i) {
        const bool isLoud = i == 0 || (hasError(findings[i]) && open < openAtMost);
        m_cards[i]->setCollapsed(!isLoud);
        open += isLoud ? 1 : 0;
    }
    m_isQuiet = false;
}

void FlowForm::reveal(const FlowPlace &place)
{
    const int count = m_history.draft().stepCount();
    if (place.step && *place.step < count) {
        const int first = *place.step / stepsOfPage * stepsOfPage;
        if (first != m_first)
            showPage(first);
        m_cards[size_t(*place.step - m_first)]->focusField(place.field);
    } else if (place.field == callbackField()) {
        m_callback->control()->setFocus(Qt::OtherFocusReason);
    } else {
        m_add->setFocus(Qt::OtherFocusReason);
    }
    // The layout of a card just made or unfolded is not done yet.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (QWidget *focused = widget()->focusWidget())
                ensureWidgetVisible(wholeField(focused), 0, spacing::large);
        },
        Qt::QueuedConnection);
}

void FlowForm::dragCard(const StepCard &card, const QPoint &globalPosition)
{
    const auto place = std::ranges::find(m_cards, &card);
    if (place == m_cards.end())
        return;
    const int index = int(place - m_cards.begin());
    const int step = m_first + index;
    const int y = widget()->mapFromGlobal(globalPosition).y();
    // One place at a time: the cards show where the next one would be.
    if (m_history.isBusy())
        return;
    if (index > 0 && y < m_cards[size_t(index) - 1]->geometry().center().y())
        m_history.moveStep(step, step - 1);
    else if (index + 1 < int(m_cards.size()) &&
             y > m_cards[size_t(index) + 1]->geometry().center().y())
        m_history.moveStep(step, step + 1);
}

void FlowForm::updateTabOrder()
{
    // A new card's controls are the last of the window until they are put in their place.
    QWidget *last = m_tabAnchor;
    const auto chain = [&last](QWidget *next) {
        if (last)
            QWidget::setTabOrder(last, next);
        last = next;
    };
    for (QWidget *button : m_pageAbove->buttons())
        chain(button);
    for (const StepCard *card : m_cards) {
        for (QWidget *control : card->focusOrder())
            chain(control);
    }
    for (QWidget *button : m_pageBelow->buttons())
        chain(button);
    chain(m_add);
    for (QWidget *control : m_callback->focusOrder())
        chain(control);
}

} // namespace otpscope::ui
