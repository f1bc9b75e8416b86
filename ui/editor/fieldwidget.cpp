// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fieldwidget.h"

#include "ui/editor/editorstyle.h"
#include "ui/editor/fieldhints.h"
#include "ui/editor/fieldinput.h"
#include "ui/editor/fieldlabels.h"
#include "ui/editor/findinglabels.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

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

FieldWidget::FieldWidget(const models::FieldRule &rule, const models::Catalogue &catalogue,
                         QWidget *parent)
    : QWidget(parent)
    , m_rule(rule)
    , m_catalogue(catalogue)
    , m_label(new QLabel(fieldLabel(rule.name), this))
    , m_input(makeInput(rule, catalogue, this))
    , m_hint(new QLabel(this))
    , m_problems(new FindingLabels(this))
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
    layout->addWidget(m_label);
    layout->addWidget(m_input->widget());
    layout->addWidget(m_hint);
    layout->addWidget(m_problems);
    connect(m_input, &FieldInput::edited, this, &FieldWidget::edited);
}

QWidget *FieldWidget::control() const
{
    return m_input->widget();
}

std::optional<models::Json> FieldWidget::value() const
{
    return m_input->value();
}

void FieldWidget::setValue(const models::Json *value)
{
    m_input->setValue(value);
    setHint(fieldHint(m_rule, value, m_catalogue));
}

void FieldWidget::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty() && m_problems->findings().empty());
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
    if (findings == m_problems->findings())
        return;
    m_problems->setFindings(findings);
    setHint(m_hint->text());
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
