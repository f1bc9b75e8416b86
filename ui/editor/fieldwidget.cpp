// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fieldwidget.h"

#include "ui/editor/editorstyle.h"
#include "ui/editor/fieldhints.h"
#include "ui/editor/fieldinput.h"
#include "ui/editor/fieldlabels.h"
#include "ui/editor/findinglabels.h"
#include "ui/editor/flowhistory.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace otpscope::ui {

namespace {

void nameControl(QWidget &control, const QString &name, const QString &help)
{
    control.setAccessibleName(name);
    control.setToolTip(wrappedToolTip(help));
    // Screen readers reach an editable list through the line inside.
    if (auto *box = qobject_cast<QComboBox *>(&control); box && box->isEditable())
        box->lineEdit()->setAccessibleName(name);
}

} // namespace

FieldWidget::FieldWidget(const models::FieldRule &rule, FlowHistory &history, QWidget *parent)
    : QWidget(parent)
    , m_rule(rule)
    , m_catalogue(history.catalogue())
    , m_label(new QLabel(fieldLabel(rule.name), this))
    , m_input(makeInput(rule, history.catalogue(), this))
    , m_hint(new QLabel(this))
    , m_problems(new FindingLabels(history, this))
{
    m_label->setFont(smallFont(font()));
    m_label->setProperty("look", QStringLiteral("muted"));
    m_label->setBuddy(m_input->widget());
    m_label->setToolTip(wrappedToolTip(fieldHelp(rule)));
    m_hint->setFont(smallFont(font()));
    m_hint->setProperty("look", QStringLiteral("muted"));
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setVisible(false);
    nameControl(*m_input->widget(), fieldLabel(rule.name), fieldHelp(rule));
    describe();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::tiny / 2);
    layout->addWidget(makeHead());
    layout->addWidget(m_input->widget());
    layout->addWidget(m_hint);
    layout->addWidget(m_problems);
    connect(m_input, &FieldInput::edited, this, &FieldWidget::edited);
}

QWidget *FieldWidget::makeHead()
{
    if (m_rule.name != QLatin1String("pin"))
        return m_label;
    m_newPin = new QToolButton(this);
    m_newPin->setText(tr("New pin"));
    m_newPin->setAccessibleName(tr("Make up a new pin"));
    m_newPin->setToolTip(wrappedToolTip(
        tr("Makes up a pin of the same length. {{pin}} in its place makes up one in each send.")));
    // No higher than the label beside it: controls of one row stand on one line.
    m_newPin->setProperty("look", QStringLiteral("inline"));
    m_newPin->setFont(smallFont(font()));
    m_newPin->setMaximumHeight(m_label->sizeHint().height());
    m_newPin->setFocusPolicy(Qt::StrongFocus);
    connect(m_newPin, &QToolButton::clicked, this, &FieldWidget::pinWanted);
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_label, 1);
    row->addWidget(m_newPin);
    return head;
}

QList<QWidget *> FieldWidget::focusOrder() const
{
    QList<QWidget *> order{control()};
    if (m_newPin)
        order.append(m_newPin);
    return order + m_problems->buttons();
}

void FieldWidget::setNames(const QString &name)
{
    control()->setObjectName(name);
    m_hint->setObjectName(name + QStringLiteral(".hint"));
    m_problems->setButtonNames(name);
    if (m_newPin)
        m_newPin->setObjectName(name + QStringLiteral(".new"));
}

QWidget *FieldWidget::control() const
{
    return m_input->widget();
}

std::optional<models::Json> FieldWidget::value() const
{
    return m_input->value();
}

void FieldWidget::setValue(const models::Json *value, const models::Json *resolved)
{
    m_input->setValue(value);
    m_truth = value && resolved ? sentText(*value, *resolved) : QString();
    m_explanation = fieldHint(m_rule, resolved, m_catalogue);
    updateHint();
}

void FieldWidget::updateHint()
{
    const auto &findings = m_problems->findings();
    const bool hasProblem = std::ranges::any_of(findings, [](const models::Finding &finding) {
        return finding.severity != models::Severity::Info;
    });
    QStringList lines{m_truth};
    if (!hasProblem)
        lines.append(m_explanation);
    lines.removeAll(QString());
    m_hint->setText(lines.join(QLatin1Char('\n')));
    m_hint->setVisible(!lines.isEmpty());
}

void FieldWidget::setRequired(bool isRequired)
{
    if (isRequired == m_isRequired)
        return;
    m_isRequired = isRequired;
    const QString label = fieldLabel(m_rule.name);
    //: The star marks a field that the request must have
    m_label->setText(isRequired ? tr("%1 *").arg(label) : label);
    describe();
}

void FieldWidget::setFindings(const std::vector<models::Finding> &findings)
{
    const bool isSame = findings == m_problems->findings();
    m_problems->setFindings(findings);
    if (isSame)
        return;
    updateHint();
    // A button just made is the last of the window until it is put behind its field.
    const QList<QWidget *> order = focusOrder();
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    setLook(*control(), "severity", worstSeverity(findings));
    describe();
}

void FieldWidget::describe()
{
    QStringList sentences;
    if (m_isRequired)
        sentences.append(tr("Required."));
    if (const QString problems = m_problems->text(); !problems.isEmpty())
        sentences.append(problems);
    sentences.append(fieldHelp(m_rule));
    control()->setAccessibleDescription(sentences.join(QLatin1Char(' ')));
}

} // namespace otpscope::ui
