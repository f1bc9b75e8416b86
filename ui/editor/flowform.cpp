// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/flowform.h"

#include "ui/editor/fieldvalue.h"
#include "ui/editor/fieldwidget.h"
#include "ui/editor/findinglabels.h"
#include "ui/editor/stepcard.h"
#include "ui/editor/stepfields.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace otpscope::ui {

using models::Finding;
using models::Json;

namespace {

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

template <typename Predicate>
std::vector<Finding> findingsWhere(const std::vector<Finding> &findings, Predicate isWanted)
{
    std::vector<Finding> wanted;
    for (const Finding &finding : findings) {
        if (isWanted(placeOf(finding.pointer)))
            wanted.push_back(finding);
    }
    return wanted;
}

std::vector<Finding> findingsOfStep(const std::vector<Finding> &findings, int index)
{
    return findingsWhere(findings, [index](const FlowPlace &place) { return place.step == index; });
}

} // namespace

FlowForm::FlowForm(FlowHistory &history, QWidget *parent)
    : QScrollArea(parent)
    , m_history(history)
    , m_problems(new FindingLabels(history, this))
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
    m_cardLayout->setSpacing(spacing::small);
    layout->addLayout(m_cardLayout);
    layout->addWidget(makeFoot());
    layout->addStretch();
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    // A menu takes the focus while it is open: what had it before counts.
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *focused) { noteFocus(focused); });
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
    std::vector<StepCard *> cards;
    for (int i = 0; i < m_history.draft().stepCount(); ++i)
        cards.push_back(cardFor(i));
    const bool hasNewOrder = cards != m_cards;
    std::vector<StepCard *> gone;
    std::ranges::copy_if(m_cards, std::back_inserter(gone), [&cards](StepCard *card) {
        return std::ranges::find(cards, card) == cards.end();
    });
    m_cards = cards;
    removeCards(gone);
    for (size_t i = 0; i < m_cards.size(); ++i) {
        if (m_cardLayout->indexOf(m_cards[i]) != int(i))
            m_cardLayout->insertWidget(int(i), m_cards[i]);
        m_cards[i]->showStep(int(i), findingsOfStep(findings, int(i)));
    }

    const Json *url = fieldIn(m_history.document().json(), callbackField());
    m_callback->setValue(url, fieldIn(m_history.resolved(), callbackField()));
    m_callback->setFindings(findingsWhere(findings, [](const FlowPlace &place) {
        return !place.step && place.field == callbackField();
    }));
    m_problems->setFindings(findingsWhere(findings, [](const FlowPlace &place) {
        return !place.step && place.field != callbackField();
    }));
    m_callback->setNames(callbackField());
    m_problems->setButtonNames(QStringLiteral("flow"));
    if (hasNewOrder)
        updateTabOrder();
    Q_EMIT currentStepChanged();
}

int FlowForm::currentStep() const
{
    const auto card = std::ranges::find(m_cards, m_current);
    return card == m_cards.end() ? 0 : int(card - m_cards.begin());
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
    connect(card, &StepCard::pulledTo, this,
            [this, card](const QPoint &globalPosition) { dragCard(*card, globalPosition); });
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
    m_history.addStep(channel);
    reveal({.step = m_history.draft().stepCount() - 1, .field = {}});
}

void FlowForm::collapseQuietSteps()
{
    for (size_t i = 1; i < m_cards.size(); ++i) {
        const auto findings = findingsOfStep(m_findings, int(i));
        const bool hasError = std::ranges::any_of(findings, [](const Finding &finding) {
            return finding.severity == models::Severity::Error;
        });
        m_cards[i]->setCollapsed(!hasError);
    }
}

void FlowForm::reveal(const FlowPlace &place)
{
    if (place.step && *place.step < int(m_cards.size()))
        m_cards[size_t(*place.step)]->focusField(place.field);
    else if (place.field == callbackField())
        m_callback->control()->setFocus(Qt::OtherFocusReason);
    else
        m_add->setFocus(Qt::OtherFocusReason);
    // The layout of a card just made or unfolded is not done yet.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (QWidget *focused = widget()->focusWidget())
                ensureWidgetVisible(focused, 0, 2 * spacing::huge);
        },
        Qt::QueuedConnection);
}

void FlowForm::dragCard(const StepCard &card, const QPoint &globalPosition)
{
    const auto place = std::ranges::find(m_cards, &card);
    if (place == m_cards.end())
        return;
    const int index = int(place - m_cards.begin());
    const int y = widget()->mapFromGlobal(globalPosition).y();
    if (index > 0 && y < m_cards[size_t(index) - 1]->geometry().center().y())
        m_history.moveStep(index, index - 1);
    else if (index + 1 < int(m_cards.size()) &&
             y > m_cards[size_t(index) + 1]->geometry().center().y())
        m_history.moveStep(index, index + 1);
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
    for (const StepCard *card : m_cards) {
        for (QWidget *control : card->focusOrder())
            chain(control);
    }
    chain(m_add);
    for (QWidget *control : m_callback->focusOrder())
        chain(control);
}

} // namespace otpscope::ui
