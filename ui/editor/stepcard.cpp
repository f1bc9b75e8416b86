// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/stepcard.h"

#include "ui/editor/editorstyle.h"
#include "ui/editor/fieldflowlayout.h"
#include "ui/editor/fieldhints.h"
#include "ui/editor/fieldvalue.h"
#include "ui/editor/fieldwidget.h"
#include "ui/editor/findinglabels.h"
#include "ui/editor/flowplace.h"
#include "ui/editor/messagepreview.h"
#include "ui/editor/stepfields.h"
#include "ui/editor/stepheader.h"

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace otpscope::ui {

using models::Json;

namespace {

constexpr int edgeWidth = 4;

// Columns of the field grid that a value usually needs; see FieldFlowLayout.
int columnsOf(const models::FieldRule &rule)
{
    static const QStringList wide{
        QStringLiteral("to"),         QStringLiteral("templateType"),
        QStringLiteral("templateId"), QStringLiteral("senderInfoTrackingId"),
        QStringLiteral("actionName"), QStringLiteral("codeReason"),
        QStringLiteral("label"),      QStringLiteral("failoverOnDelivered"),
        QStringLiteral("otpType"),
    };
    if (rule.name == QLatin1String("message.body"))
        return 4;
    return wide.contains(rule.name) ? 2 : 1;
}

std::vector<models::Finding> findingsAt(const std::vector<models::Finding> &findings,
                                        const QString &field)
{
    std::vector<models::Finding> found;
    for (const models::Finding &finding : findings) {
        if (placeOf(finding.pointer).field == field)
            found.push_back(finding);
    }
    return found;
}

} // namespace

StepCard::StepCard(FlowHistory &history, int stepId, models::Channel channel, QWidget *parent)
    : QFrame(parent)
    , m_history(history)
    , m_stepId(stepId)
    , m_channel(channel)
    , m_rules(stepRules(history.catalogue(), channel))
    , m_header(new StepHeader(this))
    , m_problems(new FindingLabels(history, this))
{
    setProperty("look", QStringLiteral("card"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::large + edgeWidth, spacing::small, spacing::medium,
                               spacing::medium);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_header);
    layout->addWidget(m_problems);
    m_header->setCollapsed(true);
    addShortcuts();

    connect(m_header, &StepHeader::collapseToggled, this, [this] { setCollapsed(!m_isCollapsed); });
    connect(m_header, &StepHeader::upRequested, this,
            [this] { m_history.moveStep(m_index, m_index - 1); });
    connect(m_header, &StepHeader::downRequested, this,
            [this] { m_history.moveStep(m_index, m_index + 1); });
    connect(m_header, &StepHeader::duplicateRequested, this,
            [this] { m_history.duplicateStep(m_index); });
    connect(m_header, &StepHeader::removeRequested, this,
            [this] { m_history.removeStep(m_index); });
    connect(m_header, &StepHeader::pulledTo, this, &StepCard::pulledTo);
}

void StepCard::makeBody()
{
    m_body = new QWidget(this);
    m_more = new QToolButton(m_body);
    m_note = new QLabel(m_body);
    m_more->setProperty("look", QStringLiteral("quiet"));
    m_more->setCheckable(true);
    connect(m_more, &QToolButton::toggled, this, [this](bool isUnfolded) {
        m_isUnfolded = isUnfolded;
        refresh();
    });
    m_note->setProperty("look", QStringLiteral("muted"));
    m_note->setFont(smallFont(font()));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);

    auto *rows = new QVBoxLayout(m_body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(spacing::small);
    makeFields();
    rows->addWidget(m_grid->parentWidget());
    rows->addWidget(m_note);
    rows->addWidget(m_more, 0, Qt::AlignLeft);
    layout()->addWidget(m_body);
}

void StepCard::makeFields()
{
    auto *fields = new QWidget(m_body);
    m_grid = new FieldFlowLayout(fields);
    for (const models::FieldRule *rule : m_rules)
        addField(*rule);
    if (m_channel != models::Channel::Unknown) {
        m_preview = new MessagePreview(m_channel, m_history.catalogue(), fields);
        m_grid->setCompanion(m_preview);
    }
}

void StepCard::addField(const models::FieldRule &rule)
{
    auto *field = new FieldWidget(rule, m_history, m_grid->parentWidget());
    m_grid->addField(field, columnsOf(rule));
    m_fields.insert(rule.name, field);
    connect(field, &FieldWidget::edited, this, [this, field] { applyEdit(*field); });
    connect(field, &FieldWidget::pinWanted, this, &StepCard::makeUpPin);
    connect(field, &FieldWidget::templateWanted, this, &StepCard::templateWanted);
}

void StepCard::addShortcuts()
{
    const auto move = [this](const QKeySequence &keys, int by) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this,
                [this, by] { m_history.moveStep(m_index, m_index + by); });
    };
    move(QKeySequence(Qt::ALT | Qt::Key_Up), -1);
    move(QKeySequence(Qt::ALT | Qt::Key_Down), 1);
}

void StepCard::applyEdit(const FieldWidget &field)
{
    const QString &name = field.rule().name;
    if (name == QLatin1String("templateType"))
        m_history.chooseTemplateType(m_index, field.value());
    else
        m_history.setField(m_index, name, field.value());
}

// Digits: letters may pass, but nobody has seen them do so.
void StepCard::makeUpPin()
{
    constexpr int usualLength = 6;
    constexpr int digits = 10;
    const Json *present = fieldIn(m_history.resolvedStep(m_index), QStringLiteral("pin"));
    int length = present ? characterCount(fieldText(*present)) : usualLength;
    const models::Limits &limits = m_history.catalogue().limits();
    if (length < limits.pinMinimum || length > limits.pinMaximum)
        length = usualLength;
    QString pin;
    for (int i = 0; i < length; ++i)
        pin += QString::number(QRandomGenerator::system()->bounded(digits));
    m_history.setField(m_index, QStringLiteral("pin"), Json(models::toUtf8String(pin)));
}

void StepCard::showStep(int index, const std::vector<models::Finding> &findings)
{
    const Place place{index, m_history.draft().stepCount(), m_history.attempt(index)};
    const bool isSame = isOnShow(place, findings);
    // Also where it says the same, so that no card keeps an old document.
    m_document = m_history.document();
    m_resolved = m_history.sharedResolved();
    if (isSame)
        return;
    m_index = index;
    m_place = place;
    m_findings = findings;
    refresh();
}

bool StepCard::isOnShow(const Place &place, const std::vector<models::Finding> &findings) const
{
    if (place != m_place || findings != m_findings)
        return false;
    const Json &now = m_history.draft().step(place.index);
    const Json &before = m_document.json().at("flow").at(size_t(place.index));
    const Json &resolvedNow = m_history.resolvedStep(place.index);
    const Json &resolvedBefore =
        m_resolved ? m_resolved->at("flow").at(size_t(place.index)) : before;
    const auto isSame = [](const Json &a, const Json &b) { return &a == &b || a == b; };
    return isSame(now, before) && isSame(resolvedNow, resolvedBefore);
}

void StepCard::refresh()
{
    const Json &step = m_history.draft().step(m_index);
    if (m_body) {
        updateFields(step);
        updateNotes(step);
    }
    updateFindings();
    updateHeader(step);
    updateNames();
    if (m_preview)
        m_preview->setStep(m_history.resolvedStep(m_index));
}

void StepCard::updateFields(const Json &step)
{
    StepFieldContext context{.isUnfolded = m_isUnfolded, .fieldsWithFindings = {}};
    for (const models::Finding &finding : m_findings)
        context.fieldsWithFindings.insert(placeOf(finding.pointer).field);
    QList<FieldWidget *> shown;
    QList<QWidget *> order;
    bool hasFoldable = false;
    const Json &resolved = m_history.resolvedStep(m_index);
    for (const StepField &state : stepFields(m_history.catalogue(), m_channel, resolved, context)) {
        FieldWidget *field = m_fields.value(state.rule->name);
        field->setRequired(state.isRequired);
        field->setValue(fieldIn(step, state.rule->name), fieldIn(resolved, state.rule->name));
        // The field somebody is emptying right now stays under their hands.
        const bool isVisible = state.isVisible || field->control()->hasFocus();
        field->setVisible(isVisible);
        hasFoldable |= state.isFoldable && (!state.isVisible || m_isUnfolded);
        order.append(field);
        if (isVisible)
            shown.append(field);
    }
    if (shown != m_shown)
        m_grid->setOrder(order);
    m_shown = shown;
    // A number or a text in the place of a step can have no fields.
    m_grid->parentWidget()->setVisible(step.is_object());
    m_more->setVisible(hasFoldable && step.is_object());
    m_more->setText(m_isUnfolded ? tr("Fewer fields") : tr("More fields"));
}

void StepCard::updateFindings()
{
    std::vector<models::Finding> withoutField;
    for (const models::Finding &finding : m_findings) {
        const QString field = placeOf(finding.pointer).field;
        if (std::ranges::none_of(m_rules, [&](const auto *rule) { return rule->name == field; }))
            withoutField.push_back(finding);
    }
    m_problems->setFindings(withoutField);
    for (FieldWidget *field : std::as_const(m_fields))
        field->setFindings(findingsAt(m_findings, field->rule().name));
}

void StepCard::updateHeader(const Json &step)
{
    const Json *type = fieldIn(step, QStringLiteral("type"));
    QString summary = stepSummary(m_history.resolvedStep(m_index));
    if (!m_findings.empty())
        summary = tr("%1 · %n problem(s)", nullptr, int(m_findings.size())).arg(summary);
    m_header->setContent({.index = m_index,
                          .stepCount = m_place.stepCount,
                          .attempt = m_place.attempt,
                          .channel = m_channel,
                          .type = type ? fieldText(*type) : QString(),
                          .summary = summary});
}

void StepCard::updateNotes(const Json &step)
{
    QStringList notes;
    if (!step.is_object())
        notes.append(tr("This step is not a JSON object. Change it under JSON."));
    else if (m_channel == models::Channel::Unknown)
        notes.append(tr("Only steps of type ViberOtp and Sms are known. Its other values are "
                        "under JSON."));
    const QStringList keys = unknownKeys(m_history.catalogue(), m_channel, step);
    if (!keys.isEmpty() && m_channel != models::Channel::Unknown)
        //: %1 is a list of JSON keys
        notes.append(
            tr("Also in the body: %1. Change it under JSON.").arg(keys.join(QLatin1String(", "))));
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
}

void StepCard::updateNames()
{
    const Json *type = fieldIn(m_history.draft().step(m_index), QStringLiteral("type"));
    setObjectName(QStringLiteral("step%1").arg(m_index));
    //: The name of a group of fields, for screen readers: %1 a number, %2 a step type
    setAccessibleName(
        tr("Step %1, %2").arg(m_index + 1).arg(type ? fieldText(*type) : tr("no type")));
    for (FieldWidget *field : std::as_const(m_fields))
        field->setNames(QStringLiteral("step%1.%2").arg(m_index).arg(field->rule().name));
    m_problems->setButtonNames(QStringLiteral("step%1").arg(m_index));
    if (!m_body)
        return;
    m_more->setObjectName(QStringLiteral("step%1.more").arg(m_index));
    m_more->setAccessibleName(m_more->text());
    if (m_preview)
        m_preview->setObjectName(QStringLiteral("step%1.preview").arg(m_index));
}

void StepCard::setCollapsed(bool isCollapsed)
{
    m_isCollapsed = isCollapsed;
    if (isCollapsed && m_body && m_body->isAncestorOf(QApplication::focusWidget()))
        m_header->foldButton()->setFocus();
    const bool isNew = !isCollapsed && !m_body;
    if (isNew) {
        makeBody();
        refresh();
    }
    if (m_body)
        m_body->setVisible(!isCollapsed);
    m_header->setCollapsed(isCollapsed);
    if (isNew)
        Q_EMIT fieldsMade();
}

void StepCard::focusField(const QString &field)
{
    setCollapsed(false);
    FieldWidget *wanted = m_fields.value(field);
    if (!wanted && !m_shown.isEmpty())
        wanted = m_shown.first();
    if (!wanted) {
        focusHead();
        return;
    }
    wanted->show();
    wanted->control()->setFocus(Qt::OtherFocusReason);
}

void StepCard::focusHead()
{
    m_header->foldButton()->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> StepCard::focusOrder() const
{
    QList<QWidget *> order = m_header->findChildren<QWidget *>();
    order.append(m_problems->buttons());
    for (const FieldWidget *field : m_shown)
        order.append(field->focusOrder());
    if (m_more)
        order.append(m_more);
    return order;
}

void StepCard::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath card;
    card.addRoundedRect(QRectF(rect()), radius::card, radius::card);
    painter.setClipPath(card);
    painter.fillRect(QRectF(0, 0, edgeWidth, height()),
                     coloursFor(palette()).tone(toneOf(m_channel)));
}

} // namespace otpscope::ui
