// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/addressdialog.h"

#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace otpscope::ui {

namespace {

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty()
           && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

} // namespace

AddressDialog::AddressDialog(const ServiceAddress &address, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Another address"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto *layout = new QVBoxLayout(this);
    auto *hint = new QLabel(tr("Flows sent there are real: they may cost money and reach phones. "
                               "The secret is kept in memory only."),
                            this);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    layout->addLayout(form);
    m_service = addField(tr("&Service address"), address.service,
                         QStringLiteral("https://connect.routee.net/failover-otp"));
    m_token = addField(tr("&Token address"), address.token,
                       QStringLiteral("https://auth.routee.net/oauth/token"));
    m_clientId = addField(tr("&Client id"), address.clientId, {});
    m_clientSecret = addField(tr("Client s&ecret"), address.clientSecret, {});
    m_clientSecret->setEchoMode(QLineEdit::Password);
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(520, sizeHint().height());
    refresh();
}

ServiceAddress AddressDialog::address() const
{
    return {m_service->text().trimmed(), m_token->text().trimmed(), m_clientId->text().trimmed(),
            m_clientSecret->text()};
}

QLineEdit *AddressDialog::addField(const QString &label, const QString &text,
                                   const QString &example)
{
    auto *edit = new QLineEdit(text, this);
    edit->setPlaceholderText(example);
    edit->setAccessibleName(QString(label).remove(u'&'));
    // addRow makes the label the field's buddy.
    findChild<QFormLayout *>()->addRow(label, edit);
    connect(edit, &QLineEdit::textChanged, this, &AddressDialog::refresh);
    return edit;
}

void AddressDialog::refresh()
{
    // Called while the fields are still being made as well.
    if (!m_buttons)
        return;
    const ServiceAddress now = address();
    QString problem;
    if (!isWebAddress(now.service))
        problem = tr("Enter the service's address, beginning with https:// or http://.");
    else if (!isWebAddress(now.token))
        problem = tr("Enter the address of the token service, beginning with https:// or http://.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

} // namespace otpscope::ui
