// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/demanddialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

#include <algorithm>
#include <variant>

namespace otpscope::ui {

namespace {

QStringList wordsOf(const QString &text)
{
    QStringList words;
    for (const QString &word : text.split(u',')) {
        if (!word.trimmed().isEmpty())
            words << word.trimmed();
    }
    return words;
}

} // namespace

DemandDialog::DemandDialog(const models::Demand &demand, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Change the demand"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setDefault(true);
    auto *form = new QFormLayout;
    std::visit([this, form](const auto &kind) { edit(kind, *form); }, demand);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);
    // The editor first, although the buttons are older.
    QWidget *editor = form->itemAt(0, QFormLayout::FieldRole)->widget();
    setTabOrder(editor, buttons);
    editor->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QLineEdit *DemandDialog::addText(const QString &label, const QString &text, QFormLayout &form)
{
    auto *line = new QLineEdit(text, this);
    line->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    form.addRow(label, line);
    const auto judge = [this, line] {
        m_ok->setEnabled(line->hasAcceptableInput() && !wordsOf(line->text()).isEmpty());
    };
    connect(line, &QLineEdit::textChanged, this, judge);
    judge();
    return line;
}

void DemandDialog::edit(const models::StatusDemand &demand, QFormLayout &form)
{
    QLineEdit *line = addText(tr("Final &status of the flow:"), demand.status, form);
    m_read = [line] { return models::StatusDemand{line->text().trimmed()}; };
}

void DemandDialog::edit(models::Channel channel, QFormLayout &form)
{
    auto *box = new QComboBox(this);
    box->addItem(tr("Viber"), int(models::Channel::Viber));
    box->addItem(tr("SMS"), int(models::Channel::Sms));
    box->addItem(tr("None"), int(models::Channel::Unknown));
    box->setCurrentIndex(box->findData(int(channel)));
    box->setAccessibleName(tr("Channel that delivers"));
    form.addRow(tr("&Channel that delivers:"), box);
    m_read = [box] { return models::Channel(box->currentData().toInt()); };
}

void DemandDialog::edit(const models::ExpectedStatuses &demand, QFormLayout &form)
{
    QLineEdit *line = addText(tr("&Statuses of step %1, in order:").arg(demand.order),
                              demand.statuses.join(QStringLiteral(", ")), form);
    line->setToolTip(tr("With commas between them; others may come between."));
    line->setMinimumWidth(280);
    m_read = [line, order = demand.order] {
        return models::ExpectedStatuses{order, wordsOf(line->text())};
    };
}

void DemandDialog::edit(const models::ExpectedFailover &demand, QFormLayout &form)
{
    auto *box = new QComboBox(this);
    box->addItem(tr("happens"), true);
    box->addItem(tr("does not happen"), false);
    box->setCurrentIndex(demand.happens ? 0 : 1);
    box->setAccessibleName(tr("Failover to step %1").arg(demand.toOrder));
    form.addRow(tr("&Failover to step %1:").arg(demand.toOrder), box);
    m_read = [box, order = demand.toOrder] {
        return models::ExpectedFailover{order, box->currentData().toBool()};
    };
}

void DemandDialog::edit(const models::SecondsDemand &demand, QFormLayout &form)
{
    auto *box = new QDoubleSpinBox(this);
    constexpr double month = 31 * 24 * 3600.0;
    box->setRange(0.001, std::max(month, demand.seconds));
    box->setDecimals(3);
    box->setValue(demand.seconds);
    //: unit of seconds behind a number
    box->setSuffix(tr(" s"));
    box->setAccessibleName(tr("Over within"));
    form.addRow(tr("Over &within:"), box);
    m_read = [box] { return models::SecondsDemand{box->value()}; };
}

void DemandDialog::edit(const models::PriceDemand &demand, QFormLayout &form)
{
    auto *box = new QDoubleSpinBox(this);
    constexpr double most = 1'000'000;
    box->setRange(0, std::max(most, demand.price));
    box->setDecimals(5);
    box->setValue(demand.price);
    box->setAccessibleName(tr("Price at most"));
    form.addRow(tr("&Price at most:"), box);
    m_read = [box] { return models::PriceDemand{box->value()}; };
}

void DemandDialog::edit(const models::RuleDemand &demand, QFormLayout &form)
{
    QLineEdit *line = addText(tr("No finding of the &rule:"), demand.rule, form);
    line->setToolTip(tr("The id of a rule; error or warning for all rules of that severity."));
    line->setMinimumWidth(220);
    static const QRegularExpression id(QStringLiteral("[a-z][a-z0-9-]*"));
    line->setValidator(new QRegularExpressionValidator(id, line));
    m_read = [line] { return models::RuleDemand{line->text()}; };
}

} // namespace otpscope::ui
