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

QToolButton *FieldWidget::makeAid(const QString &text, const QString &name, const QString &tip)
{
    auto *aid = new QToolButton(this);
    aid->setText(text);
    aid->setAccessibleName(name);
    aid->setToolTip(wrappedToolTip(tip));
    // No higher than the label beside it: controls of one row stand on one line.
    aid->setProperty("look", QStringLiteral("inline"));
    aid->setFont(smallFont(font()));
    aid->setMaximumHeight(m_label->sizeHint().height());
    aid->setFocusPolicy(Qt::StrongFocus);
    return aid;
}

QWidget *FieldWidget::makeHead()
{
    if (m_rule.name == QLatin1String("pin")) {
        m_aid = makeAid(tr("New pin"), tr("Make up a new pin"),
                        tr("Makes up a pin of the same length. {{pin}} in its place makes up one in "
                           "each send."));
        connect(m_aid, &QToolButton::clicked, this, &FieldWidget::pinWanted);
    } else if (m_rule.name == QLatin1String("templateId")) {
        m_aid = makeAid(tr("Choose…"), tr("Choose a template"),
                        tr("Lists the templates of the catalogue and of the account."));
        connect(m_aid, &QToolButton::clicked, this, &FieldWidget::templateWanted);
    } else {
        return m_label;
    }
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_label, 1);
    row->addWidget(m_aid);
    return head;
}

QList<QWidget *> FieldWidget::focusOrder() const
{
    QList<QWidget *> order{control()};
    if (m_aid)
        order.append(m_aid);
    return order + m_problems->buttons();
}

void FieldWidget::setNames(const QString &name)
{
    control()->setObjectName(name);
    m_hint->setObjectName(name + QStringLiteral(".hint"));
    m_problems->setButtonNames(name);
    if (m_aid)
        m_aid->setObjectName(name + QStringLiteral(".aid"));
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
